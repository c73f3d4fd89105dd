/** The letters of a column, which counts from 1: 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** A cell in A1 notation; row and column count from 1. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
