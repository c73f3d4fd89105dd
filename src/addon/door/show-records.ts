import { readSettings } from '../../registry/commands/open-context.ts';
import type { RecordTypes } from '../../registry/records.ts';
import { literalText, sameCell } from '../../registry/rows/cell-values.ts';
import { compareRows } from '../../registry/rows/compare-rows.ts';
import type { TableLayout } from '../../registry/rows/table-layout.ts';
import type { TabKind } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { NOTE_MARK, putBack } from './put-back.ts';
import { type OpenTable, readTable, writeRecords } from './tables.ts';

const UNKNOWN_AUTHOR = 'Nobody knows who typed this: type it again, or use the Lead Registry menu.';
const COMPUTED = 'This column follows from the records and is not typed.';
const DELETED =
  'This row was deleted and came back: records are ended with the Lead Registry menu, never deleted.';
const COPIED = 'This row is a copy of another and belongs to no record.';

/** Makes the tables show the records; with `explain`, notes say what was put back and why. */
export function showRecords(
  services: Services,
  records: RecordsView,
  kinds: readonly TabKind[],
  { explain }: { readonly explain: boolean },
): void {
  const workbook = services.workbook();
  const { timeZone } = readSettings(records);
  for (const kind of kinds) {
    const { table, rows } = readTable(workbook, kind);
    showTable(table, rows, records, timeZone, explain);
  }
}

/** A row whose ID was typed over is known by what else stands in it: most of its cells are those of a record without a row. */
function giveIdsBack(
  { kind, sheet, layout }: OpenTable,
  rows: unknown[][],
  records: RecordsView,
  timeZone: string,
): void {
  const ids = new Set(rows.map((cells) => String(cells[layout.idPosition] ?? '').trim()));
  const lost = records.list(kind).filter(({ id }) => !ids.has(id));
  if (lost.length === 0) return;
  rows.forEach((cells, i) => {
    if (records.get(kind, String(cells[layout.idPosition] ?? '').trim())) return;
    const owner = lost.findIndex((record) => isRowOf(cells, record, layout, timeZone));
    const [record] = owner < 0 ? [] : lost.splice(owner, 1);
    if (!record) return;
    cells[layout.idPosition] = record.id;
    const cell = sheet.getRange(i + 2, layout.idPosition + 1);
    cell.setValue(literalText(record.id));
    cell.setNote(`${NOTE_MARK}the ID was put back: it names the record and is not typed.`);
  });
}

/** Whether most of what stands in a row is what the record says. */
function isRowOf(
  cells: readonly unknown[],
  record: RecordTypes[TabKind],
  layout: TableLayout,
  timeZone: string,
): boolean {
  let same = 0;
  let filled = 0;
  for (const [position, column] of layout.columns) {
    if (position === layout.idPosition) continue;
    const text = column.value(record as never);
    if (text === '' && (cells[position] ?? '') === '') continue;
    filled += 1;
    if (sameCell(column.type, text, cells[position], timeZone)) same += 1;
  }
  return same > 0 && same * 2 > filled;
}

function showTable(
  table: OpenTable,
  rows: unknown[][],
  records: RecordsView,
  timeZone: string,
  explain: boolean,
): void {
  const { kind, sheet, layout } = table;
  giveIdsBack(table, rows, records, timeZone);
  const { differences, found, repeated } = compareRows(
    rows,
    2,
    layout,
    (id) => records.get(kind, id),
    timeZone,
  );
  putBack(
    table,
    differences.map((difference) => ({
      difference,
      why: !explain ? '' : difference.writer === 'people' ? UNKNOWN_AUTHOR : COMPUTED,
    })),
    timeZone,
  );
  const idColumn = layout.idPosition + 1;
  for (const { row } of repeated) {
    const cell = sheet.getRange(row, idColumn);
    cell.setValue('');
    cell.setNote(`${NOTE_MARK}${COPIED}`);
  }
  const missing = records.list(kind).filter(({ id }) => !found.has(id));
  if (missing.length === 0) return;
  const from = Math.max(sheet.getLastRow(), 1) + 1;
  writeRecords(
    table,
    missing.map((record) => ({ id: record.id, before: null, after: record })),
    records,
    timeZone,
  );
  if (explain)
    sheet.getRange(from, idColumn, missing.length, 1).setNotes(missing.map(() => [`${NOTE_MARK}${DELETED}`]));
}
