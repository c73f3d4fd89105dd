import type { PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, OpenLine, PaidLine } from '../model/commission-line.ts';
import { formatAmount } from '../money/format-amount.ts';
import type { Money } from '../money/money.ts';
import { sumMoney } from '../money/sum-money.ts';
import { type Issue, ok, type Result, refuse, sortIssues } from '../result.ts';
import { normaliseText } from '../text/clean-text.ts';
import { checkReference } from './check-reference.ts';
import { lineStatusOn } from './line-status.ts';

export interface Payment {
  /** The line to pay. */
  readonly line: CommissionLine;
  /** All lines of its partner, of every currency; the line itself may be among them. */
  readonly linesOfPartner: readonly CommissionLine[];
  /** All lines of all partners that were ever paid: what references are known for. */
  readonly paidLines: readonly PaidLine[];
  readonly today: PlainDate;
  readonly paidOn: PlainDate;
  readonly reference: string;
}

/**
 * The lines as this payment leaves them, paid: the line itself and the partner's `Due` negative adjustments of its
 * currency, so that what is paid is the net. Refused with everything that is wrong: `required` without a reference,
 * `invalid` for a date in the future, `illegal-state` for a line that is not due, is negative or nets to nothing,
 * `already-paid`, `on-hold`, and `duplicate-reference` where the reference is known with another partner, currency
 * or date. Programme rules, sections 5.4, 5.6 and 5.8.
 */
export function decidePayment(payment: Payment): Result<readonly PaidLine[]> {
  const { line, paidOn, today } = payment;
  const reference = normaliseText(payment.reference);
  const issues: Issue[] = [];
  if (reference === '') {
    issues.push({ code: 'required', field: 'reference', message: 'Enter the reference of the payment.' });
  }
  if (paidOn > today) {
    issues.push({
      code: 'invalid',
      field: 'paidOn',
      message: `${paidOn} is in the future: a payment is recorded once it was made.`,
    });
  }
  const duplicate = checkReference({ ...payment, reference });
  if (duplicate !== null) issues.push(duplicate);
  const payable = checkPayable(line, today);
  if (!payable.ok) return refuse(...sortIssues([...issues, ...payable.issues]));
  const netted = netAdjustments(line, payment.linesOfPartner, today);
  const paid = [payable.value, ...netted];
  const net = sumMoney(
    paid.map(({ amount }) => amount),
    line.amount.currency,
  );
  if (net.minor <= 0) issues.push(nothingToPay(line, netted, net));
  if (issues.length > 0) return refuse(...sortIssues(issues));
  return ok(paid.map((open) => markPaid(open, paidOn, reference)));
}

/** The partner's negative adjustments of that currency that any payment of it takes along. Section 5.6. */
function netAdjustments(
  line: CommissionLine,
  linesOfPartner: readonly CommissionLine[],
  today: PlainDate,
): readonly OpenLine[] {
  return linesOfPartner.filter((other): other is OpenLine => {
    if (other.id === line.id || other.partner !== line.partner) return false;
    if (other.amount.currency !== line.amount.currency || other.amount.minor >= 0) return false;
    return other.kind === 'adjustment' && lineStatusOn(other, today) === 'Due';
  });
}

function checkPayable(line: CommissionLine, today: PlainDate): Result<OpenLine> {
  if (line.status === 'Paid') {
    return refuse({
      code: 'already-paid',
      field: 'commission',
      message: `${line.id} was paid on ${line.paidOn} under ${line.reference}.`,
    });
  }
  if (line.status === 'On hold') {
    return refuse({
      code: 'on-hold',
      field: 'commission',
      message: `${line.id} is on hold: ${line.holdReason}. Release the hold first.`,
    });
  }
  const status = lineStatusOn(line, today);
  if (status !== 'Due') {
    const dueOn = status === 'Scheduled' && line.dueOn !== null ? ` and due on ${line.dueOn}` : '';
    return refuse({
      code: 'illegal-state',
      field: 'commission',
      message: `${line.id} is ${status}${dueOn}; only a line that is Due can be paid.`,
    });
  }
  if (line.amount.minor < 0) {
    return refuse({
      code: 'illegal-state',
      field: 'commission',
      message: `${line.id} is ${written(line.amount)}: it is netted with the partner's next payment, never paid itself.`,
    });
  }
  return ok(line);
}

function nothingToPay(line: CommissionLine, netted: readonly OpenLine[], net: Money): Issue {
  const against = netted.map(({ id, amount }) => `${id} (${written(amount)})`).join(', ');
  const sum = against === '' ? '' : ` less ${against}`;
  return {
    code: 'illegal-state',
    field: 'commission',
    message: `There is nothing to pay: ${line.id} (${written(line.amount)})${sum} is ${written(net)}. It is carried on.`,
  };
}

/** The line as a payment leaves it. */
export function markPaid(line: OpenLine, paidOn: PlainDate, reference: string): PaidLine {
  const { status: _, hasEarned: _e, heldReason: _h, holdReason: _r, ...kept } = line;
  return { ...kept, status: 'Paid', paidOn, reference };
}

function written(amount: Money): string {
  return `${formatAmount(amount)} ${amount.currency}`;
}
