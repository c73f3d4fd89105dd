import type { JournalEntry } from '../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../src/registry/journal/parse-entries.ts';
import { DECLARED_PLACES, parseJournalRow } from '../../src/registry/journal/parse-journal-row.ts';

/** The entries in rows of a journal's tab, as the Workspace shows them. */
export function entriesOf(rows: readonly (readonly unknown[])[]): readonly JournalEntry[] {
  return parseEntries(rows.flatMap((cells) => parseJournalRow(cells, DECLARED_PLACES) ?? []));
}
