const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** What a spreadsheet takes for a formula, a number, a date or an answer when it opens a text. */
const READ_AS_SOMETHING = [
  /^\s*[=+\-@|%]/,
  /^[\t\r\n]/,
  /^[\d.,:/\s-]+$/,
  /^[\d.,]+e[+-]?\d+$/i,
  new RegExp(`^\\d{1,2}[\\s./-]*${MONTH}[\\s./-]*\\d{0,4}$`, 'i'),
  new RegExp(`^${MONTH}[\\s./-]*\\d{1,4}$`, 'i'),
  /^(?:true|false)$/i,
] as const;

/** The mark by which a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell of a CSV file: text as people wrote it, or a figure or date of the registry's own. */
export type CsvCell = { readonly text: string } | { readonly plain: string };

/**
 * A CSV file by RFC 4180: commas, lines that end with CR LF, text always in quotes, as UTF-8 with its mark. Figures stand
 * as they are, decimals with a point, dates as `YYYY-MM-DD`. Text that a spreadsheet would take for a formula, a number
 * or a date begins with an apostrophe, by which it stays text.
 */
export function formatCsv(headers: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [
    headers.map(quote).join(','),
    ...rows.map((cells) =>
      cells.map((cell) => ('plain' in cell ? cell.plain : quote(guard(cell.text)))).join(','),
    ),
  ];
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function guard(text: string): string {
  return READ_AS_SOMETHING.some((shape) => shape.test(text)) ? `'${text}` : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
