import { addDays } from '../../core/calendar/add-days.ts';
import { mintPlainDate } from '../../core/calendar/mint-dates.ts';
import { type CellDifference, compareRows } from '../rows/compare-rows.ts';
import type { Column } from '../schema/column.ts';
import { TAB_ORDER, TABS, type TabKind } from '../schema/schema.ts';
import type { RecordsView } from '../state/records-view.ts';
import { cellName } from './cell-name.ts';
import { ruleOf } from './column-rules.ts';
import type { AuditNotes } from './finding.ts';
import { showBoth, showValue } from './show-value.ts';
import type { TableRead, WorkbookRead } from './workbook-read.ts';

/** Holds every declared cell of the workbook against the records, and every record against its row. */
export function auditTables(read: WorkbookRead, records: RecordsView, notes: AuditNotes): void {
  for (const kind of TAB_ORDER) {
    const table = read.tables.get(kind);
    const common = { tab: TABS[kind].name };
    if (table === undefined) {
      notes.find('tables', { ...common, found: 'no such tab', expected: 'a tab of this name' });
      continue;
    }
    for (const header of table.layout.missing) {
      notes.find('tables', { ...common, column: header, found: 'no such column', expected: 'a column' });
    }
    if (table.layout.idPosition >= 0) auditTable(kind, table, { read, records, notes });
  }
}

interface Auditing {
  readonly read: WorkbookRead;
  readonly records: RecordsView;
  readonly notes: AuditNotes;
}

function auditTable(kind: TabKind, { rows, layout }: TableRead, { read, records, notes }: Auditing): void {
  const { differences, found, repeated, strangers } = compareRows(
    rows,
    2,
    layout,
    (id) => records.get(kind, id),
    read.timeZone,
  );
  const tab = TABS[kind].name;
  const idCell = (row: number) => cellName(row, layout.idPosition + 1);
  notes.looked('tables', found.size * layout.columns.size);
  for (const difference of differences) {
    if (!isTypedDay(kind, difference)) tellCell(kind, difference, layout.columns, { read, records, notes });
  }
  for (const { row, id } of repeated) {
    notes.find('tables', { tab, cell: idCell(row), id, found: 'a second row of it', expected: 'one row' });
  }
  for (const { row, column, values } of strangers) {
    const said = [...values.values()].slice(0, 3).join(', ');
    notes.find('tables', {
      tab,
      cell: cellName(row, column),
      found: said,
      expected: 'a row of a record, or none',
    });
  }
  for (const { id } of records.list(kind)) {
    if (!found.has(id)) notes.find('tables', { tab, id, found: 'no row', expected: 'the row of the record' });
  }
}

function tellCell(
  kind: TabKind,
  { row, column: position, id, key, header, typed, text }: CellDifference,
  columns: TableRead['layout']['columns'],
  { read, records, notes }: Auditing,
): void {
  const column = columns.get(position - 1) as Column<never>;
  const show = (value: string) => showValue(column, value, records.get(kind, id), read.timeZone);
  notes.find('tables', {
    tab: TABS[kind].name,
    cell: cellName(row, position),
    id,
    column: header,
    ...showBoth(show(typed), show(text)),
    section: ruleOf(kind, key).section,
  });
}

/** Sheets counts days from here. */
const DAY_ZERO = mintPlainDate('1899-12-30');
const LAST_SERIAL = 2_958_465;

/** Settings are numbers, days and texts in one column: a day that was typed is read as the number of it. */
function isTypedDay(kind: TabKind, { typed, text }: CellDifference): boolean {
  const serial = Number(typed);
  if (kind !== 'settings' || !Number.isInteger(serial) || serial < 1 || serial > LAST_SERIAL) return false;
  return addDays(DAY_ZERO, serial) === text;
}
