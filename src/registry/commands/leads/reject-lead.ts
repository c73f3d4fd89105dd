import * as v from 'valibot';
import { REASON_CODES } from '../../../core/model/registration.ts';
import { reject } from '../../../core/registration/reject.ts';
import { rejectedToPartner } from '../../mail/lead-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { choice, someText, text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseMove } from './refuse-move.ts';

/** Rejects a request with a reason code. Programme rules, section 2.6. */
export const rejectLead = command({
  name: 'rejectLead',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      reason: choice('The reason', REASON_CODES),
      note: someText('note'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, context, problems) => refuseMove(lead, 'Rejected', context, problems),
  decide: (input, { lead, partner }, context, problems) => {
    if (!lead || !partner) return {};
    const rejected = problems.take(
      reject(lead.registration, {
        rejectedOn: context.today,
        reason: input.reason,
        noteToPartner: input.note ?? '',
      }),
    );
    if (!rejected || problems.any) return {};
    context.draft.put('leads', { ...lead, registration: rejected });
    context.customers.noteLead(lead.id);
    refreshLeads(context, [lead.id]);
    const about = { lead: rejected, partnerName: partner.partner.name };
    queueMail(context, rejectedToPartner(partner.partner.contacts, about, input.reason, input.note ?? ''));
    return { id: lead.id, reason: [input.reason, input.note].filter(Boolean).join(': ') };
  },
});
