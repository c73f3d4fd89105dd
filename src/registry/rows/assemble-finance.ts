import type { PlainDate } from '../../core/calendar/dates.ts';
import { assembleTotals } from '../../core/commission/finance-totals.ts';
import { convertOn } from '../../core/money/exchange-rates.ts';
import { readSettings } from '../commands/open-context.ts';
import { FINANCE_TAB, type FinanceRow } from '../schema/tabs/finance.ts';
import type { RecordsView } from '../state/records-view.ts';

/** Sorts behind every month. */
const BEHIND_MONTHS = '~';

/**
 * The whole Finance tab as canonical texts, headers first, as it follows from the records on that day: for each currency all lines, then
 * each partner's, then each month's; behind all currencies what each partner has in each month, by month and name.
 */
export function assembleFinance(records: RecordsView, today: PlainDate): readonly (readonly string[])[] {
  const rows = listRows(records, today).map((row) => FINANCE_TAB.columns.map(({ value }) => value(row)));
  return [FINANCE_TAB.columns.map(({ header }) => header), ...rows];
}

function listRows(records: RecordsView, today: PlainDate): readonly FinanceRow[] {
  const { reportingCurrency } = readSettings(records);
  const rates = records.list('rates').map(({ rate }) => rate);
  const lines = records.list('commissions').map(({ line }) => line);
  const rows = assembleTotals(lines, today).map((row) => ({
    ...row,
    partnerName: row.partner === null ? '' : (records.get('partners', row.partner)?.partner.name ?? ''),
    converted:
      reportingCurrency === '' ? null : convertOn(row.totals.open, reportingCurrency, { day: today, rates }),
    asOf: today,
  }));
  const isOfBoth = ({ partner, month }: FinanceRow) => partner !== null && month !== null;
  // Within a month by name: the sort keeps the order of currencies. What has no day yet stands last, so that months which
  // are over keep their place.
  const orderOf = ({ month, partnerName }: FinanceRow) => `${month || BEHIND_MONTHS} ${partnerName}`;
  const ofBoth = rows.filter(isOfBoth).sort((a, b) => compareTexts(orderOf(a), orderOf(b)));
  return [...rows.filter((row) => !isOfBoth(row)), ...ofBoth];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
