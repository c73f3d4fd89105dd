import type { Faults as PlatformFaults } from '../../src/sandbox/execution/execution.ts';
import { findCell, findRow } from './find-cell.ts';
import type { During, Faults } from './scenario.ts';
import type { World } from './world.ts';

/** The faults of one step as the local Workspace brings them about. */
export interface StepFaults {
  readonly platform: PlatformFaults;
  /** Lets the person act who should have acted between two calls, where the execution made too few of them. */
  readonly catchUp: () => void;
}

/** `as` is who acts in between unless the step names somebody else. How often a form is told is not among them. */
export function stepFaults(world: World, faults: Faults, as: string): StepFaults {
  const { stopAfterCalls, keepWrites, during } = faults;
  let hasActed = during === undefined;
  const act = (): void => {
    if (hasActed || during === undefined) return;
    hasActed = true;
    actBetween(world, during, during.as ?? as);
  };
  const beforeCall = (n: number): void => {
    if (during !== undefined && n > during.afterCalls) act();
  };
  return {
    platform: {
      ...(stopAfterCalls === undefined ? {} : { stopAfterCalls }),
      ...(keepWrites === undefined ? {} : { keepWrites }),
      ...(during === undefined ? {} : { beforeCall }),
    },
    catchUp: act,
  };
}

/** What a person does to the sheet. Where the record or column is not there, nothing can be done to it. */
function actBetween(world: World, { edit, sort, insertRow }: During, as: string): void {
  const { workspace, spreadsheetId } = world;
  if (edit !== undefined) {
    const cell = findCell(world, edit);
    const at = { spreadsheetId, as, tab: edit.tab };
    if (!('missing' in cell)) workspace.edit({ ...at, ...cell, value: edit.value });
  }
  if (sort !== undefined) {
    const column = (world.workspace.table(spreadsheetId, sort.tab)[0] ?? []).indexOf(sort.column) + 1;
    const { tab, ascending } = sort;
    if (column > 0) workspace.sort({ spreadsheetId, as, tab, column, ascending });
  }
  if (insertRow !== undefined) {
    const row = findRow(world, insertRow);
    if (!('missing' in row)) workspace.insertRows({ spreadsheetId, as, tab: insertRow.tab, row: row.row });
  }
}
