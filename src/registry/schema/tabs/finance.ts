import { AGES, TOTALLED, type TotalsRow } from '../../../core/commission/finance-totals.ts';
import type { Converted } from '../../../core/money/exchange-rates.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import type { ColumnType } from '../column.ts';

/** One row of the Finance tab, as its columns read it. */
export interface FinanceRow extends TotalsRow {
  readonly partnerName: string;
  /** What is open in the reporting currency; null without one, or without a rate. */
  readonly converted: Converted | null;
  readonly asOf: string;
}

export interface FinanceColumn {
  readonly header: string;
  readonly type: ColumnType;
  readonly meaning: string;
  readonly width: number;
  readonly value: (row: FinanceRow) => string;
}

const AMOUNT_WIDTH = 120;

const STATUS_MEANINGS: { readonly [status in (typeof TOTALLED)[number]]: string } = {
  'Awaiting cash': 'Earned; the customer has not paid yet.',
  Scheduled: 'To be paid on a day that is known and not reached.',
  Due: 'To be paid now.',
  'On hold': 'Not paid until the reason ends.',
  Paid: 'Paid.',
};

/** The totals of the commission lines: a report that the registry writes as a whole, and nothing else is read from. */
export const FINANCE_TAB: {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly FinanceColumn[];
} = {
  name: 'Finance',
  meaning:
    'Totals of the Commissions tab, each currency by itself: all, by partner, by month, and by partner within each month. The registry writes this tab; keep your own figures on a tab of your own.',
  columns: [
    {
      header: 'Currency',
      type: 'text',
      meaning: 'Amounts of different currencies are never added together.',
      width: 80,
      value: ({ totals }) => totals.currency,
    },
    {
      header: 'Referral partner',
      type: 'text',
      meaning: 'Whose lines they are.',
      width: 260,
      value: ({ partner, partnerName }) => (partner === null ? 'All partners' : partnerName),
    },
    {
      header: 'Month',
      type: 'text',
      meaning: 'In which the lines were paid, or else are due.',
      width: 100,
      value: ({ month }) => (month === null ? 'All months' : month === '' ? 'No day yet' : month),
    },
    {
      header: 'Lines',
      type: 'integer',
      meaning: 'How many lines earn.',
      width: 70,
      value: ({ totals }) => String(totals.lines),
    },
    ...TOTALLED.map(
      (status): FinanceColumn => ({
        header: status,
        type: 'amount',
        meaning: STATUS_MEANINGS[status],
        width: AMOUNT_WIDTH,
        value: ({ totals }) => formatAmount(totals.byStatus[status]),
      }),
    ),
    {
      header: 'Open',
      type: 'amount',
      meaning: 'Earned and not paid: all columns before, without Paid.',
      width: AMOUNT_WIDTH,
      value: ({ totals }) => formatAmount(totals.open),
    },
    ...AGES.map(
      (age): FinanceColumn => ({
        header: `Due ${age} days`,
        type: 'amount',
        meaning: `Of what is due: due for ${age} days.`,
        width: AMOUNT_WIDTH,
        value: ({ totals }) => formatAmount(totals.byAge[age]),
      }),
    ),
    {
      header: 'Open in reporting currency',
      type: 'amount',
      meaning: 'What is open at the latest rate; empty where there is no rate.',
      width: AMOUNT_WIDTH,
      value: ({ converted }) => (converted === null ? '' : formatAmount(converted.amount)),
    },
    {
      header: 'Reporting currency',
      type: 'text',
      meaning: 'Chosen in the settings.',
      width: 90,
      value: ({ converted }) => converted?.amount.currency ?? '',
    },
    {
      header: 'Rate',
      type: 'rate',
      meaning: 'At which it is converted, from the Rates tab.',
      width: 90,
      value: ({ converted }) => converted?.rate ?? '',
    },
    {
      header: 'Rate date',
      type: 'date',
      meaning: 'The day of that rate.',
      width: 105,
      value: ({ converted }) => converted?.rateOn ?? '',
    },
    {
      header: 'As of',
      type: 'date',
      meaning: 'The day on which the registry wrote this.',
      width: 105,
      value: ({ asOf }) => asOf,
    },
  ],
};
