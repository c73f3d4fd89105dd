import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, PaidLine, RunMark } from '../model/commission-line.ts';
import type { PartnerId } from '../model/ids.ts';
import type { Money } from '../money/money.ts';
import { type Issue, ok, type Result, refuse, sortIssues } from '../result.ts';
import { cleanLine } from '../text/clean-text.ts';
import { foldReference } from './check-reference.ts';
import { markPaid } from './decide-payment.ts';
import {
  type PaymentGroup,
  type PaymentRun,
  preparePaymentRun,
  type RunChoice,
} from './prepare-payment-run.ts';

export interface RunRequest {
  /** All lines of all partners: what is due, and what references are known. */
  readonly lines: readonly CommissionLine[];
  readonly today: PlainDate;
  readonly asOf: PlainDate;
  readonly paidOn: PlainDate;
  readonly mark: RunMark;
  readonly choice: RunChoice;
}

/** One payment of a run: what one partner is paid in one currency under one reference. */
export interface RunPayment {
  readonly partner: PartnerId;
  readonly currency: string;
  readonly reference: string;
  readonly net: Money;
  readonly lines: readonly PaidLine[];
}

export interface DecidedRun {
  readonly run: PaymentRun;
  readonly payments: readonly RunPayment[];
  /** What was due and is carried on, each with its reason. */
  readonly carried: readonly PaymentGroup[];
}

/**
 * Everything that is due by the day, paid: one payment for each partner and currency, the partner's negative adjustments
 * netted, nets of zero or less and nets below the minimum carried on, lines on hold left alone. A run of one payment goes
 * by the run's reference; of several each gets a reference of its own made from it, because one reference covers one
 * partner and one currency. Refused with everything that is wrong: `invalid` for a day in the future and for a line left
 * out that would have been netted, `illegal-state` where nothing would be paid, `duplicate-reference` where the
 * reference is known, so that a run done again pays nothing twice. Programme rules, sections 5.4 to 5.7.
 */
export function decidePaymentRun(request: RunRequest): Result<DecidedRun> {
  const { lines, asOf, paidOn, mark, choice } = request;
  const issues: Issue[] = [...checkDays(request), ...checkExcluded(request)];
  const run = preparePaymentRun(lines, asOf, choice);
  const paying = run.groups.filter(({ pays }) => pays);
  const referenceOf = ({ partner, currency }: PaymentGroup) =>
    paying.length === 1 ? mark.reference : `${mark.reference}-${partner}-${currency}`;
  const duplicate = findDuplicate(request, [mark.reference, ...paying.map(referenceOf)]);
  if (duplicate !== null) issues.push(duplicate);
  else if (paying.length === 0) issues.push(nothingToPay(run));
  if (issues.length > 0) return refuse(...sortIssues(issues));
  const payments = paying.map((group): RunPayment => {
    const { partner, currency, net, due } = group;
    const reference = referenceOf(group);
    return {
      partner,
      currency,
      reference,
      net,
      lines: due.map((line) => ({ ...markPaid(line, paidOn, reference), run: mark })),
    };
  });
  return ok({ run, payments, carried: run.groups.filter(({ pays, due }) => !pays && due.length > 0) });
}

function checkDays({ today, asOf, paidOn }: RunRequest): readonly Issue[] {
  const inFuture = (field: string, day: PlainDate, why: string): readonly Issue[] =>
    day > today ? [{ code: 'invalid', field, message: `${day} is in the future: ${why}` }] : [];
  return [
    ...inFuture('asOf', asOf, 'only what is due can be paid. Preparing a run shows what will be.'),
    ...inFuture('paidOn', paidOn, 'a payment is recorded once it was made.'),
  ];
}

/** What a partner owes back cannot be left out of what it is paid. */
function checkExcluded({ lines, choice }: RunRequest): readonly Issue[] {
  return lines
    .filter(({ id, amount, status }) => choice.exclude.has(id) && amount.minor < 0 && status !== 'Paid')
    .map(({ id, partner }) => ({
      code: 'invalid',
      field: 'exclude',
      message: `${id} is below zero and netted with whatever ${partner} is paid; leave out the partner instead.`,
    }));
}

function findDuplicate({ lines }: RunRequest, references: readonly string[]): Issue | null {
  const wanted = new Set(references.map(foldReference));
  const known = lines.find(
    (line): line is PaidLine =>
      line.status === 'Paid' &&
      (wanted.has(foldReference(line.reference)) ||
        (line.run !== undefined && wanted.has(foldReference(line.run.reference)))),
  );
  if (known === undefined) return null;
  return {
    code: 'duplicate-reference',
    field: 'reference',
    message: `The reference ${cleanLine(references[0] ?? '')} is known from ${known.id}, paid on ${known.paidOn} under ${known.reference}: give this run one of its own.`,
  };
}

function nothingToPay({ groups, asOf }: PaymentRun): Issue {
  const carried = groups.filter(({ due }) => due.length > 0);
  const held = groups.reduce((count, group) => count + group.held.length, 0);
  const why = [
    ...carried
      .slice(0, 5)
      .map(({ partner, currency, carriedBecause }) => `${partner} ${currency}: ${carriedBecause}`),
    ...(held > 0 ? [`${held} ${held === 1 ? 'line is' : 'lines are'} on hold.`] : []),
  ].join(' ');
  return {
    code: 'illegal-state',
    field: 'asOf',
    message: `There is nothing to pay as of ${asOf}. ${why}`.trim(),
  };
}
