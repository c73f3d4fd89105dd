import type { CallRequest } from '../realm/wire.ts';
import { rangeShape } from '../services/handles.ts';
import { isList } from '../services/shapes.ts';

/** Methods of ranges that look at their first cell only, whatever the range. */
const FIRST_CELL = /^Range\.(getValue|getDisplayValue|getFormula|getNote|getNumberFormat)$/;

/** How many cells a call reads or writes: those of its range, or of the row it appends; 0 for any other call. */
export function countCells({ method, on, args }: CallRequest): number {
  if (method === 'Sheet.appendRow') return isList(args[0]) ? args[0].length : 0;
  if (!method.startsWith('Range.') || !rangeShape.is(on)) return 0;
  return FIRST_CELL.test(method) ? 1 : on.rows * on.cols;
}
