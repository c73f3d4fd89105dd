import { parseMapping } from '../../../../src/registry/import/mapping.ts';
import { type FileTable, proposeMapping } from '../../../../src/registry/import/propose-mapping.ts';
import { type RowsByKind, readRows } from '../../../../src/registry/import/read-rows.ts';

/** A file's rows, each by header; the headers are those of the first row. */
export interface Files {
  readonly [kind: string]: readonly { readonly [header: string]: string }[];
}

/** The tables of files named after their kinds. */
export function tablesOf(files: Files): readonly FileTable[] {
  return Object.entries(files).map(([kind, rows]) => {
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return {
      file: `${kind}.csv`,
      sheet: '',
      headers,
      rows: rows.map((row) => headers.map((header) => row[header] ?? '')),
    };
  });
}

/** The rows of files whose headers are fields' labels, by the mapping that is proposed for them. */
export function rowsOf(files: Files): RowsByKind {
  const tables = tablesOf(files);
  const parsed = parseMapping(proposeMapping(tables));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const read = readRows(parsed.mapping, tables);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.rows;
}
