import Papa from 'papaparse';

/**
 * The cells of copied text, as spreadsheets put it on the clipboard: tabs between cells, quotes around those that
 * contain tabs, quotes or line breaks. Undefined when there is nothing in it.
 */
export function readCells(text: string): readonly (readonly string[])[] | undefined {
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (trimmed === '') return undefined;
  const { data, errors } = Papa.parse<string[]>(trimmed, { delimiter: '\t', newline: '\n' });
  // A quote without its partner is text that somebody wrote.
  return errors.length === 0 ? data : trimmed.split('\n').map((line) => line.split('\t'));
}

/** Cells as text for the clipboard, to be read by {@link readCells} and by other spreadsheets. */
export function writeCells(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
}
