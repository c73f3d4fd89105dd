import * as v from 'valibot';
import { preparePaymentRun as assembleRun } from '../../../core/commission/prepare-payment-run.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { command } from '../command-spec.ts';
import { date } from '../fields.ts';

/** What would be paid as of a day, by partner and currency; it only proposes. Programme rules, section 5. */
export const preparePaymentRun = command({
  name: 'preparePaymentRun',
  isQuestion: true,
  schema: () => v.strictObject({ asOf: date('The day') }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const run = assembleRun(
      context.draft.list('commissions').map(({ line }) => line),
      input.asOf,
    );
    const groups = run.groups.map((group) => ({
      partner: group.partner,
      partnerName: context.draft.get('partners', group.partner)?.partner.name ?? '',
      currency: group.currency,
      net: formatAmount(group.net),
      pays: group.pays,
      due: group.due.map((line) => ({
        commission: line.id,
        amount: formatAmount(line.amount),
        dueOn: line.dueOn,
      })),
      held: group.held.map(({ line, reason }) => ({
        commission: line.id,
        amount: formatAmount(line.amount),
        reason,
      })),
    }));
    return { value: { asOf: run.asOf, groups } };
  },
});
