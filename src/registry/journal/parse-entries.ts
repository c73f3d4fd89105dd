import type { Instant } from '../../core/calendar/dates.ts';
import type { JournalRow } from './format-entry.ts';
import type { JournalEntry, Outcome } from './journal-entry.ts';

/**
 * The complete entries among rows in any order, by number. An entry with a missing part was cut off while it was
 * written and never happened, and its number went to the next one; of an entry written twice one copy counts. One whose
 * changes people made unreadable is there without them, for whoever looks at the chain to tell.
 */
export function parseEntries(rows: readonly JournalRow[]): readonly JournalEntry[] {
  const writings = new Map<string, Map<number, JournalRow>>();
  for (const row of rows) {
    const writing = `${row.entry} ${row.hash}`;
    const parts = writings.get(writing) ?? new Map<number, JournalRow>();
    writings.set(writing, parts.set(row.part, row));
  }
  const entries: JournalEntry[] = [];
  for (const known of writings.values()) {
    const first = known.get(1);
    if (!first || known.size < first.of) continue;
    const { entry } = first;
    let text = '';
    for (let part = 1; part <= first.of; part += 1) text += known.get(part)?.changes ?? '';
    const said = readSaid(text);
    const { changes = [], effects = [], answer } = said ?? {};
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
      ...(answer === undefined ? {} : { answer }),
      ...(said === null ? { isUnreadable: true } : {}),
    });
  }
  return entries.sort((a, b) => a.entry - b.entry);
}

/** What the text of an entry says; null where it cannot be read. */
function readSaid(text: string): Partial<Pick<JournalEntry, 'changes' | 'effects' | 'answer'>> | null {
  if (text === '') return {};
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : null;
  } catch {
    return null;
  }
}
