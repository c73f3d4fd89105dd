import type { JournalEntry } from '../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../src/registry/journal/parse-entries.ts';

/** The entries in rows of a journal's tab, as the Workspace shows them. */
export function entriesOf(rows: readonly (readonly unknown[])[]): readonly JournalEntry[] {
  return parseEntries(
    rows.map(([entry, , actor, command, subject, outcome, changes, reason, hash, part, of, key, at]) => ({
      entry: Number(entry),
      at: String(at),
      actor: String(actor),
      command: String(command),
      subject: String(subject),
      outcome: String(outcome),
      changes: String(changes),
      reason: String(reason),
      hash: String(hash),
      part: Number(part),
      of: Number(of),
      key: String(key ?? ''),
    })),
  );
}
