import * as v from 'valibot';
import type { PlainDate } from '../../../core/calendar/dates.ts';
import { monthOf } from '../../../core/calendar/month-of.ts';
import { lineStatusOn } from '../../../core/commission/line-status.ts';
import {
  makeStatement as assembleStatement,
  type OpenItem,
  type StatementEntry,
  type StatementOfCurrency,
} from '../../../core/commission/make-statement.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { command } from '../command-spec.ts';
import { month, text } from '../fields.ts';
import { findPartner } from '../find-records.ts';

/**
 * A partner's statement of a month: what was owed at its beginning, what was earned, adjusted and paid in it, what is
 * owed at its end, each currency by itself; of the current month as it stands. Programme rules, section 5.8.
 */
export const makeStatement = command({
  name: 'makeStatement',
  isQuestion: true,
  schema: () => v.strictObject({ partner: text('The partner'), month: month('The month') }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  check: ({ found }, _context, problems) => {
    const status = found?.partner.status;
    if (status === 'Requested' || status === 'Declined') {
      problems.add(
        'illegal-state',
        'partner',
        `${found?.partner.name} is ${status}: statements are made for admitted partners.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    const current = monthOf(context.today);
    if (input.month > current)
      problems.add('invalid', 'month', `${input.month} has not begun: name a month up to ${current}.`);
    if (!found || problems.any) return {};
    const statement = assembleStatement(context.draft.list('commissions'), found.id, input.month);
    return {
      value: {
        partner: found.id,
        partnerName: found.partner.name,
        month: input.month,
        isOver: input.month < current,
        currencies: statement.currencies.map((one) => describeCurrency(one, context.today)),
      },
    };
  },
});

function describeCurrency(one: StatementOfCurrency, today: PlainDate) {
  return {
    currency: one.currency,
    opening: formatAmount(one.opening),
    new: formatAmount(one.added),
    adjustments: formatAmount(one.adjustments),
    paid: formatAmount(one.paid),
    closing: formatAmount(one.closing),
    lines: one.entries.map(describeEntry),
    open: one.open.map((item) => describeOpen(item, today)),
  };
}

function describeEntry({ on, kind, line, customer, base, rate, amount }: StatementEntry) {
  return {
    date: on,
    kind,
    commission: line.id,
    lead: line.lead,
    deal: line.deal,
    customer,
    base: formatAmount(base),
    rate,
    amount: formatAmount(amount),
    ...(kind === 'payment' && line.status === 'Paid'
      ? { paidOn: line.paidOn, reference: line.reference }
      : {}),
    ...(line.voiding === undefined
      ? {}
      : { reason: `Payment of ${line.voiding.line} voided: ${line.voiding.reason}` }),
  };
}

function describeOpen({ line, customer, owed }: OpenItem, today: PlainDate) {
  return {
    commission: line.id,
    deal: line.deal,
    customer,
    owed: formatAmount(owed),
    status: lineStatusOn(line, today),
    dueOn: line.dueOn ?? '',
    holdReason: line.status === 'On hold' ? line.holdReason : '',
  };
}
