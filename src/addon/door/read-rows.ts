import { sameHeaders } from '../../registry/rows/check-writes.ts';
import { idText, type TableImage } from '../../registry/rows/table-image.ts';
import { MOST_READINGS, type OpenTable, openSheet, readBox, readHeaders, readSheet } from './tables.ts';

/** Rows that lie at most so far apart are read in one call, with the rows between them. */
const NEAR_ROWS = 300;

/** Rows read before and behind the ones asked for: what may move there while something is written. */
const MARGIN = 5;

/** Rows read before and behind the place where a record is supposed to stand. */
const GUESS_MARGIN = 30;

/** Stretches read one by one; more of them are read as one. */
const MOST_STRETCHES = 3;

/** A stretch of rows, both ends inclusive. */
export type Stretch = readonly [from: number, to: number];

/** Few stretches that cover these rows. */
export function stretchesOf(rows: readonly number[]): readonly Stretch[] {
  const stretches: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && row - last[1] <= NEAR_ROWS) last[1] = row;
    else stretches.push([row, row]);
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  return stretches.length > MOST_STRETCHES && first && last ? [[first[0], last[1]]] : stretches;
}

/** The cells of these rows in the tab's full width. One read for each stretch. */
export function readRows(
  { sheet }: OpenTable,
  stretches: readonly Stretch[],
): Map<number, readonly unknown[]> {
  const cells = new Map<number, readonly unknown[]>();
  for (const [from, to] of stretches) {
    const values = readBox(sheet, () => ({
      row: from,
      rows: Math.max(1, Math.min(to, sheet.getMaxRows()) - from + 1),
      columns: sheet.getMaxColumns(),
    }));
    values.forEach((row, i) => {
      cells.set(from + i, row);
    });
  }
  return cells;
}

/** Which rows of a tab are to be seen. */
export interface Wanted {
  /** The rows of these records. */
  readonly ids: ReadonlySet<string>;
  /** The last rows with any content. */
  readonly end: boolean;
  /** Rows with content but no ID. */
  readonly withoutId: boolean;
}

/**
 * A tab with its IDs and some of its rows as they stand, before they are written to. Where rows or columns moved between
 * these readings, all is read at once.
 */
export function readImage({ kind, sheet }: OpenTable, wanted: Wanted): OpenTable {
  const table = openSheet(kind, sheet);
  const { layout, image } = table;
  const ids = readIds(table);
  const last = wanted.end || wanted.withoutId ? Math.max(2, sheet.getLastRow()) : 0;
  const rows = ids.flatMap((id, i) => {
    const text = idText(id);
    const isWanted = text === '' ? wanted.withoutId && i + 2 <= last : wanted.ids.has(text);
    return isWanted ? [i + 2] : [];
  });
  const stretches = stretchesOf(rows).map(([from, to]): Stretch => [Math.max(2, from - MARGIN), to + MARGIN]);
  const end: readonly Stretch[] = wanted.end ? [[Math.max(2, last - MARGIN), last]] : [];
  const cells = readRows(table, [...stretches, ...end]);
  const isSteady =
    rows.every((row) => idText(cells.get(row)?.[layout.idPosition]) === idText(ids[row - 2])) &&
    // A row without an ID does not tell that its columns moved.
    (!wanted.withoutId || sameHeaders(image.headers, readHeaders(sheet)));
  return isSteady
    ? { ...table, image: { headers: image.headers, ids, cells } }
    : readSheet(kind, sheet).table;
}

/**
 * The rows of these records where they stand if nobody sorted the tab: one read instead of two, and far fewer cells.
 * Null where one of them is not there.
 */
export function readGuessed(table: OpenTable, guesses: ReadonlyMap<string, number>): OpenTable | null {
  const { sheet, layout } = table;
  const { headers } = table.image;
  const most = sheet.getMaxRows();
  const stretches = stretchesOf([...guesses.values()].map((row) => Math.min(row, most))).map(
    ([from, to]): Stretch => [Math.max(2, from - GUESS_MARGIN), to + GUESS_MARGIN],
  );
  const cells = readRows(table, stretches);
  const ids: unknown[] = Array.from({ length: Math.max(1, ...cells.keys()) - 1 }, () => '');
  for (const [row, values] of cells) ids[row - 2] = values[layout.idPosition];
  const found = new Set(ids.map(idText));
  const image: TableImage = { headers, ids, cells };
  return [...guesses.keys()].every((id) => found.has(id)) ? { ...table, image } : null;
}

/** The ID column from row 2 on. One read. */
export function readIds({ sheet, layout }: OpenTable): readonly unknown[] {
  for (let reading = 1; ; reading += 1) {
    const rows = sheet.getMaxRows();
    try {
      const ids: unknown[][] = sheet.getRange(1, layout.idPosition + 1, rows, 1).getValues();
      if (sheet.getMaxRows() === rows || reading === MOST_READINGS) return ids.slice(1).map(([id]) => id);
    } catch (error) {
      if (reading === MOST_READINGS) throw error;
    }
  }
}
