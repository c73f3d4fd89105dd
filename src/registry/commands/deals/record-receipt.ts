import * as v from 'valibot';
import { isSameReference } from '../../../core/commission/check-reference.ts';
import type { Deal } from '../../../core/model/deal.ts';
import type { ReceiptId } from '../../../core/model/ids.ts';
import { parseAmount } from '../../../core/money/parse-amount.ts';
import { command } from '../command-spec.ts';
import { amount, pastDate, text } from '../fields.ts';
import { findDeal, leadOf, partnerOf } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Records one cash payment of the customer; the first starts the clock of the commission. Programme rules, section 5.3. */
export const recordReceipt = command({
  name: 'recordReceipt',
  schema: (calendar) =>
    v.strictObject({
      deal: text('The deal'),
      receivedOn: pastDate('The day the cash arrived', calendar),
      amount: amount('The amount'),
      reference: text('The bank’s reference', 'reference'),
    }),
  find: (raw, context, problems) => {
    const found = findDeal(raw, context, problems);
    const lead = leadOf(found, context);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ found }, _context, problems) => checkSigned(found?.deal, problems, 'Cash is recorded'),
  decide: (input, { found, lead }, context, problems) => {
    if (!found || !lead) return {};
    const { deal } = found;
    if (deal.status === 'Signed' && input.receivedOn < deal.signedOn) {
      problems.add(
        'invalid',
        'receivedOn',
        `The receipt is dated ${input.receivedOn}, before ${deal.id} was signed on ${deal.signedOn}.`,
      );
    }
    const currency = deal.revenue?.gross.currency;
    if (currency === undefined && deal.status === 'Signed') {
      problems.add(
        'illegal-state',
        'deal',
        `${deal.id} has no currency yet: enter its currency and gross first.`,
      );
    }
    const money =
      currency === undefined
        ? null
        : problems.take(parseAmount(input.amount, currency, { field: 'amount', sign: 'positive' }));
    const known = context.draft
      .list('receipts')
      .find(({ receipt }) => receipt.deal === deal.id && isSameReference(receipt.reference, input.reference));
    if (known) {
      problems.add(
        'duplicate-reference',
        'reference',
        `${known.id} of ${deal.id} has the reference ${known.receipt.reference} already.`,
      );
    }
    if (!money || problems.any) return {};
    const id = context.draft.nextId('receipts') as ReceiptId;
    context.draft.put('receipts', {
      id,
      receipt: { id, deal: deal.id, receivedOn: input.receivedOn, amount: money, reference: input.reference },
    });
    refreshLeads(context, [lead.id]);
    return { id };
  },
});

/** Refuses what only a signed deal can have. */
export function checkSigned(deal: Deal | undefined, problems: Problems, what: string): void {
  if (deal && deal.status !== 'Signed') {
    problems.add(
      'illegal-state',
      'deal',
      `${deal.id} is ${deal.status}. ${what} for signed deals: update the deal first.`,
    );
  }
}
