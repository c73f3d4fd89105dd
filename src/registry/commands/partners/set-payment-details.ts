import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import type { PaymentDetails } from '../../../core/model/partner.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { someText, text, yesNo } from '../fields.ts';
import { findPartner } from '../find-records.ts';
import { refreshPartner } from './refresh-partner.ts';

/**
 * Says whether a partner's tax papers and bank details are complete; the details themselves are not kept here. While they
 * are not, its payable lines are on hold, and its statement says why.
 */
export const setPaymentDetails = command({
  name: 'setPaymentDetails',
  schema: () =>
    v.strictObject({
      partner: text('The partner'),
      complete: yesNo('Whether they are complete'),
      note: someText('reason'),
    }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  check: ({ found }, _context, problems) => {
    const status = found?.partner.status;
    if (status === 'Requested' || status === 'Declined') {
      problems.add(
        'illegal-state',
        'partner',
        `${found?.partner.name} is ${status}: payment details are kept of admitted partners.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    const by = actorEmail(context.actor) as Email;
    if (!found || problems.any) return {};
    const note = input.note ?? '';
    const paymentDetails: PaymentDetails = { complete: input.complete, note, by, on: context.today };
    context.draft.put('partners', { ...found, partner: { ...found.partner, paymentDetails } });
    refreshPartner(context, found.id);
    return { id: found.id, reason: note };
  },
});
