import type { Instant } from '../../core/calendar/dates.ts';

/**
 * What became of one record, as the journal keeps it: the fields that differ, as they were and as they are, objects
 * inside them likewise. A field that is missing on one side did not exist there; `b` is null for a new record.
 */
export interface JournalChange {
  readonly r: string;
  readonly b: { readonly [field: string]: unknown } | null;
  readonly a: { readonly [field: string]: unknown };
}

/** Something outside the tables that an entry owes; doing it twice does no harm. */
export type Effect =
  | { readonly do: 'share-file'; readonly fileId: string; readonly viewers: readonly string[] }
  | { readonly do: 'set-time-zone'; readonly timeZone: string }
  | { readonly do: 'let-edit'; readonly person: string; readonly head: boolean }
  | { readonly do: 'stop-editing'; readonly person: string }
  | { readonly do: 'close-books'; readonly by: string; readonly since: Instant; readonly what: string }
  | { readonly do: 'open-books' }
  /** From here on all records are of version `to`; a registry begins with an entry in which both are the same. */
  | { readonly do: 'migrate'; readonly from: number; readonly to: number };

export type Outcome = 'Done' | 'Refused';

/** One entry of the journal: who did what, and what the records became. */
export interface JournalEntry {
  readonly entry: number;
  readonly at: Instant;
  /** Who acted: an address, or the registry's clock. */
  readonly actor: string;
  readonly command: string;
  /** The record that it was about, '' where there is none. */
  readonly subject: string;
  readonly outcome: Outcome;
  readonly changes: readonly JournalChange[];
  readonly effects: readonly Effect[];
  /** The reason given, or why it was refused. */
  readonly reason: string;
  /** Idempotency key, '' where there is none. */
  readonly key: string;
  /** What was answered, so that whoever asks again with the same key is answered the same. Only where there is a key. */
  readonly answer?: { readonly [name: string]: unknown };
  readonly hash: string;
  /** Somebody changed what it says so that it cannot be read any more: it has no changes, and its hash does not fit. */
  readonly isUnreadable?: true;
}

/** An entry before its place in the chain is known. */
export type UnchainedEntry = Omit<JournalEntry, 'entry' | 'hash'>;
