import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import type { Column, ColumnType, Tab } from '../schema/column.ts';
import { TAB_ORDER, TABS } from '../schema/schema.ts';
import type { RecordsView } from '../state/records-view.ts';

/** One table of the registry for other programs, with what its columns hold. */
export interface ExportedTable {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly type: ColumnType; readonly width: number }[];
  /** Canonical texts: dates as `YYYY-MM-DD`, amounts with a point, moments with the offset of the programme's zone. */
  readonly rows: readonly (readonly string[])[];
}

/** Every table of the registry, in the order of its tabs and of the records' creation. */
export function exportTables(records: RecordsView, timeZone: string): readonly ExportedTable[] {
  return TAB_ORDER.map((kind) => {
    const { name, columns } = TABS[kind] as Tab<never>;
    return {
      name,
      columns: columns.map(({ header, type, width }) => ({ header, type, width })),
      rows: records
        .list(kind)
        .map((record) => columns.map((column) => textOf(column, record as never, timeZone))),
    };
  });
}

function textOf({ type, value }: Column<never>, record: never, timeZone: string): string {
  const text = value(record);
  const moment = type === 'moment' ? parseInstant(text) : null;
  return moment === null ? text : formatInstant(moment, timeZone);
}
