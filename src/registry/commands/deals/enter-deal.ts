import * as v from 'valibot';
import { DEAL_KINDS, DEAL_STATUSES } from '../../../core/model/deal.ts';
import type { DealId } from '../../../core/model/ids.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import type { LeadRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import { choice, someAmount, someCurrency, somePastDate, someText, text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { flagLaterHolders } from '../flag-later-holders.ts';
import type { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { checkLegibleTerms, parseDeal } from './deal-terms.ts';

/** Enters a contract on a registration that was approved at some time, whatever its dates. Programme rules, sections 4 and 5. */
export const enterDeal = command({
  name: 'enterDeal',
  schema: (calendar) =>
    v.strictObject({
      lead: text('The lead'),
      kind: choice('The kind', DEAL_KINDS),
      status: choice('The status', DEAL_STATUSES),
      signedOn: somePastDate('The day of signing', calendar),
      currency: someCurrency('The currency'),
      gross: someAmount(),
      deductions: someAmount(),
      name: someText(),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context), raw };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead, raw }, _context, problems) => {
    checkTakesDeals(lead, problems);
    checkLegibleTerms(raw, problems);
  },
  decide: (input, { lead }, context, problems) => {
    if (!lead) return {};
    const deal = parseDeal(
      {
        id: context.draft.nextId('deals') as DealId,
        lead: lead.id,
        kind: input.kind,
        status: input.status,
        name: input.name ?? '',
        signedOn: input.signedOn,
        currency: input.currency ?? '',
        gross: input.gross ?? '',
        deductions: input.deductions ?? '',
        credits: [],
      },
      problems,
    );
    if (!deal || problems.any) return {};
    context.draft.put('deals', { id: deal.id, deal, isFirst: false });
    refreshLeads(context, [lead.id]);
    flagLaterHolders(context, deal);
    return { id: deal.id };
  },
});

/** Refuses deals on a registration that was never approved. */
export function checkTakesDeals(lead: LeadRecord | undefined, problems: Problems): void {
  if (!lead || isApproved(lead.registration)) return;
  problems.add(
    'illegal-state',
    'lead',
    `${lead.id} is ${lead.registration.status} and was never approved: deals are entered on approved registrations.`,
  );
}
