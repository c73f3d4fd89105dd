import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import { missingDocument } from '../execution/world.ts';
import type { Box } from '../store/a1.ts';
import { canEdit, canView } from '../store/access.ts';
import { PROTECTED_MESSAGE, refusingProtections } from '../store/protections.ts';
import type { Undo } from '../store/sheet-cells.ts';
import type { SheetState } from '../store/sheet-state.ts';
import type { FileState } from '../world-state.ts';

/** Anything that stands for a tab or part of one. */
export interface OnSheet {
  readonly id: string;
  readonly sheet: number;
}

/** The file of that id if the execution's user may see it; the platform's error otherwise. */
export function visibleFile(execution: Execution, id: string, kind?: FileState['kind']): FileState {
  const { state } = execution.world;
  const file = state.files[id];
  if (file === undefined || (kind !== undefined && file.kind !== kind)) {
    throw new ServiceError(missingDocument(id));
  }
  if (!canView(state, file, execution.start.effectiveUser)) {
    throw new ServiceError('You do not have permission to access the requested document.');
  }
  return file;
}

/** The file of that id if the execution's user may change it; the platform's error otherwise. */
export function editableFile(execution: Execution, id: string): FileState {
  const file = visibleFile(execution, id);
  if (!canEdit(execution.world.state, file, execution.start.effectiveUser)) {
    throw new ServiceError('You do not have permission to perform that action.');
  }
  return file;
}

/** Throws unless the execution's user may change `box` of the tab, or the whole tab when it is null. */
export function checkMayChange(execution: Execution, on: OnSheet, box: Box | null): SheetState {
  const file = editableFile(execution, on.id);
  const sheet = execution.world.sheet(on.id, on.sheet);
  if (sheet.protections.length > 0) {
    const { domain } = execution.world.state;
    const refusing = refusingProtections(sheet, box, file, execution.start.effectiveUser, domain);
    if (refusing.length > 0) throw new ServiceError(PROTECTED_MESSAGE);
  }
  return sheet;
}

/** Throws unless the box lies on the tab's grid. */
export function checkOnGrid(sheet: SheetState, box: Box): void {
  if (
    box.row < 1 ||
    box.col < 1 ||
    box.row + box.rows - 1 > sheet.maxRows ||
    box.col + box.cols - 1 > sheet.maxCols
  ) {
    throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
  }
}

/** Makes a change to a box of cells that waits for the next flush. */
export function changeBox(
  execution: Execution,
  on: OnSheet & Box,
  change: (sheet: SheetState) => Undo,
): void {
  checkOnGrid(checkMayChange(execution, on, on), on);
  execution.write(() => {
    const sheet = execution.world.sheet(on.id, on.sheet);
    checkOnGrid(sheet, on);
    return change(sheet);
  });
}

/** Makes a change to a tab as a whole that waits for the next flush. */
export function changeSheet(execution: Execution, on: OnSheet, change: (sheet: SheetState) => Undo): void {
  checkMayChange(execution, on, null);
  execution.write(() => change(execution.world.sheet(on.id, on.sheet)));
}
