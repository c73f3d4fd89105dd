import type { RecordTypes } from '../records.ts';
import type { BlockWrite, NewRow, TableWrites } from './assemble-writes.ts';
import { formatCell, literalText, type SheetValue, sameCell } from './cell-values.ts';
import { compareCells } from './find-typed-rows.ts';
import { columnNames, idText, isBlank, sameRead, sameWritten, type TableImage } from './table-image.ts';
import { readLayout, type TableLayout } from './table-layout.ts';

type AnyRecord = RecordTypes[keyof RecordTypes];

/** What a write meant to do and what it may have done instead. */
export interface WriteAttempt {
  /** The tab before the write, as far as it was read. */
  readonly before: TableImage;
  /** Everything that was written since. */
  readonly written: TableWrites;
  /** The cells meant, by record: keys of columns. */
  readonly intended: ReadonlyMap<string, ReadonlySet<string>>;
  /** Records that have to stand in a row of the tab. */
  readonly mustStand: ReadonlySet<string>;
  readonly recordOf: (id: string) => AnyRecord | undefined;
  readonly timeZone: string;
}

/** A tab read as a whole, with the formulas in it. */
export interface TableNow extends TableImage {
  readonly layout: TableLayout;
  readonly formulas: readonly (readonly string[])[];
}

/**
 * What puts a tab right after people sorted it, or inserted, deleted or moved rows and columns, while something was
 * written into it: cells that the write hit and that are not what was meant say again what they said, the cells meant
 * say what the records say, and rows that were written over stand again with the person's own cells. What nobody wrote
 * stays as it is, whatever it says. Nothing to write means that all is right.
 */
export function assembleRepairs(now: TableNow, attempt: WriteAttempt): TableWrites {
  const rows = identifyRows(now, attempt);
  const cells = new Map<number, Map<number, SheetValue>>();
  const put = (row: number, position: number, value: SheetValue) => {
    const values = cells.get(row) ?? new Map<number, SheetValue>();
    cells.set(row, values.set(position, value));
  };
  const names = columnNames(now.headers);
  const namesBefore = columnNames(attempt.before.headers);
  const formerPosition = new Map(namesBefore.map((name, position) => [name, position]));
  const beforeRows = indexIds(attempt.before);
  for (const [row, values] of now.cells) {
    const found = rows.get(row);
    const isHit = (position: number) => found?.isOurs === true || wasHit(attempt, row, position, values);
    const formerRow = found?.formerRow ?? beforeRows.get(found?.id ?? '');
    const former = formerRow === undefined ? undefined : attempt.before.cells.get(formerRow);
    const formerCell = (position: number) => {
      const at = formerPosition.get(names[position] ?? '');
      return at === undefined ? undefined : former?.[at];
    };
    const record = found?.id === undefined ? undefined : attempt.recordOf(found.id);
    const intended = attempt.intended.get(found?.id ?? '');
    if (!intended && !values.some((_, position) => isHit(position))) continue;
    values.forEach((cell, position) => {
      const column = record && now.layout.columns.get(position);
      if (column) {
        const text = column.value(record as never);
        if (sameCell(column.type, text, cell, attempt.timeZone)) return;
        const wasMissed = intended?.has(column.key) && (!former || sameRead(formerCell(position), cell));
        if (wasMissed || isHit(position)) put(row, position, formatCell(column.type, text, attempt.timeZone));
        return;
      }
      if (!isHit(position) || (now.formulas[row - 1]?.[position] ?? '') !== '') return;
      const value = formerCell(position) ?? '';
      if (!sameRead(value, cell)) put(row, position, literal(value));
    });
  }
  return { blocks: cellBlocks(cells), appended: missingRows(now, attempt, rows) };
}

interface Found {
  /** The record whose row this is; undefined for a row that is somebody's own. */
  readonly id: string | undefined;
  /** Where the row stood before, where its ID does not tell. */
  readonly formerRow?: number | undefined;
  /** Whether all of it was written by us. */
  readonly isOurs?: boolean;
}

/** Whether a cell holds what was written to that very place. */
function wasHit(
  { written }: WriteAttempt,
  row: number,
  position: number,
  values: readonly unknown[],
): boolean {
  return written.blocks.some((block) => {
    const value = block.values[row - block.row]?.[position + 1 - block.column];
    return value !== undefined && sameWritten(value, values[position]);
  });
}

function indexIds({ ids }: TableImage): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  ids.forEach((id, i) => {
    const text = idText(id);
    if (text !== '' && !rows.has(text)) rows.set(text, i + 2);
  });
  return rows;
}

/** Which rows are which records': by ID where it was not written over, otherwise by what else stands in them. */
function identifyRows(now: TableNow, attempt: WriteAttempt): ReadonlyMap<number, Found> {
  const { idPosition } = now.layout;
  const rows = new Map<number, Found>();
  const known = new Set<string>();
  const open: number[] = [];
  for (const [row, values] of now.cells) {
    const id = idText(values[idPosition]);
    const record = id === '' || known.has(id) ? undefined : attempt.recordOf(id);
    const isSure =
      record &&
      (!wasHit(attempt, row, idPosition, values) || looksLike(values, record, now.layout, attempt.timeZone));
    if (isSure) {
      known.add(id);
      // Our own new row, in columns that were others by then.
      const isOurs = attempt.written.appended.some((one) => one.id === id && holds(values, one));
      rows.set(row, { id, isOurs });
    } else if (!isBlank(values)) open.push(row);
  }
  const takenRows = new Set<number>();
  for (const row of open) {
    const values = now.cells.get(row) ?? [];
    const garbled = attempt.written.appended.filter((one) => holds(values, one));
    if (garbled.length > 0) {
      // A record that stands elsewhere was taken for missing: its second row goes.
      const id = garbled.find((one) => !known.has(one.id))?.id;
      if (id !== undefined) known.add(id);
      rows.set(row, { id, isOurs: true });
      continue;
    }
    if (!values.some((_, position) => wasHit(attempt, row, position, values))) continue;
    const formerRow = findFormerRow(now, attempt, row, known, takenRows);
    if (formerRow === null) rows.set(row, { id: undefined });
    else {
      takenRows.add(formerRow);
      const id = idText(attempt.before.ids[formerRow - 2]);
      const isRecord = id !== '' && attempt.recordOf(id) !== undefined && !known.has(id);
      if (isRecord) known.add(id);
      rows.set(row, { id: isRecord ? id : undefined, formerRow });
    }
  }
  return rows;
}

function looksLike(values: readonly unknown[], record: AnyRecord, layout: TableLayout, timeZone: string) {
  const { same, filled } = compareCells(values, record, layout, timeZone);
  return same * 2 > filled;
}

/** Whether a row holds what was written as a new row, cell by cell from the left, in columns that were others by then. */
function holds(values: readonly unknown[], { cells }: NewRow): boolean {
  let [filled, same] = [0, 0];
  cells.forEach((cell, position) => {
    if (cell === '') return;
    filled += 1;
    if (sameWritten(cell, values[position])) same += 1;
  });
  return filled > 1 && same === filled;
}

/** The row of the image before whose cells, outside of what was written, a row of now holds; null where there is none. */
function findFormerRow(
  now: TableNow,
  attempt: WriteAttempt,
  row: number,
  known: ReadonlySet<string>,
  taken: ReadonlySet<number>,
): number | null {
  const values = now.cells.get(row) ?? [];
  const names = columnNames(now.headers);
  const positions = new Map(columnNames(attempt.before.headers).map((name, position) => [name, position]));
  let best = { row: 0, same: 0 };
  for (const [formerRow, former] of attempt.before.cells) {
    if (formerRow < 2 || taken.has(formerRow) || known.has(idText(attempt.before.ids[formerRow - 2])))
      continue;
    let [same, other] = [0, 0];
    values.forEach((cell, position) => {
      const at = positions.get(names[position] ?? '');
      if (at === undefined || cell === '' || wasHit(attempt, row, position, values)) return;
      if (sameRead(former[at], cell)) same += 1;
      else other += 1;
    });
    if (same > other && same > best.same) best = { row: formerRow, same };
  }
  return best.row === 0 ? null : best.row;
}

/** Records that have no row: new ones, and ones whose row was written over, with the cells of people's own columns. */
function missingRows(
  now: TableNow,
  attempt: WriteAttempt,
  rows: ReadonlyMap<number, Found>,
): readonly NewRow[] {
  const standing = new Set([...rows.values()].map(({ id }) => id));
  const ids = [...attempt.mustStand].filter((id) => !standing.has(id));
  const formerRows = indexIds(attempt.before);
  const formerNames = new Map(columnNames(attempt.before.headers).map((name, position) => [name, position]));
  const names = columnNames(now.headers);
  return ids.flatMap((id) => {
    const record = attempt.recordOf(id);
    if (!record) return [];
    const former = attempt.before.cells.get(formerRows.get(id) ?? 0);
    const cells = names.map((name, position): SheetValue => {
      const column = now.layout.columns.get(position);
      if (column) return formatCell(column.type, column.value(record as never), attempt.timeZone);
      const at = formerNames.get(name);
      return at === undefined ? '' : literal(former?.[at] ?? '');
    });
    return [{ id, cells }];
  });
}

/** A value as read, to be written again: text stays text. */
function literal(value: unknown): SheetValue {
  if (typeof value === 'string') return literalText(value);
  return value as SheetValue;
}

/** One block for each run of neighbouring cells in a row. */
function cellBlocks(cells: ReadonlyMap<number, ReadonlyMap<number, SheetValue>>): readonly BlockWrite[] {
  const blocks: { row: number; column: number; values: SheetValue[][] }[] = [];
  for (const [row, values] of cells) {
    let last: { row: number; column: number; values: SheetValue[][] } | undefined;
    for (const [position, value] of [...values].sort(([a], [b]) => a - b)) {
      const run = last?.values[0];
      if (last && run && last.column + run.length === position + 1) run.push(value);
      else {
        last = { row, column: position + 1, values: [[value]] };
        blocks.push(last);
      }
    }
  }
  return blocks;
}

/** The layout of a tab as it stands now, or null where a declared column is not to be found. */
export function readTableNow(
  kind: TableLayout['kind'],
  grid: readonly (readonly unknown[])[],
  formulas: readonly (readonly string[])[],
): TableNow | null {
  const [headers = [], ...rows] = grid;
  const layout = readLayout(kind, headers);
  if (layout.missing.length > 0) return null;
  return {
    headers,
    ids: rows.map((cells) => cells[layout.idPosition] ?? ''),
    cells: new Map(rows.map((cells, i) => [i + 2, cells])),
    layout,
    formulas,
  };
}
