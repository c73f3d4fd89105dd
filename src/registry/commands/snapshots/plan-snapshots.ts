import type { Month } from '../../../core/calendar/dates.ts';
import { lastDayOf } from '../../../core/calendar/last-day-of.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { nextMonth } from '../../../core/calendar/next-month.ts';
import { previousMonth } from '../../../core/calendar/previous-month.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import { STATUS_ROWS } from '../../../core/settings/status-rows.ts';
import type { RecordsView } from '../../state/records-view.ts';
import type { Context } from '../context.ts';
import { listSnapshot } from './share-snapshot.ts';

/** Names the last month whose snapshots are all listed. */
const PLANNED_MEMO = 'monthly-snapshots';

/** Months made up for after the clock stood still; nobody reads older ones. */
const MOST_MONTHS = 12;

/**
 * Lists the snapshot of every month that is over for each active partner, none twice; months that went by without a run
 * are made up for. They are made by executions of their own. Programme rules, section 6.
 */
export function planSnapshots(context: Context, enough: () => boolean): void {
  const { draft, settings, today } = context;
  const last = previousMonth(monthOf(today));
  for (const month of listMonthsOwed(draft, last)) {
    for (const partner of listPartnersWithoutSnapshot(draft, month, settings.timeZone)) {
      if (enough()) return;
      const record = draft.get('partners', partner);
      if (record) listSnapshot(context, record, month, { isMonthly: true });
    }
    draft.put('memos', { id: PLANNED_MEMO, value: month });
    tellProgress(context);
  }
}

/** The months that are over and not listed yet, the oldest first, up to this one. */
function listMonthsOwed(records: RecordsView, last: Month): readonly Month[] {
  const months: Month[] = [];
  for (let month = firstMonthOwed(records, last); month <= last; month = nextMonth(month)) months.push(month);
  return months.slice(-MOST_MONTHS);
}

function firstMonthOwed(records: RecordsView, last: Month): Month {
  const planned = records.get('memos', PLANNED_MEMO)?.value;
  if (planned !== undefined) return nextMonth(planned as Month);
  // A registry of an earlier version, or a new one: from the latest month that was made, else from the first partner on.
  const made = records.list('snapshots').map(({ month }) => month);
  const joined = records
    .list('partners')
    .flatMap(({ partner }) => (partner.status === 'Active' ? [monthOf(partner.joinedOn)] : []));
  return made.sort().at(-1) ?? joined.sort().at(0) ?? nextMonth(last);
}

/**
 * The active partners, admitted by the end of the month, of which no snapshot of the whole month is made or listed. One
 * that a manager asked for while the month was still running shows part of it only and doesn't count.
 */
export function listPartnersWithoutSnapshot(
  records: RecordsView,
  month: Month,
  timeZone: string,
): readonly PartnerId[] {
  const last = lastDayOf(month);
  const known = new Set(
    records
      .list('snapshots')
      .filter(({ month: of, askedAt, madeAt }) => {
        const asked = askedAt ?? madeAt;
        return of === month && asked !== '' && toPlainDate(asked, timeZone) > last;
      })
      .map(({ partner }) => partner),
  );
  return records
    .list('partners')
    .filter(({ id, partner }) => {
      return partner.status === 'Active' && partner.joinedOn <= last && !known.has(id);
    })
    .map(({ id }) => id);
}

/** Says on the Settings tab how far the monthly snapshots are. */
export function tellProgress({ draft, today }: Context): void {
  const monthly = draft.list('snapshots').filter(({ isMonthly }) => isMonthly);
  const month = monthly
    .map((snapshot) => snapshot.month)
    .sort()
    .at(-1);
  if (month === undefined) return;
  const waiting = monthly.filter(({ file }) => file === '').length;
  const ofMonth = monthly.filter((snapshot) => snapshot.month === month);
  const made = ofMonth.filter(({ file }) => file !== '').length;
  const value =
    waiting === 0
      ? `${month}: all ${ofMonth.length} made by ${today}`
      : `${month}: ${made} of ${ofMonth.length} made${waiting > ofMonth.length - made ? `, ${waiting} in all to make` : ''}`;
  draft.put('settings', { id: STATUS_ROWS.snapshots.name, value });
}
