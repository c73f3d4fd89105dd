import { actorName } from '../../registry/commands/context.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { chainEntry } from '../../registry/journal/format-entry.ts';
import type { JournalEntry, UnchainedEntry } from '../../registry/journal/journal-entry.ts';
import { redoEntries } from '../../registry/journal/replay-entries.ts';
import { SCHEMA_VERSION } from '../../registry/migrations/migrations.ts';
import { schemaOfBooks, whyNotThisSchema } from '../../registry/migrations/schema-version.ts';
import type { Kind } from '../../registry/records.ts';
import { TAB_ORDER, type TabKind } from '../../registry/schema/schema.ts';
import { type Closing, closingAfter } from '../../registry/state/closing.ts';
import { Draft, type RecordChange } from '../../registry/state/draft.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import { rememberKeys } from '../../registry/state/remember-keys.ts';
import type { BooksMark } from '../../registry/state/state.ts';
import type { Services } from '../services/services.ts';
import { type Books, readBooks } from './books.ts';
import { BooksClosed, closedForImport } from './books-closed.ts';
import { appendEntry, showMoments } from './journal-book.ts';
import { performEffects } from './perform-effects.ts';
import { lacksState, rebuildState } from './rebuild-state.ts';
import { RegistryError } from './registry-error.ts';
import { showChanges } from './show-changes.ts';
import { changesFinance, showFinance } from './show-finance.ts';
import { showRecords } from './show-records.ts';
import { appendState } from './state-book.ts';
import { type OpenTable, openTable } from './tables.ts';

/**
 * Writes a plan: the journal entry first and durable, then the tables, then `_state` with the mark. Whatever stops the
 * execution in between, the next one rolls the entry forward. Returns warnings of effects that did not work.
 */
export function commitPlan(
  services: Services,
  books: Books,
  plan: UnchainedEntry,
  changes: readonly RecordChange[],
  answer: { readonly [name: string]: unknown },
): readonly string[] {
  const { mark } = books.state;
  const isKeyed = plan.key !== '';
  const entry = chainEntry(isKeyed ? { ...plan, answer } : plan, mark, services.tools.digest);
  const after = new Draft(books.state);
  for (const { kind, after: record } of changes) after.put(kind, record as never);
  // Every tab is found before anything is written: a missing header refuses the plan as a whole. What became of mail
  // that went out has to be told all the same: set-up shows it when it makes or repairs the tab.
  const tables = openTablesFor(services, plan.command, changes);
  const journalRow = appendEntry(books, entry);
  services.spreadsheets.flush();
  return applyEntries(services, books, [entry], changes, after, tables, {
    applied: entry.entry,
    hash: entry.hash,
    journalRow,
    recent: rememberKeys(mark.recent, [entry]),
    schema: SCHEMA_VERSION,
    ...closed(mark.closed, [entry]),
  });
}

/** What the mark says of an import, for spreading. */
function closed(before: Closing | undefined, entries: readonly JournalEntry[]): Pick<BooksMark, 'closed'> {
  const closing = closingAfter(
    before,
    entries.flatMap(({ effects }) => effects),
  );
  return closing === undefined ? {} : { closed: closing };
}

/** What has to go on although a tab is missing: that it is missing has to be told, by mail. */
const TOLERANT: readonly string[] = ['claimMail', 'settleMail', 'selfCheck'];

/** What comes before set-up makes the columns that the records need; set-up then shows them. */
const WITHOUT_TABLES: readonly string[] = ['migrate'];

function openTablesFor(
  services: Services,
  command: string,
  changes: readonly RecordChange[],
): readonly OpenTable[] {
  if (WITHOUT_TABLES.includes(command)) return [];
  return TOLERANT.includes(command) ? openStanding(services, changes) : openTables(services, changes);
}

/**
 * Reads the books and finishes whatever an earlier execution left unfinished. Throws `BooksClosed` while an import is
 * running, unless they are opened all the same: to end it, or to look something up; and where the records are of another
 * version than the script, but for a migration (`evenOlder`), which comes before set-up has made what the script expects.
 */
export function openBooks(services: Services, { evenClosed = false, evenOlder = false } = {}): Books {
  const workbook = services.workbook();
  const read = readBooks(workbook);
  const { mark } = read.state;
  const version = schemaOfBooks(mark, read.pending);
  const refused = whyNotThisSchema(version);
  if (refused !== null && !(evenOlder && version < SCHEMA_VERSION)) throw new BooksClosed(refused);
  if (mark.closed !== undefined && !evenClosed) {
    throw closedForImport(mark.closed, readSettings(read.state).timeZone);
  }
  const books = lacksState(read) ? rebuildState(services, read) : read;
  // Entries that were written while somebody moved the journal's columns are written once more, under their headers.
  for (const entry of books.journal.crooked) appendEntry(books, entry);
  if (books.pending.length === 0) return books;
  const changes = redoEntries(books.state, books.pending);
  const after = new Draft(books.state);
  for (const { kind, after: record } of changes) after.put(kind, record as never);
  const last = books.pending.at(-1);
  if (!last) return books;
  services.tools.log(
    `Finishing ${books.pending.length} journal entries that were cut off, up to entry ${last.entry}.`,
  );
  const { command } = last;
  const tables =
    evenOlder && command !== 'migrate'
      ? openStanding(services, changes)
      : openTablesFor(services, command, changes);
  applyEntries(services, books, books.pending, changes, after, tables, {
    applied: last.entry,
    hash: last.hash,
    // Unknown: the next execution looks the whole journal through and finds it.
    journalRow: 0,
    recent: rememberKeys(books.state.mark.recent, books.pending),
    schema: schemaOfBooks(books.state.mark, books.pending),
    ...closed(books.state.mark.closed, books.pending),
  });
  services.spreadsheets.flush();
  return readBooks(workbook);
}

function openTables(services: Services, changes: readonly RecordChange[]): readonly OpenTable[] {
  const kinds = new Set(changes.map(({ kind }) => kind).filter(hasTab));
  const workbook = services.workbook();
  return [...kinds].map((kind) => openTable(workbook, kind));
}

function openStanding(services: Services, changes: readonly RecordChange[]): readonly OpenTable[] {
  const kinds = new Set(changes.map(({ kind }) => kind).filter(hasTab));
  return [...kinds].flatMap((kind) => {
    try {
      return [openTable(services.workbook(), kind)];
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      services.tools.log(error.message);
      return [];
    }
  });
}

function hasTab(kind: Kind): kind is TabKind {
  return kind !== 'memos';
}

function applyEntries(
  services: Services,
  books: Books,
  entries: readonly JournalEntry[],
  changes: readonly RecordChange[],
  after: RecordsView,
  tables: readonly OpenTable[],
  mark: BooksMark,
): readonly string[] {
  const { timeZone } = readSettings(after);
  const isTyped = entries.some(({ command }) => command === 'edit');
  const isRolledForward = books.pending.length > 0;
  // The clock's own notes of how things stand are no reason to stop: whoever owns the triggers may be no head any more.
  const mayBeClosed = isRolledForward || entries.every(({ actor }) => actor === actorName({ kind: 'clock' }));
  const show = (some: readonly OpenTable[]) =>
    showChanges(services, some, changes, {
      records: after,
      timeZone,
      // What is rolled forward may be shown already, and what was typed stands where it was typed.
      standing: { byId: isRolledForward || isTyped, typed: isTyped },
    });
  show(tables.filter(({ kind }) => !CLOSED_KINDS.includes(kind)));
  const closed = tables.filter(({ kind }) => CLOSED_KINDS.includes(kind));
  if (closed.length > 0) unlessClosed(services, mayBeClosed, () => show(closed));
  if (changesFinance(changes)) showFinance(services, after, books.state);
  const effects = entries.flatMap((entry) => entry.effects);
  const warnings = performEffects(services, effects);
  // Moments are shown as local times: in another time zone every one of them reads differently.
  if (effects.some((effect) => effect.do === 'set-time-zone')) {
    const open = TAB_ORDER.filter((kind) => !CLOSED_KINDS.includes(kind));
    showRecords(services, after, open, { explain: false });
    unlessClosed(services, mayBeClosed, () => showRecords(services, after, CLOSED_KINDS, { explain: false }));
    showMoments(readBooks(services.workbook()));
  }
  appendState(books, changes, mark);
  return warnings;
}

/** Tabs that only programme heads may write. Programme rules, section 8. */
export const CLOSED_KINDS: readonly TabKind[] = ['team', 'settings'];

/**
 * Whoever rolls another's entry forward, and the clock, may have no right to those tabs: the records hold all the same,
 * the registry goes on, and a run of a head shows them. Google's message is in the reader's language, so that any refusal counts as this one.
 */
export function unlessClosed(services: Services, mayBeClosed: boolean, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!mayBeClosed || error instanceof RegistryError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    services.tools.log(`Team and Settings could not be shown by this execution: ${why}`);
  }
}
