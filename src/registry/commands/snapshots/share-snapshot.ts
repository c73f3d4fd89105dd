import * as v from 'valibot';
import { addDays } from '../../../core/calendar/add-days.ts';
import type { Month } from '../../../core/calendar/dates.ts';
import { lastDayOf } from '../../../core/calendar/last-day-of.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { previousMonth } from '../../../core/calendar/previous-month.ts';
import { startOfDay } from '../../../core/calendar/start-of-day.ts';
import type { SnapshotId } from '../../../core/model/ids.ts';
import { undoEntries } from '../../journal/replay-entries.ts';
import { snapshotShared } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { RecordsAsOf } from '../../state/records-as-of.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someMonth, text } from '../fields.ts';
import { findPartner } from '../find-records.ts';
import { assembleSnapshot } from './assemble-snapshot.ts';

/**
 * Makes a partner's snapshot as the registry stood at the end of a month (the month before, unless named; of the
 * current month as it stands), shares it view-only with exactly the partner's contacts, and lists it. Programme
 * rules, section 6.
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
    const { journal, file } = context.provided;
    const isOver = month < current;
    if (isOver && !journal) return { needs: { need: 'journal', since: month } };
    if (!file) {
      const records = isOver ? asOfEnd(month, context) : context.draft;
      return { needs: { need: 'file', file: assembleSnapshot(records, found.partner, month) } };
    }
    const { id: partner, name, contacts } = found.partner;
    const id = context.draft.nextId('snapshots') as SnapshotId;
    context.draft.put('snapshots', {
      id,
      partner,
      partnerName: name,
      month,
      sharedWith: contacts,
      file: file.url,
      fileId: file.id,
      madeAt: context.now,
    });
    context.effects.push({ do: 'share-file', fileId: file.id, viewers: contacts });
    queueMail(context, snapshotShared(contacts, name, id, month, file.url));
    return { id };
  },
});

function asOfEnd(month: Month, { draft, provided, settings }: Context): RecordsAsOf {
  // Moments sort as text: years of journal are compared with one, not each turned into a day.
  const end = startOfDay(addDays(lastDayOf(month), 1), settings.timeZone);
  const later = (provided.journal ?? []).filter(({ at }) => at >= end);
  return new RecordsAsOf(draft, undoEntries(draft, later));
}
