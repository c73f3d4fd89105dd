import { splitText } from '../rows/split-text.ts';
import type { JournalEntry, UnchainedEntry } from './journal-entry.ts';

/** One row of the Journal tab in the order of its headers; `At` is still a moment. */
export interface JournalRow {
  readonly entry: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly outcome: string;
  readonly changes: string;
  readonly reason: string;
  readonly hash: string;
  readonly part: number;
  readonly of: number;
  readonly key: string;
}

/**
 * Places an entry in the chain: its number follows the last one and its hash covers the last hash and all that it
 * says. Shows accidents and tampering; it claims no more.
 */
export function chainEntry(
  entry: UnchainedEntry,
  last: { readonly applied: number; readonly hash: string },
  digest: (text: string) => string,
): JournalEntry {
  const numbered = { ...entry, entry: last.applied + 1 };
  return { ...numbered, hash: digest(hashedText(numbered, last.hash)) };
}

/** What an entry's hash is taken of. */
export function hashedText(entry: Omit<JournalEntry, 'hash'>, previousHash: string): string {
  const { entry: number, at, actor, command, subject, outcome, reason, key } = entry;
  return JSON.stringify([
    previousHash,
    number,
    at,
    actor,
    command,
    subject,
    outcome,
    changesText(entry),
    reason,
    key,
  ]);
}

/** The rows of an entry: one, or as many as its changes need. An entry counts only when all its parts are there. */
export function formatEntry(entry: JournalEntry): readonly JournalRow[] {
  const text = changesText(entry);
  const parts = splitText(text);
  return parts.map((changes, i) => ({
    entry: entry.entry,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    subject: entry.subject,
    outcome: entry.outcome,
    changes,
    reason: entry.reason,
    hash: entry.hash,
    part: i + 1,
    of: parts.length,
    key: entry.key,
  }));
}

function changesText({
  changes,
  effects,
  answer,
}: Pick<JournalEntry, 'changes' | 'effects' | 'answer'>): string {
  if (changes.length === 0 && effects.length === 0 && answer === undefined) return '';
  // What is undefined is left out.
  return JSON.stringify({ changes, effects: effects.length === 0 ? undefined : effects, answer });
}
