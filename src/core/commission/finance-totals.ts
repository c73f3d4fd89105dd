import type { Month, PlainDate } from '../calendar/dates.ts';
import { daysBetween } from '../calendar/days-between.ts';
import { monthOf } from '../calendar/month-of.ts';
import type { CommissionLine } from '../model/commission-line.ts';
import type { PartnerId } from '../model/ids.ts';
import { addMoney } from '../money/add-money.ts';
import type { Money } from '../money/money.ts';
import { zeroMoney } from '../money/zero-money.ts';
import { isEarning, lineStatusOn } from './line-status.ts';

/** The statuses of lines that earn, in the order of a line's life. */
export const TOTALLED = ['Awaiting cash', 'Scheduled', 'Due', 'On hold', 'Paid'] as const;
export type TotalledStatus = (typeof TOTALLED)[number];

/** Days for which something has been due, each to the last day named, the last without an end. */
export const AGES = ['0–30', '31–60', '61–90', 'over 90'] as const;
export type Age = (typeof AGES)[number];

/** What a set of lines of one currency comes to. */
export interface Totals {
  readonly currency: string;
  readonly lines: number;
  readonly byStatus: { readonly [status in TotalledStatus]: Money };
  /** Earned and unpaid: everything but what is paid. */
  readonly open: Money;
  /** What is due, by the days for which it has been. */
  readonly byAge: { readonly [age in Age]: Money };
}

/** The totals of one partner or one month; null stands for all of them. */
export interface TotalsRow {
  readonly partner: PartnerId | null;
  /** '' for lines whose day of payment is not known yet. */
  readonly month: Month | '' | null;
  readonly totals: Totals;
}

/**
 * The totals of the lines that earn: for each currency all of them, then each partner's, then each month's. The month of
 * a paid line is the one in which it was paid, of any other the one in which it is due. Currencies are never added
 * together. Programme rules, section 5.7.
 */
export function assembleTotals(lines: readonly CommissionLine[], today: PlainDate): readonly TotalsRow[] {
  const rows = new Map<string, { readonly row: Omit<TotalsRow, 'totals'>; totals: Totals }>();
  const add = (order: string, row: Omit<TotalsRow, 'totals'>, line: CommissionLine) => {
    const key = `${line.amount.currency} ${order}`;
    const known = rows.get(key);
    const totals = addLine(known?.totals ?? emptyTotals(line.amount.currency), line, today);
    if (known) known.totals = totals;
    else rows.set(key, { row, totals });
  };
  for (const line of lines) {
    if (!isEarning(line)) continue;
    const month = monthOfLine(line);
    add('0', { partner: null, month: null }, line);
    add(`1 ${line.partner.padStart(12)}`, { partner: line.partner, month: null }, line);
    add(`2 ${month}`, { partner: null, month }, line);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { row, totals }]) => ({ ...row, totals }));
}

function monthOfLine(line: CommissionLine): Month | '' {
  const day = line.status === 'Paid' ? line.paidOn : line.dueOn;
  return day === null ? '' : monthOf(day);
}

function emptyTotals(currency: string): Totals {
  const none = zeroMoney(currency);
  return {
    currency,
    lines: 0,
    open: none,
    byStatus: { 'Awaiting cash': none, Scheduled: none, Due: none, 'On hold': none, Paid: none },
    byAge: { '0–30': none, '31–60': none, '61–90': none, 'over 90': none },
  };
}

function addLine(totals: Totals, line: CommissionLine, today: PlainDate): Totals {
  const status = lineStatusOn(line, today);
  if (!isTotalled(status)) return totals;
  const { byStatus, byAge, open } = totals;
  const age = status === 'Due' ? ageOf(line.dueOn ?? today, today) : null;
  return {
    ...totals,
    lines: totals.lines + 1,
    byStatus: { ...byStatus, [status]: addMoney(byStatus[status], line.amount) },
    open: status === 'Paid' ? open : addMoney(open, line.amount),
    byAge: age === null ? byAge : { ...byAge, [age]: addMoney(byAge[age], line.amount) },
  };
}

function isTotalled(status: string): status is TotalledStatus {
  return (TOTALLED as readonly string[]).includes(status);
}

function ageOf(dueOn: PlainDate, today: PlainDate): Age {
  const days = daysBetween(dueOn, today);
  if (days <= 30) return '0–30';
  if (days <= 60) return '31–60';
  return days <= 90 ? '61–90' : 'over 90';
}
