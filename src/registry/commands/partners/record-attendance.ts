import * as v from 'valibot';
import { parsePlainDate } from '../../../core/calendar/parse-plain-date.ts';
import type { PartnerRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import { text, yesNo } from '../fields.ts';
import { findPartner } from '../find-records.ts';

/**
 * Keeps on the partner whether it came to a training: named by its date, or by what else it is called. Saying it again
 * corrects it. Programme rules, section 6.
 */
export const recordAttendance = command({
  name: 'recordAttendance',
  schema: () =>
    v.strictObject({
      partner: text('The partner'),
      training: text('The training, such as its date 2026-03-18,'),
      attended: yesNo('Attended'),
    }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  concerns: ({ found }) => ({ partner: found }),
  check: ({ found }, _context, problems) => {
    const status = found?.partner.status;
    if (status === 'Requested' || status === 'Declined') {
      problems.add(
        'illegal-state',
        'partner',
        `${found?.partner.name} is ${status}: trainings are for admitted partners.`,
      );
    }
  },
  decide: ({ training, attended }, { found }, context, problems) => {
    const date = parsePlainDate(training);
    if (date !== null && date > context.today) {
      problems.add(
        'invalid',
        'training',
        `The training is on ${training}, in the future: record who came once it is over.`,
      );
    }
    if (!found || problems.any) return {};
    context.draft.put('partners', withAttendance(found, training, attended));
    return { id: found.id };
  },
});

function withAttendance(record: PartnerRecord, training: string, attended: boolean): PartnerRecord {
  const others = (record.attendance ?? []).filter((known) => known.training !== training);
  const attendance = [...others, { training, attended }].sort((a, b) => (a.training < b.training ? -1 : 1));
  return { ...record, attendance };
}
