import type { Month } from '../../../core/calendar/dates.ts';
import { lastDayOf } from '../../../core/calendar/last-day-of.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { command } from '../command-spec.ts';
import { shareSnapshot } from './share-snapshot.ts';

/**
 * The clock's snapshot of a month that is over: as a manager's, but never a second one, whichever executions run side by
 * side. Programme rules, section 6.
 */
export const monthlySnapshot = command({
  ...shareSnapshot,
  decide: (input, found, context, problems) => {
    const { found: partner } = found;
    if (!partner || !input.month) return {};
    const { timeZone } = context.settings;
    if (!listPartnersWithoutSnapshot(context.draft, input.month, timeZone).includes(partner.id)) return {};
    return shareSnapshot.decide(input, found, context, problems);
  },
});

/**
 * The active partners, admitted by the end of the month, of which there is no snapshot of the whole month. One that a
 * manager shared while the month was still running shows part of it only and doesn't count.
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
      .filter((snapshot) => snapshot.month === month && toPlainDate(snapshot.madeAt, timeZone) > last)
      .map(({ partner }) => partner),
  );
  return records
    .list('partners')
    .filter(({ id, partner }) => {
      return partner.status === 'Active' && partner.joinedOn <= last && !known.has(id);
    })
    .map(({ id }) => id);
}
