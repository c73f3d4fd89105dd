import { type Cell, isDateCell } from '../../store/cells.ts';
import { typedText } from './typed-text.ts';

/** A cell with the number format set on it. */
export interface FormattedCell {
  readonly cell: Cell;
  readonly format: string | undefined;
}

/** What a series counts: the numbers, and the cell that one of them makes. */
interface Series {
  readonly numbers: readonly number[];
  readonly cellOf: (value: number) => Cell;
  /** Whether one cell alone is counted on from, or repeated. */
  readonly countsAlone: boolean;
}

/**
 * The texts that continue a row or column of cells by `count` more, in the order away from it. Numbers and dates at
 * equal steps go on so, one date alone goes on by days, and texts that end in a number count on; everything else is
 * repeated from the start. `backwards` continues before the first cell: its texts count down from there.
 */
export function fillTexts(
  source: readonly FormattedCell[],
  count: number,
  backwards: boolean,
): readonly string[] {
  const line = backwards ? [...source].reverse() : source;
  const series = seriesOf(line.map(({ cell }) => cell));
  const step = series === undefined ? undefined : stepOf(series, backwards);
  const last = series?.numbers.at(-1);
  return Array.from({ length: count }, (_, i) => {
    const pattern = line[i % line.length];
    if (pattern === undefined) return '';
    if (series === undefined || step === undefined || last === undefined) {
      return typedText(pattern.cell, pattern.format);
    }
    return typedText(series.cellOf(rounded(last + step * (i + 1))), pattern.format);
  });
}

/** Without the noise of adding decimal fractions in binary. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function stepOf({ numbers, countsAlone }: Series, backwards: boolean): number | undefined {
  const [first, second] = numbers;
  if (first === undefined || second === undefined) return countsAlone ? (backwards ? -1 : 1) : undefined;
  const step = second - first;
  const isEven = numbers.every((value, i) => Math.abs(value - (first + step * i)) < 1e-9);
  return isEven ? step : undefined;
}

function seriesOf(cells: readonly Cell[]): Series | undefined {
  if (cells.every((cell) => typeof cell === 'number')) {
    return { numbers: cells, cellOf: (value) => value, countsAlone: false };
  }
  if (cells.every(isDateCell)) {
    const pattern = cells[0]?.n;
    const cellOf = (d: number): Cell => ({ d, ...(pattern === undefined ? {} : { n: pattern }) });
    return { numbers: cells.map(({ d }) => d), cellOf, countsAlone: true };
  }
  return numberedTexts(cells);
}

function numberedTexts(cells: readonly Cell[]): Series | undefined {
  const parts = cells.map((cell) => (typeof cell === 'string' ? /^(.*\D)(\d{1,9})$/.exec(cell) : null));
  const [start, digits] = [parts[0]?.[1], parts[0]?.[2]];
  if (start === undefined || digits === undefined) return undefined;
  if (!parts.every((part) => part?.[1] === start)) return undefined;
  const width = digits.startsWith('0') ? digits.length : 0;
  return {
    numbers: parts.map((part) => Number(part?.[2])),
    cellOf: (value) => `${start}${String(Math.abs(value)).padStart(width, '0')}`,
    countsAlone: true,
  };
}
