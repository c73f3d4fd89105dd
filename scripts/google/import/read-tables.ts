import { basename, extname, resolve } from 'node:path';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import type { FileTable } from '../../../src/registry/import/propose-mapping.ts';
import type { FileCell } from '../../../src/registry/import/read-value.ts';
import { CommandRefused, EXIT } from '../commands/command.ts';
import { readNamed } from '../files/file-problem.ts';

/** The tables of these files, which stand in the folder: one of a CSV file, one a tab of a workbook. */
export async function readTables(folder: string, files: readonly string[]): Promise<readonly FileTable[]> {
  const tables: FileTable[] = [];
  for (const file of new Set(files)) {
    const path = resolve(folder, file);
    const bytes = readNamed(path);
    const isWorkbook = extname(path).toLowerCase() === '.xlsx';
    tables.push(...(isWorkbook ? await readWorkbook(bytes, file) : [readCsv(bytes, file)]));
  }
  return tables;
}

function readCsv(bytes: Buffer, file: string): FileTable {
  const text = decode(bytes, basename(file));
  const { data, errors } = papaparse.parse<string[]>(text.trimEnd(), { delimiter: findDelimiter(text) });
  const [wrong] = errors;
  if (wrong !== undefined) {
    const row = wrong.row === undefined ? '' : ` in row ${wrong.row + 1}`;
    throw new CommandRefused(`${file} cannot be read as CSV${row}: ${wrong.message}.`);
  }
  return toTable(file, '', data);
}

/** What separates most headers: other rows may be empty. */
function findDelimiter(text: string): string {
  const columns = (delimiter: string): number =>
    papaparse.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [',', ';', '\t', '|'].reduce((best, one) => (columns(one) > columns(best) ? one : best));
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CommandRefused(
      `${file} is not in UTF-8. Save it anew as "CSV UTF-8", so that no letter is taken for another.`,
      EXIT.differences,
      { cause: error },
    );
  }
}

async function readWorkbook(bytes: Buffer, file: string): Promise<readonly FileTable[]> {
  const sheets = await readXlsxFile(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`${file} cannot be read as an XLSX workbook: ${why}.`);
  });
  const filled = sheets.filter(({ data }) => data.length > 0);
  return filled.map(({ sheet, data }) => {
    const cells = data.map((row) => row.map(toCell));
    return toTable(file, filled.length === 1 ? '' : sheet, cells);
  });
}

/** A workbook's dates have no time zone: they are read as if in UTC. */
function toCell(value: unknown): FileCell {
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? '' : String(value);
}

function toTable(file: string, sheet: string, [headers = [], ...rows]: readonly FileCell[][]): FileTable {
  return { file, sheet, headers: headers.map((header) => String(header).trim()), rows };
}
