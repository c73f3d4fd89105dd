import type { SheetValue } from './cell-values.ts';

/** What a tab was seen to hold, wholly or in part; rows count from 1, as the sheet counts. */
export interface TableImage {
  readonly headers: readonly unknown[];
  /** The cells of the ID column from row 2 on. */
  readonly ids: readonly unknown[];
  /** The rows that were read in full, by their number. */
  readonly cells: ReadonlyMap<number, readonly unknown[]>;
}

/** The ID in a cell, '' where there is none. */
export function idText(cell: unknown): string {
  return String(cell ?? '').trim();
}

/** The image of a tab that was read as a whole: `rows` begin with row 2. */
export function wholeImage(
  headers: readonly unknown[],
  rows: readonly (readonly unknown[])[],
  idPosition: number,
): TableImage {
  return {
    headers,
    ids: rows.map((cells) => cells[idPosition] ?? ''),
    cells: new Map(rows.map((cells, i) => [i + 2, cells])),
  };
}

/** The number of the last row of an image that holds anything. */
export function lastFilledRow({ ids, cells }: TableImage): number {
  let last = 1;
  ids.forEach((id, i) => {
    if (idText(id) !== '') last = Math.max(last, i + 2);
  });
  for (const [row, values] of cells) if (!isBlank(values)) last = Math.max(last, row);
  return last;
}

/** Whether a row holds nothing. */
export function isBlank(cells: readonly unknown[]): boolean {
  return cells.every((cell) => cell === '' || cell === null || cell === undefined);
}

/**
 * Names for the columns of a header row by position, so that a column is known again wherever it went: its header, or
 * for one without (or with a header that stands there already) the nearest header to the left and how far it is away.
 */
export function columnNames(headers: readonly unknown[], width = headers.length): readonly string[] {
  const names: string[] = [];
  const known = new Set<string>();
  let [left, distance] = ['', 0];
  for (let position = 0; position < width; position += 1) {
    const header = idText(headers[position]);
    if (header !== '' && !known.has(header)) {
      known.add(header);
      [left, distance] = [header, 0];
      names.push(header);
    } else {
      distance += 1;
      names.push(`${left}\u0000${distance}`);
    }
  }
  return names;
}

/** In the hour that clocks show twice a sheet gives back the first of two moments. */
const REPEATED_HOUR_MS = 60 * 60 * 1000;

/** Whether two cells as read hold the same. */
export function sameRead(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? '', b ?? ''];
  if (left === right) return true;
  const [at, other] = [timeOf(left), timeOf(right)];
  if (at === null || other === null) return false;
  const apart = Math.abs(at - other);
  return apart < 1000 || Math.abs(apart - REPEATED_HOUR_MS) < 1000;
}

/** Whether a cell as read holds what was written: the apostrophe of literal text is not kept. */
export function sameWritten(written: SheetValue, read: unknown): boolean {
  return sameRead(typeof written === 'string' ? written.replace(/^'/, '') : written, read);
}

function timeOf(value: unknown): number | null {
  return Object.prototype.toString.call(value) === '[object Date]' ? (value as Date).getTime() : null;
}
