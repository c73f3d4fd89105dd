import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { hasMailToSend, isSendable } from '../../registry/commands/mails/claim-mail.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { schemaOfBooks, whyNotThisSchema } from '../../registry/migrations/schema-version.ts';
import { TAB_ORDER, type TabKind } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { followTimeZone } from '../setup/follow-time-zone.ts';
import { settleSetUpNote } from '../setup/note-set-up.ts';
import { archiveOldYears } from './archive/archive-old-years.ts';
import { type Books, readBooks } from './books.ts';
import { aloneUnlessClosed, BooksClosed } from './books-closed.ts';
import { checkJournal, type JournalCheck } from './check-journal.ts';
import { CLOSED_KINDS, openBooks, unlessClosed } from './commit-plan.ts';
import { passLocked, runSystemCommand, systemTask } from './door.ts';
import { gatherHealth } from './gather-health.ts';
import { goOnLater, owesTables, removeOneShots, settleTables } from './go-on-later.ts';
import { settleFiles } from './left-over-files.ts';
import { makeSnapshots } from './make-snapshots.ts';
import { keepNameBook } from './names-book.ts';
import { RegistryError } from './registry-error.ts';
import { sendOutbox } from './send-outbox.ts';
import { settleSharing } from './settle-sharing.ts';
import { settleSnapshots } from './settle-snapshots.ts';
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
  const failures: string[] = [];
  // First of all: partners wait for an answer, whatever else there is to do.
  let left = attempt(services, failures, () => takeForms(services).left) ?? false;
  const day = putRightAndWork(services, wish, failures);
  if (day === null) refuseOtherVersion(services);
  left ||= day === null || day.left;
  if (day !== null) left = finishDay(services, day.books, failures) || left;
  if (left) goOnLater(services, { tables: day === null && wish.tables });
}

/**
 * Where the records are of another version than the script, waiting a minute does not help: people have to do something.
 * The error is what Google mails to the owner of the triggers, who learns of it that way alone.
 */
function refuseOtherVersion(services: Services): void {
  const { state, pending } = readBooks(services.workbook());
  const refused = whyNotThisSchema(schemaOfBooks(state.mark, pending));
  if (refused !== null) throw new BooksClosed(refused);
}

/** What follows the day's work, in the order of what waits for what. Answers whether something is left. */
function finishDay(services: Services, books: Books, failures: string[]): boolean {
  // The zone may have been changed by somebody who does not own the triggers.
  followTimeZone(services, readSettings(books.state).timeZone);
  const snapshots = attempt(services, failures, () => makeSnapshots(services, books.state)) ?? {
    made: 0,
    left: false,
  };
  const journal = checkJournal(services, books);
  const notes = services.properties.all();
  const isAsRead = snapshots.made === 0 && journal.told === 0;
  const { state } = isAsRead ? books : readBooks(services.workbook());
  settleFiles(services, state, notes);
  settleSharing(services, state, notes);
  let left = attempt(services, failures, () => settleSnapshots(services, state)) ?? false;
  left ||= snapshots.left;
  if (hasTime(services)) keepNameBook(services, state);
  const checked = checkSelf(services, state, journal, failures);
  left = checked === 'left' || left;
  const latest = checked === 'told' ? readBooks(services.workbook()).state : state;
  const isWaiting = hasMailToSend(latest, toInstant(services.tools.startedAtMs));
  left = (isWaiting && sendWaiting(services)) || left;
  return archiveOldYears(services, latest) || left;
}

/** Script property: the day of the last self-check. */
const CHECKED_ON = 'SELF_CHECKED';

/** Once a day; answers whether it queued mail. */
function checkSelf(
  services: Services,
  records: RecordsView,
  journal: JournalCheck,
  failures: readonly string[],
): 'told' | 'nothing new' | 'left' {
  const today = toPlainDate(toInstant(services.tools.startedAtMs), readSettings(records).timeZone);
  if ((services.properties.get(CHECKED_ON) ?? '') >= today) return 'nothing new';
  if (!hasTime(services)) return 'left';
  const facts = gatherHealth(services, records, journal, failures);
  const answer = runSystemCommand(services, 'selfCheck', { facts });
  if (!answer.ok) return 'left';
  services.properties.set(CHECKED_ON, today);
  return answer.mailQueued === true ? 'told' : 'nothing new';
}

/** What people have to put right, such as a missing tab, keeps one part of the work from being done, not the others. */
function attempt<T>(services: Services, failures: string[], work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    services.tools.log(error.message);
    if (!failures.includes(error.message)) failures.push(error.message);
    return null;
  }
}

interface Day {
  readonly books: Books;
  readonly left: boolean;
}

/**
 * Tables and the day's work; answers the books as they then are. On a quiet day they are read once. Null where the
 * tables wait: there is no time, or somebody holds the lock for long.
 */
function putRightAndWork(
  services: Services,
  { tables }: { readonly tables: boolean },
  failures: string[],
): Day | null {
  let day: Day | null = null;
  for (let showsTables = tables; hasTime(services); showsTables = false) {
    const step = aloneUnlessClosed(services, () => workOnce(services, showsTables, failures));
    if (step === null) return day;
    day = step.value;
    if (!day.left) return day;
  }
  return day;
}

/** As much of the day's work as makes one journal entry, under one lock. */
function workOnce(services: Services, tables: boolean, failures: string[]): Day {
  const opened = openBooks(services);
  const books = attempt(services, failures, () => settleSetUpNote(services, opened)) ?? opened;
  if (tables) {
    for (const kind of TAB_ORDER) attempt(services, failures, () => showTab(services, books, kind));
    attempt(services, failures, () => showFinance(services, books.state));
    settleTables(services);
  }
  const task = systemTask('dailyWork', {});
  const done = attempt(services, failures, () => passLocked(services, task, books));
  if (done !== null && !done.ok)
    services.tools.log(`The day’s work waits: ${done.issues.map(({ message }) => message).join(' ')}`);
  const isUnchanged = done === null || (done.ok && done.id === undefined);
  const after = isUnchanged ? books : readBooks(services.workbook());
  const left = done?.ok === true && done.value?.left === true;
  if (!left) compactState(after);
  return { books: after, left };
}

function showTab(services: Services, { state }: Books, kind: TabKind): void {
  const show = () => showRecords(services, state, [kind], { explain: true });
  if (CLOSED_KINDS.includes(kind)) unlessClosed(services, true, show);
  else show();
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
    .some((mail) => isSendable(mail, toInstant(services.tools.startedAtMs)));
}
