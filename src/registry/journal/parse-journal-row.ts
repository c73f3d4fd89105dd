import { parseInstant } from '../../core/calendar/parse-instant.ts';
import { JOURNAL_TAB } from '../schema/schema.ts';
import type { JournalRow } from './format-entry.ts';

/** Where the journal's columns are declared to stand. */
export const DECLARED_PLACES: readonly number[] = JOURNAL_TAB.headers.map((_, position) => position);

const HASH = /^[0-9a-f]{64}$/;

/** A row of the journal, its columns at these places; null for a row that is none. */
export function parseJournalRow(cells: readonly unknown[], places: readonly number[]): JournalRow | null {
  const [entry, , actor, command, subject, outcome, changes, reason, hash, part, of, key, at] = places.map(
    (place) => cells[place] ?? '',
  );
  const isRow =
    typeof entry === 'number' &&
    typeof part === 'number' &&
    typeof of === 'number' &&
    typeof at === 'string' &&
    parseInstant(at) !== null &&
    HASH.test(String(hash));
  if (!isRow) return null;
  return {
    entry,
    at,
    actor: String(actor),
    command: String(command),
    subject: String(subject),
    outcome: String(outcome),
    changes: String(changes),
    reason: String(reason),
    hash: String(hash),
    part,
    of,
    key: String(key),
  };
}
