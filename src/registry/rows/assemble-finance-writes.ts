import { FINANCE_TAB } from '../schema/tabs/finance.ts';
import type { BlockWrite } from './assemble-writes.ts';
import { formatCell, sameCell } from './cell-values.ts';

/** A stretch of fewer rows that need no writing is written along: another call costs more. */
const WORTH_A_CALL = 500;

/**
 * A tab as it stands, headers first and null for rows that were not read, and what it is to say there, as canonical texts;
 * `timeZone` is the spreadsheet's.
 */
interface FinanceTab {
  readonly standing: readonly (readonly unknown[] | null)[];
  readonly texts: readonly (readonly string[])[];
  readonly timeZone: string;
}

/**
 * What to write so that the tab says the texts and nothing behind them, in at most two blocks: the rows that say something
 * else and what lies between them. Held against what stands there, so that whatever people did to it is put right.
 */
export function assembleFinanceWrites({ standing, texts, timeZone }: FinanceTab): readonly BlockWrite[] {
  const length = Math.max(standing.length, texts.length);
  const differing = Array.from({ length }, (_, i) => i).filter(
    (i) =>
      !saysSame(i < standing.length ? standing[i] : [], textsAt(texts, i), { timeZone, isHeader: i === 0 }),
  );
  const [first, last] = [differing[0], differing.at(-1)];
  if (first === undefined || last === undefined) return [];
  const block = (from: number, to: number): BlockWrite => ({
    row: from + 1,
    column: 1,
    values: Array.from({ length: to - from + 1 }, (_, i) =>
      textsAt(texts, from + i).map((text, j) => formatCell(typeAt(j, from + i === 0), text, timeZone)),
    ),
  });
  const [end, start] = widestGap(differing);
  return start - end > WORTH_A_CALL ? [block(first, end), block(start, last)] : [block(first, last)];
}

function textsAt(texts: FinanceTab['texts'], i: number): readonly string[] {
  return texts[i] ?? FINANCE_TAB.columns.map(() => '');
}

/** Headers are texts above every column. */
function typeAt(column: number, isHeader: boolean) {
  return isHeader ? 'text' : (FINANCE_TAB.columns[column]?.type ?? 'text');
}

function saysSame(
  cells: readonly unknown[] | null | undefined,
  texts: readonly string[],
  { timeZone, isHeader }: { readonly timeZone: string; readonly isHeader: boolean },
): boolean {
  return !!cells && texts.every((text, j) => sameCell(typeAt(j, isHeader), text, cells[j], timeZone));
}

/** The neighbours that lie farthest apart. */
function widestGap(places: readonly number[]): readonly [end: number, start: number] {
  let widest: readonly [number, number] = [0, 0];
  places.forEach((start, i) => {
    const end = places[i - 1];
    if (end !== undefined && start - end > widest[1] - widest[0]) widest = [end, start];
  });
  return widest;
}
