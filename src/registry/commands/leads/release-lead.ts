import * as v from 'valibot';
import { release } from '../../../core/registration/release.ts';
import { releasedToPartner } from '../../mail/lead-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { someText, text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseMove } from './refuse-move.ts';

/** Ends an active registration early; today still counts. Programme rules, section 2.8. */
export const releaseLead = command({
  name: 'releaseLead',
  schema: () => v.strictObject({ lead: text('The lead'), reason: someText('reason') }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, context, problems) => refuseMove(lead, 'Released', context, problems),
  decide: (input, { lead, partner }, context, problems) => {
    if (!lead || !partner) return {};
    const released = problems.take(
      release(lead.registration, { releasedOn: context.today, releaseReason: input.reason ?? '' }),
    );
    if (!released || problems.any) return {};
    context.draft.put('leads', { ...lead, registration: released });
    context.customers.noteLead(lead.id);
    refreshLeads(context, [lead.id]);
    const about = { lead: released, partnerName: partner.partner.name };
    queueMail(context, releasedToPartner(partner.partner.contacts, about, context.today, input.reason ?? ''));
    return { id: lead.id, reason: input.reason ?? '' };
  },
});
