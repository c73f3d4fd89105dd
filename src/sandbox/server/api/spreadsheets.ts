import * as v from 'valibot';
import type { Menu } from '../../services/ui.ts';
import { applySheetEdit } from '../sheet/apply-edit.ts';
import { SHEET_EDIT } from '../sheet/sheet-edit.ts';
import type { SpreadsheetView } from '../sheet/spreadsheet-view.ts';
import { viewSpreadsheet } from '../sheet/view-spreadsheet.ts';
import { changing, type Site } from './define-route.ts';
import { PageGone } from './problems.ts';

/** A menu that a script added, and which script. */
export interface BoundMenu {
  readonly scriptId: string;
  readonly menu: Menu;
}

/** A spreadsheet as it is opened. */
export interface OpenedSpreadsheet {
  readonly view: SpreadsheetView;
  /** Patches in later events go on from this view. */
  readonly since: number;
}

/**
 * Opens a spreadsheet on a page: from then on it is told what changes there. What the script's `onOpen` adds is asked
 * for with `openMenus`.
 */
export const openSpreadsheet = changing(
  v.object({ id: v.string() }),
  ({ live }, { id }, { viewer, page }): OpenedSpreadsheet => {
    const connected = live.pages.find(page);
    if (connected === undefined) throw new PageGone();
    const view = live.workspace.read((state) => viewSpreadsheet(state, id, viewer));
    connected.open = { spreadsheetId: id, view };
    return { view, since: connected.seq };
  },
);

/** Runs what scripts do when a spreadsheet is opened; answers the menus that came of it. */
export const openMenus = changing(
  v.object({ id: v.string() }),
  async ({ live }, { id }, { viewer, page }): Promise<readonly BoundMenu[]> => {
    const opened = live.act((workspace) => workspace.openSpreadsheet(id, { as: viewer }), page);
    await opened.done;
    return opened.value.executions.flatMap(({ scriptId, menus }) =>
      menus.map((menu) => ({ scriptId, menu })),
    );
  },
);

/** The page shows no spreadsheet any more. */
export const closeSpreadsheet = changing(v.object({}), ({ live }, _input, { page }): null => {
  const connected = live.pages.find(page);
  if (connected !== undefined) connected.open = undefined;
  return null;
});

/** Carries out what a person did in the grid; what came of it is told to the page before the answer. */
export const editSheet = changing(
  v.object({ id: v.string(), edit: SHEET_EDIT }),
  ({ live }: Site, { id, edit }, { viewer, page }): null => {
    live.act((workspace) => applySheetEdit(workspace, id, viewer, edit), page);
    live.broadcast();
    return null;
  },
);

/** Notes what a person has selected, so that scripts find it as the active range. */
export const selectCells = changing(
  v.object({ id: v.string(), tab: v.string(), a1: v.string() }),
  ({ live }, { id, tab, a1 }, { viewer }): null => {
    live.workspace.selectCell({ spreadsheetId: id, as: viewer, tab, a1 });
    return null;
  },
);
