import type { RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { formatCell, type SheetValue } from './cell-values.ts';
import { idText } from './table-image.ts';
import type { TableLayout } from './table-layout.ts';

/** A rectangle to write; row and column count from 1, as the sheet does. */
export interface BlockWrite {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly SheetValue[])[];
}

type AnyRecord = RecordTypes[keyof RecordTypes];

/** A record to show, and what its row showed before; null for a row that is not there yet. */
export interface RowChange {
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
}

interface Table {
  readonly layout: TableLayout;
  /** IDs from row 2 on, as they stand. */
  readonly ids: readonly unknown[];
  /** Rows without an ID that are to become these records' rows. */
  readonly adopted?: ReadonlyMap<string, number>;
  /** How many columns the tab has: a new row says of each that it is empty. */
  readonly width: number;
  readonly timeZone: string;
  /** The record of an ID, for rows between changed ones. */
  readonly recordOf: (id: string) => AnyRecord | undefined;
}

/** A row that is not there yet, in full width. */
export interface NewRow {
  readonly id: string;
  readonly cells: readonly SheetValue[];
}

/** What to write into a tab: cells of rows that stand there, and rows to put behind everything else. */
export interface TableWrites {
  readonly blocks: readonly BlockWrite[];
  readonly appended: readonly NewRow[];
}

/** More single-row blocks than this are written as taller blocks, so that the calls don't grow with the rows. */
const FEW_ROWS = 4;

/**
 * The writes that make the rows show the records: changed cells only, found by ID; what people typed beside them and
 * what is not declared stays untouched. Records without a row are appended.
 */
export function assembleWrites(changes: readonly RowChange[], table: Table): TableWrites {
  const rowOf = new Map<string, number>(table.adopted);
  table.ids.forEach((id, i) => {
    const text = idText(id);
    if (text !== '' && !rowOf.has(text)) rowOf.set(text, i + 2);
  });
  const known = changes.filter(({ id, before }) => before !== null && rowOf.has(id));
  const rowsAgain = changes.filter(({ id, before }) => before === null && rowOf.has(id));
  const added = changes.filter(({ id }) => !rowOf.has(id));
  const cells = new Map<number, Map<number, SheetValue>>();
  for (const { id, before, after } of [...known, ...rowsAgain]) {
    const row = rowOf.get(id);
    if (row !== undefined) cells.set(row, changedCells(before, after, table));
  }
  const blocks = cells.size > FEW_ROWS ? tallBlocks(cells, table, rowOf) : rowBlocks(cells, table, rowOf);
  return { blocks, appended: added.map(({ id, after }) => ({ id, cells: assembleRow(after, table) })) };
}

function cellValue(column: Column<never>, record: AnyRecord, timeZone: string): SheetValue {
  return formatCell(column.type, column.value(record as never), timeZone);
}

function changedCells(
  before: AnyRecord | null,
  after: AnyRecord,
  { layout, timeZone }: Table,
): Map<number, SheetValue> {
  const cells = new Map<number, SheetValue>();
  for (const [position, column] of layout.columns) {
    if (before !== null && column.value(before as never) === column.value(after as never)) continue;
    cells.set(position, cellValue(column, after, timeZone));
  }
  return cells;
}

/** One block for each run of changed cells in a row; unchanged computed cells in between may be written along. */
function rowBlocks(
  cells: ReadonlyMap<number, ReadonlyMap<number, SheetValue>>,
  table: Table,
  rowOf: ReadonlyMap<string, number>,
): readonly BlockWrite[] {
  const idOf = new Map([...rowOf].map(([id, row]) => [row, id]));
  const blocks: BlockWrite[] = [];
  for (const [row, changed] of cells) {
    const record = table.recordOf(idOf.get(row) ?? '');
    for (const [from, to] of bridgedRuns([...changed.keys()], table.layout)) {
      const values: SheetValue[] = [];
      for (let position = from; position <= to; position += 1) {
        const column = table.layout.columns.get(position);
        const value = changed.get(position);
        values.push(value ?? (column && record ? cellValue(column, record, table.timeZone) : ''));
      }
      blocks.push({ row, column: from + 1, values: [values] });
    }
  }
  return blocks;
}

/** Runs of positions; a gap is bridged where all of it is computed, since computed cells say what the record says. */
function bridgedRuns(
  positions: readonly number[],
  layout: TableLayout,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && isComputed(layout, last[1] + 1, position - 1)) last[1] = position;
    else runs.push([position, position]);
  }
  return runs;
}

function isComputed(layout: TableLayout, from: number, to: number): boolean {
  for (let position = from; position <= to; position += 1) {
    // The ID is how a row is known: it is never written along.
    if (position === layout.idPosition || layout.columns.get(position)?.writer !== 'computed') return false;
  }
  return true;
}

/** Blocks over many rows: rows in between are written with what their records say, in computed columns only. */
function tallBlocks(
  cells: ReadonlyMap<number, ReadonlyMap<number, SheetValue>>,
  table: Table,
  rowOf: ReadonlyMap<string, number>,
): readonly BlockWrite[] {
  const positions = [...new Set([...cells.values()].flatMap((changed) => [...changed.keys()]))];
  const computed = positions.filter((position) => isComputed(table.layout, position, position));
  const typed = positions.filter((position) => !computed.includes(position));
  const blocks: BlockWrite[] = [];
  for (const [from, to] of bridgedRuns(computed, table.layout)) {
    const rows = [...cells]
      .filter(([, changed]) => [...changed.keys()].some((p) => p >= from && p <= to))
      .map(([row]) => row);
    blocks.push(...columnBlocks([from, to], rows, table, rowOf));
  }
  for (const position of typed) {
    for (const [row, changed] of [...cells].sort(([a], [b]) => a - b)) {
      const value = changed.get(position);
      if (value === undefined) continue;
      const last = blocks.at(-1);
      if (last && last.column === position + 1 && last.row + last.values.length === row) {
        blocks[blocks.length - 1] = { ...last, values: [...last.values, [value]] };
      } else blocks.push({ row, column: position + 1, values: [[value]] });
    }
  }
  return blocks;
}

function columnBlocks(
  [from, to]: readonly [number, number],
  rows: readonly number[],
  table: Table,
  rowOf: ReadonlyMap<string, number>,
): readonly BlockWrite[] {
  const idOf = new Map([...rowOf].map(([id, row]) => [row, id]));
  const blocks: { row: number; column: number; values: SheetValue[][] }[] = [];
  for (let row = Math.min(...rows); row <= Math.max(...rows); row += 1) {
    const record = table.recordOf(idOf.get(row) ?? '');
    // A row that is no record's, or a copy of one, is somebody's own: the block ends before it and begins behind it.
    if (!record) continue;
    const values: SheetValue[] = [];
    for (let position = from; position <= to; position += 1) {
      const column = table.layout.columns.get(position);
      values.push(column ? cellValue(column, record, table.timeZone) : '');
    }
    const last = blocks.at(-1);
    if (last && last.row + last.values.length === row) last.values.push(values);
    else blocks.push({ row, column: from + 1, values: [values] });
  }
  return blocks;
}

/** A record's row in full width, empty in columns that are none of ours. */
function assembleRow(record: AnyRecord, { layout, width, timeZone }: Table): readonly SheetValue[] {
  const positions = Math.max(width, ...[...layout.columns.keys()].map((position) => position + 1));
  return Array.from({ length: positions }, (_, position) => {
    const column = layout.columns.get(position);
    return column ? cellValue(column, record, timeZone) : '';
  });
}
