import * as v from 'valibot';
import type { Month } from '../../../core/calendar/dates.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { previousMonth } from '../../../core/calendar/previous-month.ts';
import type { SnapshotId } from '../../../core/model/ids.ts';
import type { PartnerRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someMonth, text } from '../fields.ts';
import { findPartner } from '../find-records.ts';

/**
 * Asks for a partner's snapshot as the registry stood at the end of a month (the month before, unless named; of the
 * current month as it stands). It is listed at once, and made and shared with the partner's contacts by an execution of
 * its own: a file takes longer than people wait. Programme rules, section 6.
 */
export const shareSnapshot = command({
  name: 'shareSnapshot',
  schema: () => v.strictObject({ partner: text('The partner'), month: someMonth('The month') }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  concerns: ({ found }) => ({ partner: found }),
  check: ({ found }, _context, problems) => {
    const status = found?.partner.status;
    if (status === 'Requested' || status === 'Declined') {
      problems.add(
        'illegal-state',
        'partner',
        `${found?.partner.name} is ${status}: snapshots are made for admitted partners.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    const current = monthOf(context.today);
    const month = input.month ?? previousMonth(current);
    if (month > current)
      problems.add('invalid', 'month', `${month} has not begun: name a month up to ${current}.`);
    if (!found || problems.any) return {};
    return { id: listSnapshot(context, found, month, { isMonthly: false }) };
  },
});

/** Lists a snapshot that is still to be made. */
export function listSnapshot(
  { draft, now }: Context,
  { id: partner, partner: { name } }: PartnerRecord,
  month: Month,
  { isMonthly }: { readonly isMonthly: boolean },
): SnapshotId {
  const id = draft.nextId('snapshots') as SnapshotId;
  draft.put('snapshots', {
    id,
    partner,
    partnerName: name,
    month,
    sharedWith: [],
    file: '',
    fileId: '',
    askedAt: now,
    madeAt: '',
    isMonthly,
  });
  return id;
}
