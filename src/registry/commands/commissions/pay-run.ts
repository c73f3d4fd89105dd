import * as v from 'valibot';
import {
  type DecidedRun,
  decidePaymentRun,
  type RunPayment,
} from '../../../core/commission/decide-payment-run.ts';
import type { Email, LeadId } from '../../../core/model/ids.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { scopeOf } from '../../../core/people/rights.ts';
import { command } from '../command-spec.ts';
import { actorEmail, type Context } from '../context.ts';
import { date, pastDate, someEmail, text } from '../fields.ts';
import type { Problems } from '../problems.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { settleLines } from '../settle-lines.ts';
import { CHOICE_FIELDS, parseRunChoice } from './run-choice.ts';
import { sendRemittances } from './send-remittances.ts';

/**
 * Pays everything that is due by a day in one plan: netted by partner and currency, what is held or too little carried
 * on, each partner told with its statement. Done again under its reference it is refused. Programme rules, section 5.
 */
export const payRun = command({
  name: 'payRun',
  schema: (calendar) =>
    v.strictObject({
      asOf: date('The day by which it is due'),
      paidOn: pastDate('The day of the payment', calendar),
      reference: text('The run’s reference', 'reference'),
      preparedBy: someEmail('Who prepared the run'),
      ...CHOICE_FIELDS,
    }),
  find: () => ({}),
  decide: (input, _found, context, problems) => {
    const confirmedBy = actorEmail(context.actor) as Email;
    const preparedBy = input.preparedBy ?? confirmedBy;
    checkPreparer(preparedBy, context, problems);
    const choice = parseRunChoice(input, context, problems);
    const decided = problems.take(
      decidePaymentRun({
        lines: context.draft.list('commissions').map(({ line }) => line),
        today: context.today,
        asOf: input.asOf,
        paidOn: input.paidOn,
        mark: { reference: input.reference, preparedBy, confirmedBy },
        choice,
      }),
    );
    if (!decided || problems.any) return {};
    writePayments(decided.payments, context);
    // The statements that go along say what was paid just now.
    settleLines(context);
    sendRemittances(decided, input.paidOn, context);
    return {
      subject: `${decided.payments.length} payments under ${input.reference}`,
      reason: `As of ${input.asOf}, prepared by ${preparedBy}, confirmed by ${confirmedBy}`,
      ids: decided.payments.flatMap(({ lines }) => lines.map(({ id }) => id)),
      value: {
        ...describeRun(decided, context),
        asOf: input.asOf,
        paidOn: input.paidOn,
        reference: input.reference,
        preparedBy,
        confirmedBy,
      },
    };
  },
});

function checkPreparer(person: string, { team }: Pick<Context, 'team'>, problems: Problems): void {
  const member = team.find((one) => one.person === person);
  if (member?.active && scopeOf('payRun', member.role) !== null) return;
  problems.add(
    'invalid',
    'preparedBy',
    `${person} does not prepare payment runs: name an active person of finance, or the programme head.`,
  );
}

function writePayments(payments: readonly RunPayment[], context: Context): void {
  const leads = new Set<LeadId>();
  for (const line of payments.flatMap(({ lines }) => lines)) {
    const record = context.draft.get('commissions', line.id);
    if (record) context.draft.put('commissions', { ...record, line });
    leads.add(line.lead);
  }
  refreshLeads(context, [...leads]);
}

function describeRun({ run, payments, carried }: DecidedRun, { draft }: Context) {
  const nameOf = (partner: string) => draft.get('partners', partner)?.partner.name ?? '';
  return {
    payments: payments.map(({ partner, currency, reference, net, lines }) => ({
      partner,
      partnerName: nameOf(partner),
      currency,
      reference,
      net: formatAmount(net),
      lines: lines.map(({ id }) => id),
    })),
    carried: carried.map(({ partner, currency, net, due, carriedBecause }) => ({
      partner,
      partnerName: nameOf(partner),
      currency,
      net: formatAmount(net),
      lines: due.map(({ id }) => id),
      reason: carriedBecause,
    })),
    held: run.groups.flatMap(({ held }) =>
      held.map(({ line, reason }) => ({
        commission: line.id,
        partner: line.partner,
        currency: line.amount.currency,
        amount: formatAmount(line.amount),
        reason,
      })),
    ),
  };
}
