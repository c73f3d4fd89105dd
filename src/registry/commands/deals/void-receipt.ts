import * as v from 'valibot';
import type { Email, ReceiptId } from '../../../core/model/ids.ts';
import { cutText } from '../../../core/text/cut-text.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { text } from '../fields.ts';
import { findReceipt, leadOf, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** So much of the voided receipt's reference fits behind the word that says what its own is. */
const MOST_OF_A_REFERENCE = 180;

/**
 * Takes a receipt back that was none, by a line of its own; both stay. The commission's clock then starts with the first
 * receipt that is left; what was paid stays paid. Programme rules, section 5.
 */
export const voidReceipt = command({
  name: 'voidReceipt',
  schema: () => v.strictObject({ receipt: text('The receipt'), reason: text('The reason', 'reason') }),
  find: (raw, context, problems) => {
    const found = findReceipt(raw, context, problems);
    const deal = found && context.draft.get('deals', found.receipt.deal);
    const lead = leadOf(deal, context);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ found }, context, problems) => {
    if (!found) return;
    const { voids } = found.receipt;
    if (voids) {
      problems.add(
        'illegal-state',
        'receipt',
        `${found.id} takes back ${voids.receipt} itself: record the cash again instead.`,
      );
      return;
    }
    const by = context.draft.list('receipts').find(({ receipt }) => receipt.voids?.receipt === found.id);
    if (by) {
      problems.add('illegal-state', 'receipt', `${found.id} was voided by ${by.id} already.`);
    }
  },
  decide: (input, { found, lead }, context, problems) => {
    const by = actorEmail(context.actor) as Email;
    if (!found || !lead || problems.any) return {};
    const { deal, amount, reference } = found.receipt;
    const id = context.draft.nextId('receipts') as ReceiptId;
    context.draft.put('receipts', {
      id,
      receipt: {
        id,
        deal,
        receivedOn: context.today,
        amount: { ...amount, minor: -amount.minor },
        reference: `VOID ${found.id} ${cutText(reference, MOST_OF_A_REFERENCE)}`,
        voids: { receipt: found.id, reason: input.reason, by, on: context.today },
      },
    });
    refreshLeads(context, [lead.id]);
    return { id, reason: input.reason };
  },
});
