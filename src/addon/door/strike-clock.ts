import { lastDayOf } from '../../core/calendar/last-day-of.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { previousMonth } from '../../core/calendar/previous-month.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { TAB_ORDER } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { type Books, compactState, readBooks } from './books.ts';
import { openBooks } from './commit-plan.ts';
import { passLocked, runSystemCommand, systemTask } from './door.ts';
import { sendOutbox } from './send-outbox.ts';
import { showRecords } from './show-records.ts';
import { takeForms } from './take-forms.ts';

/** Google stops an execution after 6 minutes; what is not begun by then is left to the next run. */
const BEGIN_NOTHING_AFTER_MS = 4 * 60 * 1000;

/**
 * The recurring work: responses whose event was lost, tables that differ from the records, the day's work, the month's
 * snapshots, waiting mail. Each part is safe to run again and leaves the registry whole.
 */
export function strikeClock(services: Services): void {
  const hasTime = () => services.tools.epochMs() - services.tools.startedAtMs < BEGIN_NOTHING_AFTER_MS;
  takeForms(services);
  const day = services.lock.alone(() => putRightAndWork(services));
  // Somebody holds the lock for long: the next run does it all.
  if (day === null) return;
  const made = makeMonthlySnapshots(services, day.value.state, hasTime);
  const { state } = made === 0 ? day.value : readBooks(services.workbook());
  const isWaiting = state.list('outbox').some((mail) => mail.state === 'Queued');
  if (isWaiting && hasTime()) sendOutbox(services);
}

/** Tables and the day's work under one lock; answers the books as they then are. On a quiet day they are read once. */
function putRightAndWork(services: Services): Books {
  const books = openBooks(services);
  showRecords(services, books.state, TAB_ORDER, { explain: true });
  const done = passLocked(services, systemTask('dailyWork', {}), books);
  if (!done.ok)
    services.tools.log(`The day’s work waits: ${done.issues.map(({ message }) => message).join(' ')}`);
  const after = done.ok && done.id === undefined ? books : readBooks(services.workbook());
  compactState(after);
  return after;
}

/** One snapshot for each active partner of the month that is over, none twice. Programme rules, section 6. */
function makeMonthlySnapshots(services: Services, state: RecordsView, hasTime: () => boolean): number {
  const { timeZone } = readSettings(state);
  const month = previousMonth(monthOf(toPlainDate(toInstant(services.tools.startedAtMs), timeZone)));
  const known = new Set(
    state
      .list('snapshots')
      .filter((snapshot) => snapshot.month === month)
      .map(({ partner }) => partner),
  );
  let made = 0;
  for (const { id, partner } of state.list('partners')) {
    if (partner.status !== 'Active' || partner.joinedOn > lastDayOf(month) || known.has(id)) continue;
    if (!hasTime()) break;
    const answer = runSystemCommand(services, 'monthlySnapshot', { partner: id, month });
    if (answer.ok) made += 1;
    else
      services.tools.log(`No snapshot for ${id}: ${answer.issues.map(({ message }) => message).join(' ')}`);
  }
  return made;
}
