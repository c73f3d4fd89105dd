import * as v from 'valibot';
import { preparePaymentRun as assembleRun } from '../../../core/commission/prepare-payment-run.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { command } from '../command-spec.ts';
import { date } from '../fields.ts';
import { CHOICE_FIELDS, parseRunChoice } from './run-choice.ts';

/** What would be paid as of a day, by partner and currency; it only proposes. Programme rules, section 5. */
export const preparePaymentRun = command({
  name: 'preparePaymentRun',
  isQuestion: true,
  schema: () => v.strictObject({ asOf: date('The day'), ...CHOICE_FIELDS }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const choice = parseRunChoice(input, context, problems);
    if (problems.any) return {};
    const run = assembleRun(
      context.draft.list('commissions').map(({ line }) => line),
      input.asOf,
      choice,
    );
    const customerOf = (id: string) => context.draft.get('commissions', id)?.customer ?? '';
    const groups = run.groups.map((group) => ({
      partner: group.partner,
      partnerName: context.draft.get('partners', group.partner)?.partner.name ?? '',
      currency: group.currency,
      net: formatAmount(group.net),
      pays: group.pays,
      carriedBecause: group.due.length === 0 ? '' : group.carriedBecause,
      due: group.due.map((line) => ({
        commission: line.id,
        customer: customerOf(line.id),
        kind: line.kind,
        amount: formatAmount(line.amount),
        dueOn: line.dueOn,
      })),
      held: group.held.map(({ line, reason }) => ({
        commission: line.id,
        customer: customerOf(line.id),
        amount: formatAmount(line.amount),
        reason,
      })),
    }));
    return { value: { asOf: run.asOf, groups } };
  },
});
