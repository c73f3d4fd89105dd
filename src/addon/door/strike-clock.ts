import { lastDayOf } from '../../core/calendar/last-day-of.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { previousMonth } from '../../core/calendar/previous-month.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import type { Services } from '../services/services.ts';
import { compactState, readBooks } from './books.ts';
import { runSystemCommand } from './door.ts';
import { reconcile } from './reconcile.ts';
import { sendOutbox } from './send-outbox.ts';
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
  reconcile(services);
  runSystemCommand(services, 'dailyWork', {});
  makeMonthlySnapshots(services, hasTime);
  services.lock.alone(() => compactState(services.workbook()));
  if (hasTime()) sendOutbox(services);
}

/** One snapshot for each active partner of the month that is over, none twice. Programme rules, section 6. */
function makeMonthlySnapshots(services: Services, hasTime: () => boolean): void {
  const { state } = readBooks(services.workbook());
  const { timeZone } = readSettings(state);
  const month = previousMonth(monthOf(toPlainDate(toInstant(services.tools.startedAtMs), timeZone)));
  const made = new Set(state.list('snapshots').filter((snapshot) => snapshot.month === month).map(({ partner }) => partner));
  for (const { id, partner } of state.list('partners')) {
    if (partner.status !== 'Active' || partner.joinedOn > lastDayOf(month) || made.has(id)) continue;
    if (!hasTime()) return;
    const answer = runSystemCommand(services, 'monthlySnapshot', { partner: id, month });
    if (!answer.ok) services.tools.log(`No snapshot for ${id}: ${answer.issues.map(({ message }) => message).join(' ')}`);
  }
}
