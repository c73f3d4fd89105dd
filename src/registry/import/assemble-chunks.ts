import type { Instant } from '../../core/calendar/dates.ts';
import { diffRecord } from '../journal/diff-record.ts';
import { chainEntry } from '../journal/format-entry.ts';
import type { Effect, JournalEntry } from '../journal/journal-entry.ts';
import type { Kind } from '../records.ts';
import { closingAfter } from '../state/closing.ts';
import type { RecordChange } from '../state/draft.ts';
import { assemblePacks, isPackable, type KeptRecord, packKey } from '../state/pack.ts';
import { idNumber, recordKey } from '../state/record-key.ts';
import { type BooksMark, MARK_KEY, type StateRow } from '../state/state.ts';
import type { ImportUnit } from './import-unit.ts';
import { formatReferences } from './known-references.ts';

/** What is written at once: one entry of the journal, what it makes of the records, and where the books then stand. */
export interface ImportChunk {
  readonly units: readonly ImportUnit[];
  readonly entry: JournalEntry;
  readonly changes: readonly RecordChange[];
  /** The rows for `_state`, the mark last. */
  readonly stateRows: readonly StateRow[];
  readonly mark: BooksMark;
}

/** So many characters of changes make an entry of about nine rows; far more rows are read as a whole journal. */
const MOST_CHARACTERS = 400_000;

/** Units in parts of a bearable size, in their order. */
export function cutUnits(
  units: readonly ImportUnit[],
  most = MOST_CHARACTERS,
): readonly (readonly ImportUnit[])[] {
  const parts: ImportUnit[][] = [];
  let room = 0;
  for (const unit of units) {
    const size = JSON.stringify(unit.changes.map(({ after }) => after)).length;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = most;
    }
    parts.at(-1)?.push(unit);
    room -= size;
  }
  return parts;
}

/** Where the books stand before a chunk is written to them. */
export interface BooksEnd {
  readonly mark: BooksMark;
  /** How many rows of records stand in `_state`. */
  readonly standing: number;
  /** The row of the journal in which the next entry begins. */
  readonly journalRow: number;
}

/** Who imports what, as every entry of an import says it. */
export interface ImportSigning {
  readonly at: Instant;
  readonly importer: string;
  /** The files with their digests. */
  readonly reason: string;
  readonly digest: (text: string) => string;
  /** Of the last one: the registry is open to everybody again. */
  readonly opensBooks: boolean;
}

/** The chunk that these units make behind the books' end. */
export function assembleChunk(
  units: readonly ImportUnit[],
  end: BooksEnd,
  { at, importer, reason, digest, opensBooks }: ImportSigning,
): ImportChunk {
  const number = end.mark.applied + 1;
  const leads = Object.fromEntries(units.flatMap((unit) => [...unit.leads]));
  const deals = Object.fromEntries(units.flatMap((unit) => [...unit.deals]));
  const rows = units.reduce((sum, unit) => sum + unit.rows.length, 0);
  const memo = formatReferences(number, { leads, deals });
  const isNamed = Object.keys(leads).length + Object.keys(deals).length > 0;
  const changes: readonly RecordChange[] = [
    ...units.flatMap((unit) => unit.changes),
    ...(isNamed
      ? [{ key: recordKey('memos', memo.id), kind: 'memos' as const, id: memo.id, before: null, after: memo }]
      : []),
  ];
  const effects: readonly Effect[] = opensBooks ? [{ do: 'open-books' }] : [];
  const entry = chainEntry(
    {
      at,
      actor: importer,
      command: 'import',
      subject: `${rows} rows`,
      outcome: 'Done',
      changes: changes.map(diffRecord),
      effects,
      reason,
      key: '',
    },
    end.mark,
    digest,
  );
  return { units, entry, changes, ...placeInState(entry, changes, end) };
}

/** The rows of `_state` that an entry adds: new records many in a row, changed ones each in its own. */
export function placeInState(
  entry: JournalEntry,
  changes: readonly RecordChange[],
  { mark, standing, journalRow }: BooksEnd,
): Pick<ImportChunk, 'stateRows' | 'mark'> {
  const { closed: before, ...rest } = mark;
  const closed = closingAfter(before, entry.effects);
  const rows = rowsInState(entry.entry, changes);
  const next: BooksMark = {
    ...rest,
    applied: entry.entry,
    hash: entry.hash,
    journalRow,
    rows: standing + rows.length,
    ...(closed === undefined ? {} : { closed }),
  };
  return { stateRows: [...rows, [MARK_KEY, entry.entry, JSON.stringify(next)]], mark: next };
}

/** The rows of `_state` for the changes of an entry: new records many in a row, changed ones each in its own. */
export function rowsInState(entry: number, changes: readonly RecordChange[]): readonly StateRow[] {
  const made = new Map<Kind, KeptRecord[]>();
  const rows: StateRow[] = [];
  for (const { key, kind, id, before, after } of changes) {
    const json = JSON.stringify(after);
    if (before !== null || !isPackable(kind)) {
      rows.push([key, entry, json]);
      continue;
    }
    const known = made.get(kind);
    if (known) known.push({ id, entry, json });
    else made.set(kind, [{ id, entry, json }]);
  }
  for (const [kind, records] of made) {
    const inOrder = records.sort((a, b) => idNumber(a.id) - idNumber(b.id));
    const { packs, left } = assemblePacks(kind, inOrder);
    for (const pack of packs) rows.push([packKey(pack), pack.newest, pack.text]);
    for (const { id, json } of left) rows.push([recordKey(kind, id), entry, json]);
  }
  return rows;
}
