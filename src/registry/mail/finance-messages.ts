import type { PlainDate } from '../../core/calendar/dates.ts';
import type { RunPayment } from '../../core/commission/decide-payment-run.ts';
import type { Statement } from '../../core/commission/make-statement.ts';
import type { PaymentGroup } from '../../core/commission/prepare-payment-run.ts';
import type { Partner } from '../../core/model/partner.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { assembleMailList, assembleMailTable } from './format-html.ts';
import { formatStatement } from './format-statement.ts';
import type { Message } from './queue-mail.ts';

/** What a payment run means for one partner. */
export interface Remittance {
  readonly payments: readonly RunPayment[];
  /** The partner's groups of the run, those included of which nothing was paid. */
  readonly groups: readonly PaymentGroup[];
  readonly paidOn: PlainDate;
  readonly statement: Statement;
  readonly today: PlainDate;
  /** The customer of a commission line. */
  readonly customerOf: (line: string) => string;
}

/** Tells a partner what it was paid, what was not paid and why, with its statement of the month so far. */
export function remittance({ id, name, contacts }: Partner, told: Remittance): Message {
  const { payments, groups, paidOn, statement, today, customerOf } = told;
  const totals = payments.map(({ net }) => formatMoney(net)).join(' and ');
  const left = groups.flatMap(({ due, held, net, pays, carriedBecause }) => [
    ...(pays || due.length === 0 ? [] : [`${formatMoney(net)} is carried on: ${carriedBecause}`]),
    ...held.map(
      ({ line, reason }) =>
        `${line.id}, ${customerOf(line.id)}: ${formatMoney(line.amount)} is on hold: ${reason}`,
    ),
  ]);
  return {
    kind: 'remittance',
    to: contacts,
    about: id,
    subject: `Payment of ${totals} on ${paidOn}`,
    paragraphs: [
      `We paid ${name} ${totals} on ${paidOn}.`,
      ...payments.flatMap((payment) => describePayment(payment, customerOf)),
      ...(left.length === 0 ? [] : ['Not paid this time:', assembleMailList(left)]),
      formatStatement(statement, today),
    ],
  };
}

function describePayment(
  { reference, net, lines }: RunPayment,
  customerOf: Remittance['customerOf'],
): readonly string[] {
  return [
    `Reference ${reference}: ${formatMoney(net)}`,
    assembleMailTable([
      ['Commission', 'Customer', 'What for', 'Amount'],
      ...lines.map(({ id, kind, amount }) => [id, customerOf(id), kind, formatMoney(amount)]),
    ]),
  ];
}
