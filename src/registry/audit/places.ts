import { idText } from '../rows/table-image.ts';
import type { TableLayout } from '../rows/table-layout.ts';
import { TABS, type TabKind } from '../schema/schema.ts';
import { cellName } from './cell-name.ts';
import type { Finding } from './finding.ts';
import type { TableRead } from './workbook-read.ts';

/** Where the cells of records stand. */
export class Places {
  readonly #tables: ReadonlyMap<TabKind, TableRead>;
  readonly #rows = new Map<TabKind, ReadonlyMap<string, number>>();

  constructor(tables: ReadonlyMap<TabKind, TableRead>) {
    this.#tables = tables;
  }

  /** The cell of a record under a column's key, as far as it is there. */
  of(kind: TabKind, id: string, key: string): Pick<Finding, 'tab' | 'cell' | 'id' | 'column'> {
    const column = TABS[kind].columns.find((one) => one.key === key)?.header ?? '';
    const position = this.#positionOf(kind, key);
    const row = this.#rowsOf(kind).get(id);
    const cell = row === undefined || position === undefined ? '' : cellName(row, position + 1);
    return { tab: TABS[kind].name, cell, id, column };
  }

  #positionOf(kind: TabKind, key: string): number | undefined {
    const columns: TableLayout['columns'] = this.#tables.get(kind)?.layout.columns ?? new Map();
    for (const [position, column] of columns) if (column.key === key) return position;
    return undefined;
  }

  #rowsOf(kind: TabKind): ReadonlyMap<string, number> {
    const known = this.#rows.get(kind);
    if (known) return known;
    const rows = new Map<string, number>();
    const table = this.#tables.get(kind);
    table?.rows.forEach((cells, i) => {
      const id = idText(cells[table.layout.idPosition]);
      if (id !== '' && !rows.has(id)) rows.set(id, i + 2);
    });
    this.#rows.set(kind, rows);
    return rows;
  }
}
