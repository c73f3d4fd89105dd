import type { Month, PlainDate } from '../calendar/dates.ts';
import { monthOf } from '../calendar/month-of.ts';
import { isEarning, lineStatusOn } from '../commission/line-status.ts';
import { COMMISSION_STATUSES, type CommissionLine, type CommissionStatus } from '../model/commission-line.ts';
import type { Money } from '../money/money.ts';
import { sumMoney } from '../money/sum-money.ts';

/** The lines of one status in one month. */
export interface CommissionCell {
  readonly status: CommissionStatus;
  readonly lines: number;
  readonly amount: Money;
}

export interface CommissionMonth {
  /** The month in which lines were paid or are due; null for those without a due date and those that earn nothing. */
  readonly month: Month | null;
  /** The statuses that occur, in the order of the programme rules. */
  readonly cells: readonly CommissionCell[];
}

/** All lines of one currency. */
export interface CommissionsOfCurrency {
  readonly currency: string;
  /** In order; what has no day comes last. */
  readonly months: readonly CommissionMonth[];
  readonly totals: readonly CommissionCell[];
}

/**
 * Commission lines by month and status for each currency, in the order of the codes: a paid line stands in the month
 * in which it was paid, another that earns in the month in which it is or was due. Currencies are never added.
 * Programme rules, sections 5.4 and 5.7.
 */
export function sumCommissions(
  lines: readonly CommissionLine[],
  today: PlainDate,
): readonly CommissionsOfCurrency[] {
  return groupBy(lines, ({ amount }) => amount.currency).map(([currency, ofCurrency]) => ({
    currency,
    months: groupBy(ofCurrency, (line) => monthOfLine(line) ?? NO_MONTH).map(([month, ofMonth]) => ({
      month: month === NO_MONTH ? null : month,
      cells: sumByStatus(ofMonth, currency, today),
    })),
    totals: sumByStatus(ofCurrency, currency, today),
  }));
}

/** Sorts after every month. */
const NO_MONTH = 'none';

function monthOfLine(line: CommissionLine): Month | null {
  if (line.status === 'Paid') return monthOf(line.paidOn);
  return line.dueOn === null || !isEarning(line) ? null : monthOf(line.dueOn);
}

function sumByStatus(
  lines: readonly CommissionLine[],
  currency: string,
  today: PlainDate,
): readonly CommissionCell[] {
  return COMMISSION_STATUSES.flatMap((status) => {
    const amounts = lines.filter((line) => lineStatusOn(line, today) === status).map(({ amount }) => amount);
    return amounts.length === 0
      ? []
      : [{ status, lines: amounts.length, amount: sumMoney(amounts, currency) }];
  });
}

/** The items by their key, in the order of the keys. */
function groupBy<T, K extends string>(
  items: readonly T[],
  keyOf: (item: T) => K,
): readonly [K, readonly T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
