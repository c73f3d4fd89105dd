import { IMPORT_FIELDS, IMPORT_KINDS, type ImportField, type ImportKind } from './import-kinds.ts';
import type { FileCell } from './read-value.ts';

/** A table as it stands in a file. */
export interface FileTable {
  readonly file: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
}

/**
 * A mapping for these files as text to be looked over: each table as the kind whose fields its headers name best, fields
 * without a matching header left empty. How dates and decimals look is left open unless all say it without doubt.
 */
export function proposeMapping(tables: readonly FileTable[]): string {
  const sources = tables.map((table) => {
    const { kind, columns } = matchBest(table);
    return {
      kind,
      file: table.file,
      ...(table.sheet === '' ? {} : { sheet: table.sheet }),
      columns,
      words: {},
    };
  });
  const kinds = sources.map(({ kind }) => kind);
  const read = (type: 'date' | 'amount') =>
    tables.flatMap((table, i) => valuesOf(table, kinds[i] ?? 'leads', sources[i]?.columns ?? {}, type));
  const isIso = read('date').every((cell) => /^\d{4}-\d\d-\d\d/.test(String(cell)));
  const isPlain = read('amount').every(
    (cell) => typeof cell === 'number' || /^-?\d*(\.\d{1,2})?$/.test(String(cell).trim()),
  );
  const mapping = {
    version: 1,
    dateFormat: isIso ? 'YYYY-MM-DD' : '',
    decimal: isPlain ? '.' : '',
    thousands: '',
    sources,
  };
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

function matchBest(table: FileTable): {
  readonly kind: ImportKind;
  readonly columns: Record<string, string>;
} {
  const matches = IMPORT_KINDS.map((kind) => ({ kind, columns: matchColumns(kind, table.headers) }));
  const worth = ({ kind, columns }: (typeof matches)[number]): number => {
    const fields = IMPORT_FIELDS[kind];
    const missing = fields.filter(({ key, isRequired }) => isRequired && columns[key] === '').length;
    const found = fields.filter(({ key }) => columns[key] !== '').length;
    const isNamed = `${table.file} ${table.sheet}`.toLowerCase().includes(kind);
    return found - 2 * missing + (isNamed ? 4 : 0);
  };
  return matches.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

/** Each column is taken once: the field that is declared first has it. */
function matchColumns(kind: ImportKind, headers: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(
    IMPORT_FIELDS[kind].map((field) => {
      const header = namesOf(field)
        .map((name) => headers.find((one) => fold(one) === name && !taken.has(one)))
        .find((one) => one !== undefined);
      if (header !== undefined) taken.add(header);
      return [field.key, header ?? ''];
    }),
  );
}

function namesOf({ key, label, headers }: ImportField): readonly string[] {
  return [label, key, ...headers].map(fold);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function valuesOf(
  { headers, rows }: FileTable,
  kind: ImportKind,
  columns: Record<string, string>,
  type: 'date' | 'amount',
): readonly FileCell[] {
  const isAsked = (field: ImportField) => field.type === type || (type === 'date' && field.type === 'moment');
  const places = IMPORT_FIELDS[kind]
    .filter(isAsked)
    .map(({ key }) => headers.indexOf(columns[key] ?? ''))
    .filter((place) => place >= 0);
  return places.flatMap((place) => rows.map((row) => row[place] ?? '').filter((cell) => cell !== ''));
}
