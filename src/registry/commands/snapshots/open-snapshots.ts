import { addDays } from '../../../core/calendar/add-days.ts';
import type { Instant, Month } from '../../../core/calendar/dates.ts';
import { lastDayOf } from '../../../core/calendar/last-day-of.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { startOfDay } from '../../../core/calendar/start-of-day.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import { makeStatement } from '../../../core/commission/make-statement.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import type { FileSpec } from '../../files/file-spec.ts';
import type { JournalEntry } from '../../journal/journal-entry.ts';
import { undoEntries } from '../../journal/replay-entries.ts';
import type { SnapshotRecord } from '../../records.ts';
import { RecordsAsOf } from '../../state/records-as-of.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { assembleSnapshot } from './assemble-snapshot.ts';
import { groupByPartner, type PartnerRows } from './partner-rows.ts';

/** The snapshots that are listed and not made yet: those that somebody asked for first, then by month. */
export function listPendingSnapshots(records: RecordsView): readonly SnapshotRecord[] {
  const pending = records.list('snapshots').filter(({ file }) => file === '');
  const rank = ({ isMonthly }: SnapshotRecord) => (isMonthly ? 1 : 0);
  return [...pending].sort(
    (a, b) => rank(a) - rank(b) || (a.month < b.month ? -1 : a.month > b.month ? 1 : 0),
  );
}

/** The first month whose journal entries these snapshots need: that of the last snapshot before each. */
export function firstMonthOf(records: RecordsView, snapshots: readonly SnapshotRecord[]): Month | undefined {
  return snapshots
    .map((snapshot) => findLast(records, snapshot)?.month ?? snapshot.month)
    .sort()
    .at(0);
}

/**
 * Makes the content of snapshots from the records as they were: the registry at the end of the month, so that a late run
 * gives the same; of a month that was still running when somebody asked, the registry at that moment.
 */
export function openSnapshots(
  records: RecordsView,
  journal: readonly JournalEntry[],
  settings: Settings,
): (snapshot: SnapshotRecord) => FileSpec {
  const views = new Map<string, (partner: PartnerId) => PartnerRows>();
  const rowsAt = (moment: Moment, partner: PartnerId): PartnerRows => {
    const key = `${moment.at} ${moment.isIncluded}`;
    let view = views.get(key);
    if (!view) {
      // Moments sort as text: years of journal are compared with one, not each turned into a day.
      const later = journal.filter(({ at }) => (moment.isIncluded ? at > moment.at : at >= moment.at));
      view = groupByPartner(
        later.length === 0 ? records : new RecordsAsOf(records, undoEntries(records, later)),
      );
      views.set(key, view);
    }
    return view(partner);
  };
  return (snapshot) => {
    const { partner, partnerName, month } = snapshot;
    const moment = momentOf(snapshot, settings.timeZone);
    const rows = rowsAt(moment, partner);
    const last = findLast(records, snapshot);
    return assembleSnapshot({
      partnerName,
      programme: `${settings.companyName} ${settings.programmeName}`,
      month,
      asOf: describeAsOf(snapshot, settings.timeZone),
      rows,
      last:
        last === undefined
          ? null
          : { month: last.month, rows: rowsAt(momentOf(last, settings.timeZone), partner) },
      statement: makeStatement(
        rows.statement.map(({ line, customer }) => ({ line, customer })),
        partner,
        month,
      ),
    });
  };
}

/** As of when a snapshot is: `at the end of 2026-01-31`, or `on 2026-01-20` where the month was still running when it was asked for. */
export function describeAsOf(snapshot: SnapshotRecord, timeZone: string): string {
  const { at, isIncluded } = momentOf(snapshot, timeZone);
  return isIncluded ? `on ${toPlainDate(at, timeZone)}` : `at the end of ${lastDayOf(snapshot.month)}`;
}

/** A moment up to which entries count; whether one of that very moment does. */
interface Moment {
  readonly at: Instant;
  readonly isIncluded: boolean;
}

function momentOf({ month, askedAt, madeAt }: SnapshotRecord, timeZone: string): Moment {
  const end = startOfDay(addDays(lastDayOf(month), 1), timeZone);
  const asked = askedAt ?? madeAt;
  return asked !== '' && asked < end && monthOf(toPlainDate(asked, timeZone)) === month
    ? { at: asked, isIncluded: true }
    : { at: end, isIncluded: false };
}

/** The partner's snapshot of the latest month before this one's. */
function findLast(records: RecordsView, { partner, month }: SnapshotRecord): SnapshotRecord | undefined {
  let last: SnapshotRecord | undefined;
  for (const snapshot of records.list('snapshots')) {
    if (snapshot.partner !== partner || snapshot.month >= month) continue;
    if (last === undefined || snapshot.month >= last.month) last = snapshot;
  }
  return last;
}
