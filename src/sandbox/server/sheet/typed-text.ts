import { type Cell, isDateCell, isFormula, sameCell } from '../../store/cells.ts';
import { coerceText } from '../../store/coerce-value.ts';
import { displayValue } from '../../store/display-value.ts';

/** Every date is told with its year, so that the current one does not matter. */
const CONTEXT = { timeZone: 'UTC', year: 2000 };

function becomes(text: string, cell: Cell, format: string | undefined): boolean {
  const typed = coerceText(text, format, CONTEXT).cell;
  return sameCell(typed, cell) && !(isDateCell(typed) && isDateCell(cell) && typed.n !== cell.n);
}

/**
 * The text that makes a cell of that format hold the same again when somebody types it: an apostrophe in front of
 * what would be taken for a number, date or formula. Dates read as shown where that is exact, else as ISO dates.
 */
export function typedText(cell: Cell, format: string | undefined): string {
  if (cell === '') return '';
  if (typeof cell === 'string') return becomes(cell, cell, format) ? cell : `'${cell}`;
  if (typeof cell === 'number') return String(cell);
  if (isFormula(cell)) return cell.f;
  const shown = displayValue(cell, format);
  if (!isDateCell(cell) || becomes(shown, cell, format)) return shown;
  if (cell.d >= 0 && cell.d < 1) return displayValue(cell.d, 'H:mm:ss');
  return displayValue(cell.d, Number.isInteger(cell.d) ? 'yyyy-mm-dd' : 'yyyy-mm-dd H:mm:ss');
}
