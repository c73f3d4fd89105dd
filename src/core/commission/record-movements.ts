import type { PlainDate } from '../calendar/dates.ts';
import { mintPlainDate } from '../calendar/mint-dates.ts';
import type { CommissionLine, Movement, MovementKind } from '../model/commission-line.ts';
import { addMoney } from '../money/add-money.ts';
import type { Money } from '../money/money.ts';
import { subtractMoney } from '../money/subtract-money.ts';
import { zeroMoney } from '../money/zero-money.ts';
import { isEarning } from './line-status.ts';

/**
 * The line with what this change of it adds to its movements; `before` is null for a new line. What is owed moves when a
 * line first earns, when what it earns changes, when it goes to another partner or currency, and when it is paid.
 * Everything of one kind that is recorded on one day is one movement, so that the history of a line stays short.
 * Recording the same change again gives the same. Programme rules, section 5.8.
 */
export function recordMovements<Line extends CommissionLine>(
  before: CommissionLine | null,
  after: Line,
  on: PlainDate,
): Line {
  const earlier = before === null ? [] : movementsOf(before);
  const movements = [
    ...describeEarning(before, after, on, earlier),
    ...describePayment(before, after, on),
  ].reduce(addMovement, earlier);
  return { ...after, movements };
}

/**
 * How what is owed on the line came about, oldest first. A line of an earlier version says it by itself: earned when it
 * was written, paid when it was paid.
 */
export function movementsOf(line: CommissionLine): readonly Movement[] {
  if (line.movements !== undefined) return line.movements;
  if (!isEarning(line)) return [];
  const { partner, amount, base, rate } = line;
  const recordedOn = mintPlainDate(line.recordedAt.slice(0, 10));
  const earned: Movement = { on: recordedOn, kind: kindOfFirst(line), partner, amount, base, rate };
  return line.status === 'Paid' ? [earned, { ...earned, on: line.paidOn, kind: 'payment' }] : [earned];
}

/** What the movements say is owed to that partner in that currency: earned less paid. */
export function owedBy(
  movements: readonly Movement[],
  partner: Movement['partner'],
  currency: string,
): Money {
  return movements
    .filter((movement) => movement.partner === partner && movement.amount.currency === currency)
    .reduce(
      (owed, { kind, amount }) => (kind === 'payment' ? subtractMoney(owed, amount) : addMoney(owed, amount)),
      zeroMoney(currency),
    );
}

function kindOfFirst(line: CommissionLine): MovementKind {
  return line.kind === 'commission' ? 'new' : 'adjustment';
}

/** What of the line's amount counts as earned, and on what; paid or not. */
function earnedOn(line: CommissionLine | null): { readonly amount: Money; readonly base: Money } | null {
  return line !== null && isEarning(line) ? { amount: line.amount, base: line.base } : null;
}

function describeEarning(
  before: CommissionLine | null,
  after: CommissionLine,
  on: PlainDate,
  earlier: readonly Movement[],
): readonly Movement[] {
  const [was, is] = [earnedOn(before), earnedOn(after)];
  const stays =
    before !== null && before.partner === after.partner && before.amount.currency === after.amount.currency;
  if (!stays) {
    const left =
      before === null || was === null ? [] : [{ ...negate(before, was), on, kind: 'adjustment' as const }];
    return [...left, ...(is === null ? [] : [describeChange(after, is, on, earlier)])].filter(isNotNothing);
  }
  const { currency } = after.amount;
  const none = { amount: zeroMoney(currency), base: zeroMoney(currency) };
  const [old, now] = [was ?? none, is ?? none];
  const change = { amount: subtractMoney(now.amount, old.amount), base: subtractMoney(now.base, old.base) };
  return [describeChange(after, change, on, earlier)].filter(isNotNothing);
}

function describeChange(
  line: CommissionLine,
  change: { readonly amount: Money; readonly base: Money },
  on: PlainDate,
  earlier: readonly Movement[],
): Movement {
  const { partner, rate } = line;
  const isKnown = earlier.some(
    (movement) => movement.partner === partner && movement.amount.currency === change.amount.currency,
  );
  return { on, kind: isKnown ? 'adjustment' : kindOfFirst(line), partner, ...change, rate };
}

function negate(
  { partner, rate }: CommissionLine,
  { amount, base }: { readonly amount: Money; readonly base: Money },
): Pick<Movement, 'partner' | 'amount' | 'base' | 'rate'> {
  return {
    partner,
    rate,
    amount: subtractMoney(zeroMoney(amount.currency), amount),
    base: subtractMoney(zeroMoney(base.currency), base),
  };
}

function describePayment(
  before: CommissionLine | null,
  after: CommissionLine,
  on: PlainDate,
): readonly Movement[] {
  if (after.status !== 'Paid' || before?.status === 'Paid') return [];
  const { partner, amount, base, rate } = after;
  return [{ on, kind: 'payment', partner, amount, base, rate }];
}

function isNotNothing({ amount }: Movement): boolean {
  return amount.minor !== 0;
}

function addMovement(movements: readonly Movement[], one: Movement): readonly Movement[] {
  const at = movements.findIndex(
    ({ on, kind, partner, amount }) =>
      on === one.on &&
      kind === one.kind &&
      partner === one.partner &&
      amount.currency === one.amount.currency,
  );
  const same = movements[at];
  if (same === undefined) return [...movements, one];
  const together = {
    ...one,
    amount: addMoney(same.amount, one.amount),
    base: addMoney(same.base, one.base),
  };
  return movements.map((movement, i) => (i === at ? together : movement)).filter(isNotNothing);
}
