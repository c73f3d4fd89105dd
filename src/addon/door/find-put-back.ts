import { toInstant } from '../../core/calendar/to-instant.ts';
import { cleanText } from '../../core/text/clean-text.ts';
import { sameCell } from '../../registry/rows/cell-values.ts';
import type { CellDifference } from '../../registry/rows/compare-rows.ts';
import { idText } from '../../registry/rows/table-image.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { NOTE_MARK, noteText, UNKNOWN_AUTHOR } from './put-back.ts';
import type { OpenTable } from './tables.ts';

/** What the event of one typed cell tells; undefined where Google tells nothing. */
export interface TypedValue {
  readonly value: string | undefined;
  readonly oldValue: string | undefined;
}

const DAY_MS = 86_400_000;

/** The moment from which spreadsheets count days. */
const SERIAL_START_MS = Date.parse('1899-12-30T00:00:00Z');

/** The last day of the year 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * What was typed into the one cell of this event, where the clock came first, did not know who had typed it and put it
 * back: its note still says what it found, and the event says the same. Null in every other case. One read, for a cell
 * that says what its record says.
 */
export function findPutBack(
  range: GoogleAppsScript.Spreadsheet.Range,
  event: TypedValue,
  cells: readonly unknown[] | undefined,
  {
    table,
    records,
    timeZone,
  }: { readonly table: OpenTable; readonly records: RecordsView; readonly timeZone: string },
): CellDifference | null {
  const isOneCell = range.getNumRows() === 1 && range.getNumColumns() === 1;
  const tells = event.value !== undefined || event.oldValue !== undefined;
  const { kind, layout } = table;
  const column = layout.columns.get(range.getColumn() - 1);
  const id = idText(cells?.[layout.idPosition]);
  const record = records.get(kind, id);
  if (!isOneCell || !tells || column?.writer !== 'people' || record === undefined) return null;
  const typed = typedIn(range.getNote());
  if (typed === null || !isWhatWasTyped(typed, event.value ?? '')) return null;
  const { key, header, writer, value } = column;
  const text = value(record as never);
  if (sameCell(column.type, text, typed, timeZone)) return null;
  return {
    row: range.getRow(),
    column: range.getColumn(),
    id,
    key,
    header,
    writer,
    typed,
    text,
    misread: null,
  };
}

/** What the clock's note says that it found; null for other notes, and where it was too long to be told whole. */
function typedIn(note: string): string | null {
  const [before, after] = [`${NOTE_MARK}put back from `, `. ${UNKNOWN_AUTHOR}`];
  if (!note.startsWith(before) || !note.endsWith(after)) return null;
  const found = note.slice(before.length, -after.length);
  const typed = found === 'empty' ? '' : found.slice(1, -1);
  return noteText(typed, UNKNOWN_AUTHOR) === note && !typed.endsWith('…') ? typed : null;
}

/** Events tell typed values as text: of a day or a number as the number that the cell holds. */
function isWhatWasTyped(typed: string, value: string): boolean {
  if (cleanText(value) === typed) return true;
  if (typed === '' || value === '') return false;
  const number = Number(value);
  if (Number(typed) === number) return true;
  if (!(number >= 0 && number <= LAST_SERIAL)) return false;
  return typed === toInstant(SERIAL_START_MS + Math.floor(number) * DAY_MS).slice(0, 10);
}
