import { addDays } from '../calendar/add-days.ts';
import type { Month, PlainDate } from '../calendar/dates.ts';
import { monthOf } from '../calendar/month-of.ts';
import type { CommissionLine } from '../model/commission-line.ts';
import type { PartnerId } from '../model/ids.ts';
import { exactMoney } from '../money/assert-exact.ts';
import type { Money } from '../money/money.ts';
import { sumMoney } from '../money/sum-money.ts';
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

/** The totals of one partner, one month or one partner's month; null stands for all of them. */
export interface TotalsRow {
  readonly partner: PartnerId | null;
  /** '' for lines whose day of payment is not known yet. */
  readonly month: Month | '' | null;
  readonly totals: Totals;
}

/**
 * The totals of the lines that earn: for each currency all of them, then each partner's, then each month's; behind all
 * currencies what each partner has in each month, month by month. The month of a paid line is the one in which it was
 * paid, of any other the one in which it is due. Currencies are never added together. Programme rules, section 5.7.
 */
export function assembleTotals(lines: readonly CommissionLine[], today: PlainDate): readonly TotalsRow[] {
  const rows = new Map<string, { readonly row: Omit<TotalsRow, 'totals'>; readonly sums: Sums }>();
  const sumsOf = (key: string, currency: string, row: Omit<TotalsRow, 'totals'>): Sums => {
    const known = rows.get(key);
    if (known) return known.sums;
    const sums: Sums = { currency, lines: 0, byStatus: TOTALLED.map(() => 0), byAge: AGES.map(() => 0) };
    rows.set(key, { row, sums });
    return sums;
  };
  const lastDays = AGE_LIMITS.map((days) => addDays(today, -days));
  for (const line of lines) {
    const place = placeOf(line, today, lastDays);
    if (place === null) continue;
    const { partner, amount } = line;
    const { currency } = amount;
    const month = monthOfLine(line);
    addLine(sumsOf(`${currency} 0`, currency, { partner: null, month: null }), amount, place);
    const inOrder = month || BEHIND_ALL;
    const padded = partner.padStart(12);
    addLine(sumsOf(`${currency} 1 ${padded}`, currency, { partner, month: null }), amount, place);
    addLine(sumsOf(`${currency} 2 ${inOrder}`, currency, { partner: null, month }), amount, place);
    const ofBoth = `${BEHIND_ALL} ${inOrder} ${padded} ${currency}`;
    addLine(sumsOf(ofBoth, currency, { partner, month }), amount, place);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, sums }]) => ({ ...row, totals: toTotals(sums) }));
}

/** Sorts behind every currency and every month. */
const BEHIND_ALL = '~';

/** Days for which something has been due at most, by age; the last has no end. */
const AGE_LIMITS = [30, 60, 90] as const;

/** What is added up, in minor units by the places of `TOTALLED` and `AGES`: objects for 20,000 lines would cost more. */
interface Sums {
  readonly currency: string;
  lines: number;
  readonly byStatus: number[];
  readonly byAge: number[];
}

interface Place {
  readonly status: number;
  /** Null for what is not due. */
  readonly age: number | null;
}

/** Where the line counts; null for one that does not earn. */
function placeOf(line: CommissionLine, today: PlainDate, lastDays: readonly PlainDate[]): Place | null {
  if (!isEarning(line)) return null;
  const word = lineStatusOn(line, today);
  const status = (TOTALLED as readonly string[]).indexOf(word);
  if (status < 0) return null;
  if (word !== 'Due') return { status, age: null };
  const dueOn = line.dueOn ?? today;
  const age = lastDays.findIndex((last) => dueOn >= last);
  return { status, age: age < 0 ? AGES.length - 1 : age };
}

function addLine(sums: Sums, { minor, currency }: Money, { status, age }: Place): void {
  sums.lines += 1;
  sums.byStatus[status] = exactMoney((sums.byStatus[status] ?? 0) + minor, currency).minor;
  if (age !== null) sums.byAge[age] = exactMoney((sums.byAge[age] ?? 0) + minor, currency).minor;
}

function toTotals({ currency, lines, byStatus, byAge }: Sums): Totals {
  const amounts = byStatus.map((minor): Money => ({ minor, currency }));
  const named = (words: readonly string[], minors: readonly number[]) =>
    Object.fromEntries(words.map((word, i) => [word, { minor: minors[i] ?? 0, currency }]));
  return {
    currency,
    lines,
    byStatus: named(TOTALLED, byStatus) as Totals['byStatus'],
    open: sumMoney(
      amounts.filter((_, i) => TOTALLED[i] !== 'Paid'),
      currency,
    ),
    byAge: named(AGES, byAge) as Totals['byAge'],
  };
}

function monthOfLine(line: CommissionLine): Month | '' {
  const day = line.status === 'Paid' ? line.paidOn : line.dueOn;
  return day === null ? '' : monthOf(day);
}
