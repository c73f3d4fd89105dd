import type { Instant, PlainDate } from '../calendar/dates.ts';
import type { CommissionLine, OpenLine, PaidLine, Voiding } from '../model/commission-line.ts';
import type { CommissionId, Email } from '../model/ids.ts';
import type { Partner } from '../model/partner.ts';
import type { Money } from '../money/money.ts';
import { subtractMoney } from '../money/subtract-money.ts';
import { sumMoney } from '../money/sum-money.ts';
import { zeroMoney } from '../money/zero-money.ts';
import { ok, type Result, refuse } from '../result.ts';
import { cutText } from '../text/cut-text.ts';
import { isSameReference } from './check-reference.ts';
import { judgePayability, openDisputeOf } from './line-status.ts';

export interface VoidRequest {
  readonly line: CommissionLine;
  /** All lines of the line's partner. */
  readonly linesOfPartner: readonly CommissionLine[];
  readonly partner: Partner;
  readonly reason: string;
  readonly by: Email;
  readonly today: PlainDate;
  readonly now: Instant;
  readonly nextCommissionId: () => CommissionId;
}

/** A voided payment's own reference, which no payment has; it fits where references are kept. */
const MOST_OF_A_REFERENCE = 180;

/**
 * The new lines that void the payment of a line: one takes the payment back, under a reference of its own, another says
 * that the amount is owed again since the day on which it was due. The line that was paid stays as it is, the deal's
 * lines still sum to what it earns, and the statement shows the payment taken back today. What would be left of the
 * payment is never below zero: negative adjustments that it netted are voided along as far as that needs it. Refused
 * with `illegal-state` for a line that is not paid, was voided already, or is itself below zero. An undecided dispute of the
 * line holds the amount that is owed again.
 */
export function voidPayment(request: VoidRequest): Result<readonly CommissionLine[]> {
  const { line, linesOfPartner } = request;
  if (line.status !== 'Paid')
    return refuseState(`${line.id} is ${line.status}: only a payment can be voided.`);
  if (line.voiding?.as === 'taken back') {
    return refuseState(
      `${line.id} takes back the payment of ${line.voiding.line} itself: pay that amount again instead.`,
    );
  }
  const voidedBy = findVoiding(line.id, linesOfPartner);
  if (voidedBy !== undefined) {
    return refuseState(`The payment of ${line.id} was voided on ${voidedBy.on} already: ${voidedBy.reason}`);
  }
  if (line.amount.minor < 0) {
    return refuseState(
      `${line.id} is below zero and was netted in the payment ${line.reference}: void the payment of a line above zero.`,
    );
  }
  const voided = [line, ...nettedAlong(line, linesOfPartner)];
  return ok(voided.flatMap((one) => reverse(one, request)));
}

/** What voided the payment of that line; undefined where it stands. */
export function findVoiding(id: CommissionId, lines: readonly CommissionLine[]): Voiding | undefined {
  return lines.find(({ voiding }) => voiding?.line === id)?.voiding;
}

/** The negative adjustments of the same payment without which its remainder would be below zero, latest first. */
function nettedAlong(line: PaidLine, linesOfPartner: readonly CommissionLine[]): readonly PaidLine[] {
  const rest = linesOfPartner.filter(
    (other): other is PaidLine =>
      other.status === 'Paid' &&
      other.id !== line.id &&
      other.amount.currency === line.amount.currency &&
      isSameReference(other.reference, line.reference) &&
      findVoiding(other.id, linesOfPartner) === undefined,
  );
  let left = sumMoney(
    rest.map(({ amount }) => amount),
    line.amount.currency,
  );
  const along: PaidLine[] = [];
  for (const other of rest.filter(({ amount }) => amount.minor < 0).reverse()) {
    if (left.minor >= 0) break;
    along.push(other);
    left = subtractMoney(left, other.amount);
  }
  return along;
}

function reverse(paid: PaidLine, request: VoidRequest): readonly CommissionLine[] {
  const { today, now, partner, reason, by, nextCommissionId } = request;
  const { status: _, paidOn: _p, reference: _r, run: _u, movements: _m, disputes: _d, ...kept } = paid;
  const shared = { ...kept, kind: 'adjustment' as const, recordedAt: now };
  const voiding = { line: paid.id, reason, by, on: today };
  const takenBack: PaidLine = {
    ...shared,
    id: nextCommissionId(),
    amount: negative(paid.amount),
    base: negative(paid.base),
    status: 'Paid',
    paidOn: today,
    reference: `VOID ${paid.id} ${cutText(paid.reference, MOST_OF_A_REFERENCE)}`,
    voiding: { ...voiding, as: 'taken back' },
  };
  const dispute = openDisputeOf(paid);
  const open = {
    dueOn: paid.dueOn,
    heldReason: '',
    // What the partner objects to is now owed by this line, which waits for the decision.
    ...(dispute === null ? {} : { disputes: [dispute] }),
  };
  const owedAgain: OpenLine = {
    ...shared,
    id: nextCommissionId(),
    hasEarned: true,
    ...open,
    ...judgePayability(open, partner, today),
    voiding: { ...voiding, as: 'owed again' },
  };
  return [takenBack, owedAgain];
}

function negative(amount: Money): Money {
  return subtractMoney(zeroMoney(amount.currency), amount);
}

function refuseState<T>(message: string): Result<T> {
  return refuse<T>({ code: 'illegal-state', field: 'commission', message });
}
