import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTables } from '../../../scripts/google/import/read-tables.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);

test('CSV is read with whatever separates its columns, a mark before it and quotes around line ends', async () => {
  write('a.csv', '\uFEFFName;Note\r\nAcme;"two\r\nlines"\r\n\r\n"Beta; Gamma";=1+1\r\n');
  const [table] = await readTables(folder, ['a.csv']);
  expect(table).toEqual({
    file: 'a.csv',
    sheet: '',
    headers: ['Name', 'Note'],
    rows: [['Acme', 'two\r\nlines'], [''], ['Beta; Gamma', '=1+1']],
  });
});

test('what is not in UTF-8, has open quotes or is not there is refused', async () => {
  write('latin.csv', new Uint8Array([0x4e, 0xe4, 0x0a]));
  write('open.csv', 'Name\n"Acme\n');
  await expect(readTables(folder, ['latin.csv'])).rejects.toThrow('not in UTF-8');
  await expect(readTables(folder, ['open.csv'])).rejects.toThrow('cannot be read as CSV');
  await expect(readTables(folder, ['none.csv'])).rejects.toThrow('There is no file');
});

test('a workbook is read with its dates, numbers and answers as they are', async () => {
  const date = new Date('2026-03-31T00:00:00Z');
  await writeXlsxFile(
    [
      [{ value: 'Name' }, { value: 'Joined' }, { value: 'Amount' }, { value: 'Known' }],
      [
        { value: 'Acme' },
        { value: date, type: Date, format: 'yyyy-mm-dd' },
        { value: 1234.5, type: Number },
        { value: true, type: Boolean },
      ],
    ],
    { sheet: 'Partners' },
  ).toFile(join(folder, 'a.xlsx'));
  const [table] = await readTables(folder, ['a.xlsx']);
  expect(table).toMatchObject({ sheet: '', rows: [['Acme', '2026-03-31', 1234.5, true]] });
  write('b.xlsx', 'no workbook');
  await expect(readTables(folder, ['b.xlsx'])).rejects.toThrow('cannot be read as an XLSX workbook');
});
