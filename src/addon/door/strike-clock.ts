import { readSettings } from '../../registry/commands/open-context.ts';
import { TAB_ORDER } from '../../registry/schema/schema.ts';
import type { Services } from '../services/services.ts';
import { followTimeZone } from '../setup/follow-time-zone.ts';
import { archiveOldYears } from './archive/archive-old-years.ts';
import { type Books, readBooks } from './books.ts';
import { checkJournal } from './check-journal.ts';
import { openBooks } from './commit-plan.ts';
import { passLocked, systemTask } from './door.ts';
import { goOnLater, owesTables, removeOneShots, settleTables } from './go-on-later.ts';
import { settleFiles } from './left-over-files.ts';
import { makeMonthlySnapshots } from './make-monthly-snapshots.ts';
import { keepNameBook } from './names-book.ts';
import { sendOutbox } from './send-outbox.ts';
import { settleSharing } from './settle-sharing.ts';
import { showFinance } from './show-finance.ts';
import { showRecords } from './show-records.ts';
import { compactState } from './state-book.ts';
import { takeForms } from './take-forms.ts';
import { hasTime } from './work-time.ts';

/**
 * The recurring work: responses whose event was lost, tables that differ from the records, the day's work, the month's
 * snapshots, waiting mail, years of the journal that the workbook has no room for. Each part is safe to run again and
 * leaves the registry whole; what there is no time for is done by a later execution.
 */
export function strikeClock(services: Services): void {
  work(services, { tables: true });
}

/** Goes on with what an earlier execution had no time for. The tables are looked at again only if it did not get to them. */
export function goOnWithWork(services: Services): void {
  removeOneShots(services);
  work(services, { tables: owesTables(services) });
}

function work(services: Services, wish: { readonly tables: boolean }): void {
  // First of all: partners wait for an answer, whatever else there is to do.
  let left = takeForms(services).left;
  const day = putRightAndWork(services, wish);
  left ||= day === null || day.left;
  if (day !== null) {
    // The zone may have been changed by somebody who does not own the triggers.
    followTimeZone(services, readSettings(day.books.state).timeZone);
    const snapshots = makeMonthlySnapshots(services, day.books.state);
    left ||= snapshots.left;
    const hasBreak = checkJournal(services, day.books);
    const isAsRead = snapshots.made === 0 && !hasBreak;
    const { state } = isAsRead ? day.books : readBooks(services.workbook());
    const notes = services.properties.all();
    settleFiles(services, state, notes);
    settleSharing(services, state, notes);
    if (hasTime(services)) keepNameBook(services, state);
    const isWaiting = state.list('outbox').some((mail) => mail.state === 'Queued');
    left ||= isWaiting && sendWaiting(services);
    left ||= archiveOldYears(services, state);
  }
  if (left) goOnLater(services, { tables: day === null && wish.tables });
}

interface Day {
  readonly books: Books;
  readonly left: boolean;
}

/**
 * Tables and the day's work; answers the books as they then are. On a quiet day they are read once. Null where the
 * tables wait: there is no time, or somebody holds the lock for long.
 */
function putRightAndWork(services: Services, { tables }: { readonly tables: boolean }): Day | null {
  let day: Day | null = null;
  for (;;) {
    if (!hasTime(services)) return day;
    const step = workAlone(services, tables && day === null);
    if (step === null) return day;
    day = step;
    if (!day.left) return day;
  }
}

function workAlone(services: Services, tables: boolean): Day | null {
  return services.lock.alone(() => workOnce(services, tables))?.value ?? null;
}

/** As much of the day's work as makes one journal entry, under one lock. */
function workOnce(services: Services, tables: boolean): Day {
  const books = openBooks(services);
  if (tables) {
    showRecords(services, books.state, TAB_ORDER, { explain: true });
    showFinance(services, books.state);
    settleTables(services);
  }
  const done = passLocked(services, systemTask('dailyWork', {}), books);
  if (!done.ok)
    services.tools.log(`The day’s work waits: ${done.issues.map(({ message }) => message).join(' ')}`);
  const after = done.ok && done.id === undefined ? books : readBooks(services.workbook());
  const left = done.ok && done.value?.left === true;
  if (!left) compactState(after);
  return { books: after, left };
}

/** Sends what waits; answers whether more could be sent today. What exceeds the day's quota waits for the next day. */
function sendWaiting(services: Services): boolean {
  if (!hasTime(services)) return true;
  const answer = sendOutbox(services);
  const sent = answer.ok ? Number(answer.value?.sent ?? 0) : 0;
  // Nothing went out: trying again at once would change nothing.
  if (sent === 0 || services.mail.quotaLeft() === 0) return false;
  return readBooks(services.workbook())
    .state.list('outbox')
    .some(({ state, claimedAt }) => state === 'Queued' && claimedAt === '');
}
