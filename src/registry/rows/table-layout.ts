import type { Column } from '../schema/column.ts';
import { TABS, type TabKind } from '../schema/schema.ts';

/** Where the columns of a tab stand, found by header; positions count from 0. */
export interface TableLayout {
  readonly kind: TabKind;
  readonly idPosition: number;
  /** The declared columns that were found, by position. */
  readonly columns: ReadonlyMap<number, Column<never>>;
  /** Headers of declared columns that are not there. */
  readonly missing: readonly string[];
}

/**
 * Reads a header row. People may move columns and add their own: those are none of ours and stay untouched. The first
 * of two equal headers counts.
 */
export function readLayout(kind: TabKind, headers: readonly unknown[]): TableLayout {
  const tab = TABS[kind];
  const declared = tab.columns as readonly Column<never>[];
  const columns = new Map<number, Column<never>>();
  const missing: string[] = [];
  const positions = new Map<string, number>();
  headers.forEach((header, position) => {
    const text = String(header).trim();
    if (!positions.has(text)) positions.set(text, position);
  });
  let idPosition = -1;
  for (const column of declared) {
    const position = positions.get(column.header);
    if (position === undefined) {
      missing.push(column.header);
      continue;
    }
    columns.set(position, column);
    if (column.key === tab.idKey) idPosition = position;
  }
  return { kind, idPosition, columns, missing };
}
