import { AccessDenied, ActionRefused } from '../errors.ts';
import type { ExecutionResult } from '../execution/run-execution.ts';
import type { World } from '../execution/world.ts';
import type { Menu } from '../services/ui.ts';
import { boxOfA1, parseA1 } from '../store/a1.ts';
import { canView, normalEmail } from '../store/access.ts';
import { openEvent } from '../triggers/events.ts';
import { type FaultsFor, fireInstallable, fireSimple } from '../triggers/fire.ts';
import { tabOf } from './edit-cells.ts';

/** What opening a spreadsheet did: the menus that scripts added, and the executions. */
export interface Opened {
  readonly menus: readonly Menu[];
  readonly executions: readonly ExecutionResult[];
}

/** Opens a spreadsheet as a person. Throws AccessDenied when they may not see it. */
export function openSpreadsheet(world: World, id: string, as: string, faults?: FaultsFor): Opened {
  world.focus(undefined);
  const file = world.file(id);
  const email = normalEmail(as);
  if (file === undefined || file.trashed || !canView(world.state, file, email)) {
    throw new AccessDenied(`${email} may not open this spreadsheet.`);
  }
  const body = openEvent(id);
  const executions = [
    ...fireSimple(world, id, 'onOpen', email, body, faults),
    ...fireInstallable(world, id, 'ON_OPEN', email, body, faults),
  ];
  return { menus: executions.flatMap((one) => one.menus), executions };
}

/** Selects cells as a person; their next executions find them as the active range. */
export function selectCell(
  world: World,
  at: { readonly spreadsheetId: string; readonly as: string; readonly tab: string; readonly a1: string },
): void {
  const sheet = tabOf(world, at);
  const a1 = parseA1(at.a1);
  if (a1 === undefined) throw new ActionRefused(`${at.a1} is no range.`);
  const box = boxOfA1(a1, sheet.maxRows, sheet.maxCols);
  world.state.selections[`${at.spreadsheetId} ${normalEmail(at.as)}`] = { sheetId: sheet.id, ...box };
}
