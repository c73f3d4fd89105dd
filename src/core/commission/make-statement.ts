import type { Month, PlainDate } from '../calendar/dates.ts';
import { monthOf } from '../calendar/month-of.ts';
import type { CommissionLine, Movement, MovementKind } from '../model/commission-line.ts';
import type { PartnerId } from '../model/ids.ts';
import { addMoney } from '../money/add-money.ts';
import type { Money } from '../money/money.ts';
import { subtractMoney } from '../money/subtract-money.ts';
import { sumMoney } from '../money/sum-money.ts';
import { compareIds } from '../text/compare-ids.ts';
import { movementsOf, owedBy } from './record-movements.ts';

/** A line with the customer that its deal is with. */
export interface StatementLine {
  readonly line: CommissionLine;
  readonly customer: string;
}

/** One movement as a statement lists it: on which line, for which customer and deal, on what and at which rate. */
export interface StatementEntry {
  readonly on: PlainDate;
  readonly kind: MovementKind;
  readonly line: CommissionLine;
  readonly customer: string;
  readonly base: Money;
  readonly rate: string;
  /** Signed; of a payment what was paid. */
  readonly amount: Money;
}

/** What is still owed on one line at the end of the month. */
export interface OpenItem {
  readonly line: CommissionLine;
  readonly customer: string;
  readonly owed: Money;
}

/** One currency of a statement: opening + new + adjustments − paid = closing. */
export interface StatementOfCurrency {
  readonly currency: string;
  readonly opening: Money;
  readonly added: Money;
  readonly adjustments: Money;
  readonly paid: Money;
  readonly closing: Money;
  /** The month's movements by day, those of one day in the order of the lines. */
  readonly entries: readonly StatementEntry[];
  /** What the closing balance consists of. */
  readonly open: readonly OpenItem[];
}

export interface Statement {
  readonly partner: PartnerId;
  readonly month: Month;
  /** By currency code; only currencies in which anything was owed or moved. Currencies are never added together. */
  readonly currencies: readonly StatementOfCurrency[];
}

/**
 * A partner's statement of a month, from the movements of its lines: each in the month in which the registry recorded
 * it, so that a statement made once stays true. `lines` may hold lines of other partners; a line that went to another
 * partner stays in the statements of months in which it was this one's. The closing balance is the sum of the lines
 * that earn and are unpaid at the end of the month. Programme rules, section 5.8.
 */
export function makeStatement(lines: readonly StatementLine[], partner: PartnerId, month: Month): Statement {
  const currencies = new Map<string, Gathered>();
  for (const { line, customer } of lines) {
    const movements = movementsOf(line).filter(
      (movement) => movement.partner === partner && monthOf(movement.on) <= month,
    );
    for (const currency of new Set(movements.map(({ amount }) => amount.currency))) {
      const own = movements.filter(({ amount }) => amount.currency === currency);
      const gathered = currencies.get(currency) ?? { before: [], entries: [], open: [] };
      currencies.set(currency, gathered);
      gather(gathered, { line, customer }, own, month);
    }
  }
  const assembled = [...currencies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, gathered]) => assembleCurrency(currency, gathered, partner));
  return {
    partner,
    month,
    currencies: assembled.filter(({ entries, opening }) => entries.length > 0 || opening.minor !== 0),
  };
}

interface Gathered {
  readonly before: Movement[];
  readonly entries: StatementEntry[];
  readonly open: OpenItem[];
}

function gather(
  { before, entries, open }: Gathered,
  { line, customer }: StatementLine,
  movements: readonly Movement[],
  month: Month,
): void {
  for (const movement of movements) {
    if (monthOf(movement.on) < month) {
      before.push(movement);
      continue;
    }
    const { on, kind, base, rate, amount } = movement;
    entries.push({ on, kind, line, customer, base, rate, amount });
  }
  const [first] = movements;
  if (first === undefined) return;
  const owed = owedBy(movements, first.partner, first.amount.currency);
  if (owed.minor !== 0) open.push({ line, customer, owed });
}

function assembleCurrency(
  currency: string,
  { before, entries, open }: Gathered,
  partner: PartnerId,
): StatementOfCurrency {
  const sumOf = (kind: MovementKind) =>
    sumMoney(
      entries.filter((entry) => entry.kind === kind).map(({ amount }) => amount),
      currency,
    );
  const opening = owedBy(before, partner, currency);
  const [added, adjustments, paid] = [sumOf('new'), sumOf('adjustment'), sumOf('payment')];
  return {
    currency,
    opening,
    added,
    adjustments,
    paid,
    closing: subtractMoney(addMoney(addMoney(opening, added), adjustments), paid),
    entries: entries.sort(compareEntries),
    open: open.sort((a, b) => compareIds(a.line.id, b.line.id)),
  };
}

const ORDER: readonly MovementKind[] = ['new', 'adjustment', 'payment'];

function compareEntries(a: StatementEntry, b: StatementEntry): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return compareIds(a.line.id, b.line.id) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}
