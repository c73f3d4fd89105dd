import * as v from 'valibot';
import type { ReceiptId } from '../../../core/model/ids.ts';
import { command } from '../command-spec.ts';
import { amount, pastDate, text } from '../fields.ts';
import { findDeal, leadOf, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { checkSigned, KnownReceipts, parseCash, refuseReference } from './receipt-terms.ts';

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
    const money = parseCash(deal, input, problems);
    const receipts = new KnownReceipts(context.draft);
    const known = receipts.find(deal.id, input.reference);
    if (known) refuseReference(known, receipts.isVoided(known), problems);
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
