import { formatInstant } from '../../../src/core/calendar/format-instant.ts';
import { instantToEpochMs } from '../../../src/core/calendar/instant-to-epoch-ms.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { toInstant } from '../../../src/core/calendar/to-instant.ts';
import type { BlockWrite } from '../../../src/registry/rows/assemble-writes.ts';
import type { SheetValue } from '../../../src/registry/rows/cell-values.ts';

/** What a cell keeps: a date as what the clocks of the spreadsheet show, as a sheet does. */
type Kept = string | number | boolean | { readonly wall: string };

const MOST_CHARACTERS = 50_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A tab's cells. It keeps what a spreadsheet keeps: text behind an apostrophe literally and without it, dates as wall
 * clock times of its zone. It refuses what a registry must never write: formulas, text that the sheet would read as
 * something else, over-long cells, numbers that are none, rectangles that are none.
 */
export class FakeGrid {
  readonly timeZone: string;
  readonly #rows: Kept[][] = [];

  constructor(timeZone: string, headers: readonly string[] = []) {
    this.timeZone = timeZone;
    if (headers.length > 0) this.#rows.push([...headers]);
  }

  get lastRow(): number {
    return this.#rows.length;
  }

  write({ row, column, values }: BlockWrite): void {
    const width = values[0]?.length ?? 0;
    if (row < 1 || column < 1 || width === 0 || values.some((cells) => cells.length !== width)) {
      throw new Error(`No rectangle of the grid: ${row}, ${column}.`);
    }
    values.forEach((cells, i) => {
      cells.forEach((value, j) => {
        this.#put(row + i, column + j, keep(value, this.timeZone));
      });
    });
  }

  /** As a person types text that the sheet leaves as it is. */
  typeText(row: number, column: number, text: string): void {
    this.#put(row, column, text);
  }

  insertRowAbove(row: number, cells: readonly string[]): void {
    this.#rows.splice(row - 1, 0, [...cells]);
  }

  /** What the spreadsheet service reads from row 2 on, every row as wide as the widest. */
  readRows(): readonly (readonly unknown[])[] {
    const width = Math.max(0, ...this.#rows.map((cells) => cells.length));
    return this.#rows
      .slice(1)
      .map((cells) => Array.from({ length: width }, (_, j) => this.#read(cells[j] ?? '')));
  }

  readCell(row: number, column: number): unknown {
    return this.#read(this.#rows[row - 1]?.[column - 1] ?? '');
  }

  #read(kept: Kept): unknown {
    if (typeof kept !== 'object') return kept;
    const instant = parseLocalTime(kept.wall, this.timeZone);
    if (instant === null) throw new Error(`No wall clock time: ${kept.wall}`);
    return new Date(instantToEpochMs(instant));
  }

  #put(row: number, column: number, kept: Kept): void {
    while (this.#rows.length < row) this.#rows.push([]);
    const cells = this.#rows[row - 1] ?? [];
    while (cells.length < column) cells.push('');
    cells[column - 1] = kept;
  }
}

function keep(value: SheetValue, timeZone: string): Kept {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new Error('No date.');
    return { wall: formatInstant(toInstant(value.getTime()), timeZone).slice(0, 19) };
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('No number.');
  if (typeof value !== 'string' || value === '') return value;
  if (!value.startsWith("'")) throw new Error(`A sheet would read this its own way: ${value}`);
  const text = value.slice(1);
  if (text.length > MOST_CHARACTERS) throw new Error(`A cell does not hold ${text.length} characters.`);
  if (LONE_SURROGATE.test(text)) throw new Error('Half a character would not survive being stored.');
  return text;
}
