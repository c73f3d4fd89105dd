import { distance } from 'fastest-levenshtein';

/** So many edits at most are worth counting exactly: beyond them two texts are not spellings of one. */
const MOST_EDITS = 4;

/**
 * Edits between two texts: letters added, left out or replaced, and neighbours swapped, each one edit. Above four edits a
 * swap counts as two.
 */
export function countEdits(a: string, b: string): number {
  const edits = distance(a, b);
  return edits < 2 || edits > MOST_EDITS ? edits : countWithSwaps(a, b);
}

/** Optimal string alignment; the library counts no swaps. */
function countWithSwaps(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** How alike two texts are by their letters: 1 if equal, 0 if nothing is. */
export function compareLetters(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return length === 0 ? 0 : 1 - countEdits(a, b) / length;
}
