import { quoteText } from '../../core/text/quote-text.ts';
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind } from './import-kinds.ts';
import { ImportRow } from './import-row.ts';
import type { MappedSource, Mapping } from './mapping.ts';
import type { FileTable } from './propose-mapping.ts';
import { describeUnread, type FileCell, readValue } from './read-value.ts';

/** The rows of all files by kind. */
export type RowsByKind = { readonly [K in ImportKind]: readonly ImportRow[] };

/** The rows, or why files and mapping don't fit together. */
export type ReadRows =
  | { readonly ok: true; readonly rows: RowsByKind; readonly empty: number }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Fields that only say what a row belongs to: one file may hold leads and their deals, and rows without a deal. */
const BELONGING: readonly string[] = ['lead', 'deal', 'reference', 'partner'];

/** The kinds whose rows may be missing in a file that holds several. */
const MAY_BE_MISSING: readonly ImportKind[] = ['introductions', 'deals', 'credits', 'receipts', 'payments'];

/** Reads every row of every file by the mapping; what cannot be read is a problem of its row. */
export function readRows(mapping: Mapping, tables: readonly FileTable[]): ReadRows {
  const problems: string[] = [];
  const rows = new Map<ImportKind, ImportRow[]>(IMPORT_KINDS.map((kind) => [kind, []]));
  let empty = 0;
  for (const source of mapping.sources) {
    const table = tables.find(({ file, sheet }) => file === source.file && sheet === source.sheet);
    if (table === undefined) {
      problems.push(`${source.file} has no tab ${quoteText(source.sheet)}.`);
      continue;
    }
    const places = findPlaces(source, table, problems);
    table.rows.forEach((cells, i) => {
      const row = readRow({ source, places, mapping }, cells, i + 2);
      if (row === null) empty += 1;
      else rows.get(source.kind)?.push(row);
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const of = (kind: ImportKind) => rows.get(kind) ?? [];
  const byKind: RowsByKind = {
    partners: of('partners'),
    accounts: of('accounts'),
    leads: of('leads'),
    introductions: of('introductions'),
    deals: of('deals'),
    credits: of('credits'),
    receipts: of('receipts'),
    payments: of('payments'),
  };
  return { ok: true, rows: byKind, empty };
}

function findPlaces(
  { file, columns }: MappedSource,
  { headers }: FileTable,
  problems: string[],
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [field, from] of Object.entries(columns)) {
    if (typeof from !== 'string') continue;
    const place = headers.indexOf(from);
    if (place < 0) {
      const known = headers.map(quoteText).join(', ');
      problems.push(`${file} has no column ${quoteText(from)} (${field}). It has: ${known}.`);
    } else if (headers.indexOf(from, place + 1) >= 0) {
      problems.push(`${file} has two columns ${quoteText(from)} (${field}): give them different headers.`);
    } else places.set(field, place);
  }
  return places;
}

interface Reading {
  readonly source: MappedSource;
  readonly places: ReadonlyMap<string, number>;
  readonly mapping: Mapping;
}

function readRow(
  { source, places, mapping }: Reading,
  line: readonly FileCell[],
  number: number,
): ImportRow | null {
  const { kind, file, sheet, columns, words } = source;
  const cells = new Map<string, { column: string; cell: FileCell }>();
  for (const { key } of IMPORT_FIELDS[kind]) {
    const from = columns[key];
    const place = places.get(key);
    if (place !== undefined) cells.set(key, { column: String(from), cell: line[place] ?? '' });
    else if (typeof from === 'object') cells.set(key, { column: '', cell: from.value });
  }
  if (!isFilled(kind, cells, places)) return null;
  const values: Record<string, string> = {};
  const unread: (readonly [field: string, message: string])[] = [];
  for (const field of IMPORT_FIELDS[kind]) {
    const cell = cells.get(field.key)?.cell ?? '';
    const read = readValue(cell, field, mapping, words[field.key]);
    values[field.key] = 'value' in read ? read.value : '';
    if ('expected' in read) unread.push([field.key, describeUnread(field.label, cell, read.expected)]);
    else if (field.isRequired && read.value === '') unread.push([field.key, `${field.label} is required.`]);
  }
  const row = new ImportRow({ kind, file, sheet, row: number }, values, cells);
  for (const [field, message] of unread) row.refuseCell(field, message);
  return row;
}

function isFilled(
  kind: ImportKind,
  cells: ReadonlyMap<string, { readonly cell: FileCell }>,
  places: ReadonlyMap<string, number>,
): boolean {
  const telling = [...places.keys()].filter(
    (key) => !MAY_BE_MISSING.includes(kind) || !BELONGING.includes(key),
  );
  return telling.some((key) => String(cells.get(key)?.cell ?? '').trim() !== '');
}
