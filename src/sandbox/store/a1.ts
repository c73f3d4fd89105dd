/** A rectangle of cells; rows and columns count from 1. */
export interface Box {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** A1 notation taken apart; an open end is undefined. */
export interface A1 {
  readonly tab?: string;
  readonly row?: number;
  readonly col?: number;
  readonly lastRow?: number;
  readonly lastCol?: number;
}

/** The letters of a column number from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column number of its letters: A is 1. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A1 notation of a box: `B2`, or `B2:C9`. */
export function formatA1(box: Box): string {
  const from = `${columnLetters(box.col)}${box.row}`;
  if (box.rows === 1 && box.cols === 1) return from;
  return `${from}:${columnLetters(box.col + box.cols - 1)}${box.row + box.rows - 1}`;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/**
 * Takes A1 notation apart: `B2`, `B2:C9`, `C2:C`, `2:2`, `Leads!A:A`, `'My tab'!A1`. Undefined when it is
 * none. Corners may come in any order.
 */
export function parseA1(text: string): A1 | undefined {
  const named = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.*)$/.exec(text);
  const tab = named?.[1]?.replaceAll("''", "'") ?? named?.[2];
  const [from = '', to, ...rest] = (named?.[3] ?? text).split(':');
  const first = CORNER.exec(from);
  const last = to === undefined ? first : CORNER.exec(to);
  if (first === null || last === null || rest.length > 0 || from === '' || to === '') return undefined;
  const cols = [first[1], last[1]].map((letters) =>
    letters === undefined ? undefined : columnNumber(letters),
  );
  const rows = [first[2], last[2]].map((digits) => (digits === undefined ? undefined : Number(digits)));
  if (to === undefined && (cols[0] === undefined || rows[0] === undefined)) return undefined;
  const [col, lastCol] = inOrder(cols);
  const [row, lastRow] = inOrder(rows);
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(row === undefined ? {} : { row }),
    ...(col === undefined ? {} : { col }),
    ...(lastRow === undefined ? {} : { lastRow }),
    ...(lastCol === undefined ? {} : { lastCol }),
  };
}

function inOrder(pair: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const [a, b] = pair;
  if (a === undefined) return [b, undefined];
  return b !== undefined && b < a ? [b, a] : [a, b];
}

/** The box that A1 notation means on a grid of that size; open ends reach to its edge. */
export function boxOfA1(a1: A1, maxRows: number, maxCols: number): Box {
  const row = a1.row ?? 1;
  const col = a1.col ?? 1;
  return { row, col, rows: (a1.lastRow ?? maxRows) - row + 1, cols: (a1.lastCol ?? maxCols) - col + 1 };
}

/** The part that two boxes share, or undefined. */
export function intersection(a: Box, b: Box): Box | undefined {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : undefined;
}
