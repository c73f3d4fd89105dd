import { readSettings } from '../../registry/commands/open-context.ts';
import type { RecordTypes } from '../../registry/records.ts';
import { assembleWrites } from '../../registry/rows/assemble-writes.ts';
import { literalText, sameCell } from '../../registry/rows/cell-values.ts';
import { compareRows } from '../../registry/rows/compare-rows.ts';
import { idText, isBlank } from '../../registry/rows/table-image.ts';
import type { TableLayout } from '../../registry/rows/table-layout.ts';
import type { TabKind } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { assemblePutBack, NOTE_MARK, type NoteRun, UNKNOWN_AUTHOR, writeNotes } from './put-back.ts';
import { readIds } from './read-rows.ts';
import { makeRoom, type OpenTable, readTable } from './tables.ts';
import { settleTables, writeTable } from './write-table.ts';

const COMPUTED = 'This column follows from the records and is not typed.';
const DELETED =
  'This row was deleted and came back: records are ended with the Lead Registry menu, never deleted.';
const ID_PUT_BACK = 'the ID was put back: it names the record and is not typed.';
const COPIED = 'This row is a copy of another and belongs to no record.';

/** Single new rows go behind the last one without looking how many are left: the night sees to it that there are. */
const ROWS_FOR_A_DAY = 100;

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
    const last = rows.length + 1;
    makeRoom(table.sheet, last + ROWS_FOR_A_DAY, () => last);
    showTable(services, { table, rows: rows.map((cells) => [...cells]) }, records, { timeZone, explain });
  }
}

/**
 * A row whose ID was typed over is known by what else stands in it: most of its cells are those of a record without a
 * row. Answers the rows and the records' IDs, which stand in `rows` from then on.
 */
function giveIdsBack(
  { kind, layout }: OpenTable,
  rows: readonly unknown[][],
  records: RecordsView,
  timeZone: string,
): ReadonlyMap<number, string> {
  const given = new Map<number, string>();
  const ids = new Set(rows.map((cells) => idText(cells[layout.idPosition])));
  const lost = records.list(kind).filter(({ id }) => !ids.has(id));
  if (lost.length === 0) return given;
  rows.forEach((cells, i) => {
    if (isBlank(cells) || records.get(kind, idText(cells[layout.idPosition]))) return;
    const owner = lost.findIndex((record) => isRowOf(cells, record, layout, timeZone));
    const [record] = owner < 0 ? [] : lost.splice(owner, 1);
    if (!record) return;
    cells[layout.idPosition] = record.id;
    given.set(i + 2, record.id);
  });
  return given;
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
  services: Services,
  { table, rows }: { readonly table: OpenTable; readonly rows: readonly unknown[][] },
  records: RecordsView,
  { timeZone, explain }: { readonly timeZone: string; readonly explain: boolean },
): void {
  const { kind, layout } = table;
  const recordOf = (id: string) => records.get(kind, id);
  const given = giveIdsBack(table, rows, records, timeZone);
  const { differences, found, repeated } = compareRows(rows, 2, layout, recordOf, timeZone);
  const missing = records.list(kind).filter(({ id }) => !found.has(id));
  if (given.size + differences.length + repeated.length + missing.length === 0) return;
  const putBack = assemblePutBack(
    table,
    differences.map((difference) => ({
      difference,
      why: !explain ? '' : difference.writer === 'people' ? UNKNOWN_AUTHOR : COMPUTED,
    })),
    timeZone,
  );
  const column = layout.idPosition + 1;
  const { appended } = assembleWrites(
    missing.map((record) => ({ id: record.id, before: null, after: record })),
    { layout, ids: [], width: table.image.headers.length, timeZone, recordOf },
  );
  const blocks = [
    ...putBack.blocks,
    ...[...given].map(([row, id]) => ({ row, column, values: [[literalText(id)]] })),
    ...repeated.map(({ row }) => ({ row, column, values: [['']] })),
  ];
  const intended = new Map<string, Set<string>>();
  for (const { id, key } of differences) intended.set(id, (intended.get(id) ?? new Set()).add(key));
  const about = { intended, mustStand: new Set<string>(), recordOf, timeZone };
  settleTables(services, [writeTable(table, { blocks, appended }, about)]);
  const idNotes = [
    ...[...given.keys()].map((row) => noteRun(row, column, ID_PUT_BACK)),
    ...repeated.map(({ row }) => noteRun(row, column, COPIED)),
  ];
  writeNotes(table, [...putBack.notes, ...idNotes]);
  if (explain) explainReturned(table, new Set(missing.map(({ id }) => id)));
}

function noteRun(row: number, column: number, note: string): NoteRun {
  return { row, column, notes: [`${NOTE_MARK}${note}`] };
}

/** Explains rows that came back, wherever they stand now. */
function explainReturned(table: OpenTable, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  const rows = readIds(table).flatMap((id, i) => (ids.has(idText(id)) ? [i + 2] : []));
  const runs: { row: number; notes: string[] }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.row + last.notes.length === row) last.notes.push(`${NOTE_MARK}${DELETED}`);
    else runs.push({ row, notes: [`${NOTE_MARK}${DELETED}`] });
  }
  writeNotes(
    table,
    runs.map((run) => ({ ...run, column: table.layout.idPosition + 1 })),
  );
}
