import type { Instant } from '../../core/calendar/dates.ts';
import type { JournalRow } from './format-entry.ts';
import type { Effect, JournalChange, JournalEntry, Outcome } from './journal-entry.ts';

/**
 * The complete entries among rows in any order, by number. An entry with a missing part was cut off while it was
 * written and never happened; of an entry written twice one copy counts.
 */
export function parseEntries(rows: readonly JournalRow[]): readonly JournalEntry[] {
  const parts = new Map<number, Map<number, JournalRow>>();
  for (const row of rows) {
    let known = parts.get(row.entry);
    if (!known) {
      known = new Map();
      parts.set(row.entry, known);
    }
    known.set(row.part, row);
  }
  const entries: JournalEntry[] = [];
  for (const [entry, known] of [...parts].sort(([a], [b]) => a - b)) {
    const first = known.get(1);
    if (!first || known.size < first.of) continue;
    let text = '';
    for (let part = 1; part <= first.of; part += 1) text += known.get(part)?.changes ?? '';
    const { changes = [], effects = [] } = (text === '' ? {} : JSON.parse(text)) as {
      changes?: readonly JournalChange[];
      effects?: readonly Effect[];
    };
    entries.push({
      entry,
      at: first.at as Instant,
      actor: first.actor,
      command: first.command,
      subject: first.subject,
      outcome: first.outcome as Outcome,
      changes,
      effects,
      reason: first.reason,
      key: first.key,
      hash: first.hash,
    });
  }
  return entries;
}
