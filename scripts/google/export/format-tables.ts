import writeXlsxFile from 'write-excel-file/node';
import { cutText } from '../../../src/core/text/cut-text.ts';
import { type CsvCell, formatCsv } from '../../../src/core/text/format-csv.ts';
import type { ExportedTable } from '../../../src/registry/export/export-tables.ts';
import type { ColumnType } from '../../../src/registry/schema/column.ts';

/** The most characters that a cell of an XLSX workbook holds. */
const MOST_CHARACTERS = 32_767;

/** More digits than that a number of a workbook does not keep. */
const MOST_DIGITS = 15;

/** Pixels of a character of a workbook's usual font. */
const CHARACTER = 7;

const NUMERIC: readonly ColumnType[] = ['amount', 'rate', 'integer'];

/** A table as a CSV file that a spreadsheet of any locale opens without damage. */
export function formatTableAsCsv({ columns, rows }: ExportedTable): string {
  const headers = columns.map(({ header }) => header);
  const isPlain = (type: ColumnType | undefined) => type === 'date' || NUMERIC.some((one) => one === type);
  return formatCsv(
    headers,
    rows.map((cells) =>
      cells.map(
        (text, i): CsvCell => (isPlain(columns[i]?.type) && text !== '' ? { plain: text } : { text }),
      ),
    ),
  );
}

/** All tables as an XLSX workbook: figures as numbers, days as dates, everything that people wrote as text. */
export function formatTablesAsXlsx(tables: readonly ExportedTable[]): Promise<Buffer> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width: Math.max(8, Math.round(width / CHARACTER)) })),
    data: [
      columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })),
      ...rows.map((cells) => cells.map((text, i) => cellOf(columns[i]?.type ?? 'text', text))),
    ],
  }));
  return writeXlsxFile(sheets).toBuffer();
}

function cellOf(type: ColumnType, text: string) {
  if (text === '') return null;
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) {
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  const isNumeric = NUMERIC.includes(type) && /^-?\d+(\.\d+)?$/.test(text);
  if (isNumeric && text.replace(/\D/g, '').length <= MOST_DIGITS) {
    const decimals = text.split('.')[1]?.length ?? 0;
    return {
      value: Number(text),
      type: Number,
      format: decimals === 0 ? '0' : `#,##0.${'0'.repeat(decimals)}`,
    };
  }
  return { value: cutText(text, MOST_CHARACTERS), type: String };
}
