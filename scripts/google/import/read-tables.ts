import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import type { FileTable } from '../../../src/registry/import/propose-mapping.ts';
import type { FileCell } from '../../../src/registry/import/read-value.ts';
import { CommandRefused, EXIT } from '../commands/command.ts';

/** The tables of these files, which stand in the folder: one of a CSV file, one a tab of a workbook. */
export async function readTables(folder: string, files: readonly string[]): Promise<readonly FileTable[]> {
  const tables: FileTable[] = [];
  for (const file of new Set(files)) {
    const path = resolve(folder, file);
    if (!existsSync(path)) throw new CommandRefused(`There is no file ${path}.`, EXIT.badUse);
    const isWorkbook = extname(path).toLowerCase() === '.xlsx';
    tables.push(...(isWorkbook ? await readWorkbook(path, file) : [readCsv(path, file)]));
  }
  return tables;
}

function readCsv(path: string, file: string): FileTable {
  const text = decode(readFileSync(path), basename(path));
  const { data, errors } = papaparse.parse<string[]>(text, { skipEmptyLines: false });
  // The delimiter of a file with one column cannot be told, and need not be.
  const [wrong] = errors.filter(({ type }) => type !== 'Delimiter');
  if (wrong !== undefined) {
    const row = wrong.row === undefined ? '' : ` in row ${wrong.row + 1}`;
    throw new CommandRefused(`${file} cannot be read as CSV${row}: ${wrong.message}.`);
  }
  return toTable(file, '', data);
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

async function readWorkbook(path: string, file: string): Promise<readonly FileTable[]> {
  const sheets = await readXlsxFile(path).catch((error: unknown) => {
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
