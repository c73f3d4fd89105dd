import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** A row of a CSV file by column; what is not there is ''. */
export interface CsvRow {
  /** The line of the file in which the row begins; the header is line 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The columns that a file may have; others are passed over. */
export interface CsvColumns {
  /** In which no row may be empty. */
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

export type CsvFile =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = /\r\n|\r|\n/g;
/** A malformed file is mended more easily by a few of its problems than by a thousand. */
const MOST_PROBLEMS = 20;

/** Reads a CSV file; its problems name file and line. */
export function readCsvFile(path: string, columns: CsvColumns): CsvFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return {
      ok: false,
      problems: [`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problems: [`${path}: is not UTF-8. Save it as "CSV UTF-8".`] };
  }
  const file = parseCsv(text, columns);
  if (file.ok) return file;
  const shown = file.problems.slice(0, MOST_PROBLEMS).map((problem) => `${path}, ${problem}`);
  const more = file.problems.length - shown.length;
  return { ok: false, problems: more > 0 ? [...shown, `… and ${more} more problems`] : shown };
}

/** The rows of a CSV text with a header row, or every problem with its line. Delimiters are found out. */
export function parseCsv(text: string, { needed, optional }: CsvColumns): CsvFile {
  const bare = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  const delimiter = findDelimiter(bare, [...needed, ...optional]);
  const { data, errors } = Papa.parse<string[]>(bare, { delimiter });
  const lines = linesOf(data);
  const problems = errors.flatMap(({ type, code, row }) =>
    type === 'Quotes' ? [`line ${lines[row ?? 0] ?? 1}: ${describeQuoting(code)}`] : [],
  );
  const [header = [], ...rows] = data;
  const places = new Map<string, number>();
  for (const [place, cell] of header.entries()) {
    const name = cell.trim();
    const known = [...needed, ...optional].find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) continue;
    if (places.has(known)) problems.push(`line 1: the column "${known}" is there twice`);
    else places.set(known, place);
  }
  const missing = needed.filter((name) => !places.has(name));
  if (missing.length > 0) {
    const there = header.map((cell) => `"${cell.trim()}"`).join(', ');
    problems.push(
      `line 1: the column ${missing.map((name) => `"${name}"`).join(' and ')} is missing; there are ${there || 'none'}`,
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  const read: CsvRow[] = [];
  rows.forEach((cells, i) => {
    const line = lines[i + 1] ?? 0;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (cells.length > header.length) {
      problems.push(
        `line ${line}: ${cells.length} fields under ${header.length} columns; put a field that holds the delimiter into quotation marks`,
      );
      return;
    }
    const values: Record<string, string> = {};
    for (const name of [...needed, ...optional]) values[name] = (cells[places.get(name) ?? -1] ?? '').trim();
    const empty = needed.filter((name) => values[name] === '');
    if (empty.length > 0)
      problems.push(`line ${line}: ${empty.map((name) => `"${name}"`).join(' and ')} is empty`);
    else read.push({ line, values });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows: read };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter by which the header row has the most of the columns; spreadsheets of many languages write semicolons. */
function findDelimiter(text: string, columns: readonly string[]): string {
  const known = new Set(columns.map((name) => name.toLowerCase()));
  const counts = DELIMITERS.map((delimiter) => {
    const [header = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return header.filter((cell) => known.has(cell.trim().toLowerCase())).length;
  });
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The line in which each row begins: fields in quotation marks may span several. */
function linesOf(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((ends, cell) => ends + (cell.match(LINE_END)?.length ?? 0), 0);
    return begins;
  });
}

function describeQuoting(code: string): string {
  return code === 'MissingQuotes'
    ? 'a quotation mark that opens a field is never closed'
    : 'a quotation mark stands in the middle of a field; double it, or put the whole field into quotation marks';
}
