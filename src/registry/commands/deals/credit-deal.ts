import * as v from 'valibot';
import { checkNetRevenue } from '../../../core/money/check-net-revenue.ts';
import { parseAmount } from '../../../core/money/parse-amount.ts';
import { command } from '../command-spec.ts';
import { amount, pastDate, text } from '../fields.ts';
import { findDeal, leadOf, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { checkSigned } from './receipt-terms.ts';

/** Reduces a deal's first-year net revenue; the commission follows, or is adjusted once paid. Programme rules, sections 5.1 and 5.5. */
export const creditDeal = command({
  name: 'creditDeal',
  schema: (calendar) =>
    v.strictObject({
      deal: text('The deal'),
      amount: amount('The amount'),
      creditedOn: pastDate('The day of the credit', calendar),
      reason: text('The reason', 'reason'),
    }),
  find: (raw, context, problems) => {
    const found = findDeal(raw, context, problems);
    const lead = leadOf(found, context);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ found }, _context, problems) => checkSigned(found?.deal, problems, 'Credits are given'),
  decide: (input, { found, lead }, context, problems) => {
    if (!found || !lead) return {};
    const { deal } = found;
    const currency = deal.revenue?.gross.currency;
    if (currency === undefined) {
      if (deal.status === 'Signed')
        problems.add('illegal-state', 'deal', `${deal.id} has no revenue that could be credited.`);
      return {};
    }
    const money = problems.take(parseAmount(input.amount, currency, { field: 'amount', sign: 'positive' }));
    if (!money) return {};
    const credited = {
      ...deal,
      credits: [...deal.credits, { amount: money, creditedOn: input.creditedOn, reason: input.reason }],
    };
    const negative = checkNetRevenue(credited, 'amount');
    if (negative) problems.addAll([negative]);
    if (problems.any) return {};
    context.draft.put('deals', { ...found, deal: credited });
    refreshLeads(context, [lead.id]);
    return { id: deal.id, reason: input.reason };
  },
});
