import * as v from 'valibot';
import { withdraw } from '../../../core/registration/withdraw.ts';
import { withdrawnToPartner } from '../../mail/lead-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { LeadRecord, PartnerRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someText, text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseMove } from './refuse-move.ts';

/** Takes a request back, with mail to the partner. Programme rules, section 2. */
export const withdrawLead = command({
  name: 'withdrawLead',
  schema: () => v.strictObject({ lead: text('The lead'), reason: someText('reason') }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, context, problems) => refuseMove(lead, 'Withdrawn', context, problems),
  decide: (input, { lead, partner }, context, problems) => {
    if (!lead || !partner) return {};
    withdrawRegistration(context, problems, lead, partner, input.reason ?? '');
    return { id: lead.id, reason: input.reason ?? '' };
  },
});

/** The request withdrawn in the draft, and the partner told why. */
export function withdrawRegistration(
  context: Context,
  problems: Problems,
  lead: LeadRecord,
  partner: PartnerRecord,
  why: string,
): void {
  const withdrawn = problems.take(
    withdraw(lead.registration, { withdrawnOn: context.today, withdrawalReason: why }),
  );
  if (!withdrawn || problems.any) return;
  context.draft.put('leads', { ...lead, registration: withdrawn });
  context.customers.noteLead(lead.id);
  refreshLeads(context, [lead.id]);
  queueMail(
    context,
    withdrawnToPartner(partner.partner.contacts, { lead: withdrawn, partnerName: partner.partner.name }, why),
  );
}
