import { hashedText } from './format-entry.ts';
import type { JournalEntry } from './journal-entry.ts';

/**
 * The first break of the chain, or null where every entry follows the one before and says what its hash was taken
 * of. `previous` is what the first entry given must follow.
 */
export function findBrokenEntry(
  entries: readonly JournalEntry[],
  digest: (text: string) => string,
  previous: { readonly applied: number; readonly hash: string } = { applied: 0, hash: '' },
): { readonly entry: number; readonly problem: string } | null {
  let { applied, hash } = previous;
  for (const entry of entries) {
    if (entry.entry !== applied + 1) {
      return { entry: applied + 1, problem: `Entry ${applied + 1} is missing from the journal.` };
    }
    if (entry.hash !== digest(hashedText(entry, hash))) {
      return { entry: entry.entry, problem: `Entry ${entry.entry} was changed after it was written.` };
    }
    applied = entry.entry;
    hash = entry.hash;
  }
  return null;
}
