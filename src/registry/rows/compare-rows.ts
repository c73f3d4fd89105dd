import type { RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { misreadAs, parseCell, sameCell } from './cell-values.ts';
import type { TableLayout } from './table-layout.ts';

type AnyRecord = RecordTypes[keyof RecordTypes];

/** A cell that says something else than its record. */
export interface CellDifference {
  /** From 1, as the sheet counts. */
  readonly row: number;
  readonly column: number;
  readonly id: string;
  readonly key: string;
  readonly header: string;
  readonly writer: 'people' | 'computed';
  /** What the cell says, as canonical text. */
  readonly typed: string;
  /** What the record says. */
  readonly text: string;
  /** What Sheets took the typed text for, where the column is one of texts. */
  readonly misread: ReturnType<typeof misreadAs>;
}

/** A row with content but no ID of a record. */
export interface Stranger {
  readonly row: number;
  /** The first of its columns that holds something, from 1. */
  readonly column: number;
  readonly values: ReadonlyMap<string, string>;
  /** Sentences on the cells of texts that Sheets took for something else. */
  readonly misread: readonly string[];
}

export interface TableComparison {
  readonly differences: readonly CellDifference[];
  /** IDs that stand in a row of these, once each. */
  readonly found: ReadonlySet<string>;
  /** Rows with an ID that stands above already. */
  readonly repeated: readonly { readonly row: number; readonly id: string }[];
  /** Rows with content in declared columns but no ID of a record. */
  readonly strangers: readonly Stranger[];
}

/** Holds rows of a table against the records: `firstRow` is the sheet's number of the first of them. */
export function compareRows(
  rows: readonly (readonly unknown[])[],
  firstRow: number,
  layout: TableLayout,
  recordOf: (id: string) => AnyRecord | undefined,
  timeZone: string,
): TableComparison {
  const differences: CellDifference[] = [];
  const found = new Set<string>();
  const repeated: { row: number; id: string }[] = [];
  const strangers: Stranger[] = [];
  rows.forEach((cells, i) => {
    const row = firstRow + i;
    const id = String(cells[layout.idPosition] ?? '').trim();
    const record = id === '' ? undefined : recordOf(id);
    if (!record) {
      const values = new Map<string, string>();
      const misread: string[] = [];
      // Columns are in the order in which they are declared, and stand wherever people moved them.
      let first = cells.length;
      for (const [position, column] of layout.columns) {
        const text = parseCell(column.type, cells[position], timeZone);
        if (text !== '') {
          values.set(column.key, text);
          first = Math.min(first, position);
        }
        const taken = misreadIn(layout, column, cells[position]);
        if (taken !== null) misread.push(`${column.header}: ${describeMisread(taken)}`);
      }
      if (values.size > 0) strangers.push({ row, column: first + 1, values, misread });
      return;
    }
    if (found.has(id)) {
      repeated.push({ row, id });
      return;
    }
    found.add(id);
    for (const [position, column] of layout.columns) {
      const text = column.value(record as never);
      if (sameCell(column.type, text, cells[position], timeZone)) continue;
      const typed = parseCell(column.type, cells[position], timeZone);
      const { key, header, writer } = column;
      const misread = misreadIn(layout, column, cells[position]);
      differences.push({ row, column: position + 1, id, key, header, writer, typed, text, misread });
    }
  });
  return { differences, found, repeated, strangers };
}

/** Settings are numbers, dates and texts in one column, each read as what it is. */
function misreadIn(layout: TableLayout, { type }: Column<never>, value: unknown): CellDifference['misread'] {
  return layout.kind === 'settings' ? null : misreadAs(type, value);
}

/** What to tell whoever typed a text that Sheets took for something else. */
export function describeMisread(misread: NonNullable<CellDifference['misread']>): string {
  return `Sheets took this for ${misread}, and how it was written is lost: type an apostrophe before it.`;
}
