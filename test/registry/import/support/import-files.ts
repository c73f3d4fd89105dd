import { parseMapping } from '../../../../src/registry/import/mapping.ts';
import { type FileTable, proposeMapping } from '../../../../src/registry/import/propose-mapping.ts';
import { type RowsByKind, readRows } from '../../../../src/registry/import/read-rows.ts';

/** A file's rows, each by header; the headers are those of the first row. */
export interface Files {
  readonly [kind: string]: readonly { readonly [header: string]: string }[];
}

/** The tables of files named after their kinds. */
export function tablesOf(files: Files): readonly FileTable[] {
  const filled = Object.entries(files).filter(([, rows]) => rows.length > 0);
  return filled.map(([kind, rows]) => {
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return {
      file: `${kind}.csv`,
      sheet: '',
      headers,
      rows: rows.map((row) => headers.map((header) => row[header] ?? '')),
    };
  });
}

/** The mapping that is proposed for these tables, with what people would add to it. */
export function mappingOf(tables: readonly FileTable[]): string {
  const proposed = JSON.parse(proposeMapping(tables)) as object;
  return JSON.stringify({ ...proposed, dateFormat: 'YYYY-MM-DD', decimal: '.' });
}

/** The rows of files whose headers are fields' labels. */
export function rowsOf(files: Files): RowsByKind {
  const tables = tablesOf(files);
  const parsed = parseMapping(mappingOf(tables));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const read = readRows(parsed.mapping, tables);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.rows;
}
