import * as v from 'valibot';
import { isSameReference } from '../../../core/commission/check-reference.ts';
import { currencyDigits } from '../../../core/money/currency-digits.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { type CsvCell, formatCsv } from '../../../core/text/format-csv.ts';
import { quoteText } from '../../../core/text/quote-text.ts';
import type { CommissionRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import { text } from '../fields.ts';

interface ExportColumn {
  readonly header: string;
  readonly cell: (record: PaidRecord) => CsvCell;
}

type PaidRecord = CommissionRecord & {
  readonly line: Extract<CommissionRecord['line'], { readonly status: 'Paid' }>;
};

/**
 * Amounts stand there twice: with a point before the decimals, as accounting software reads them, and as whole minor
 * units, which no locale reads another way.
 */
const COLUMNS: readonly ExportColumn[] = [
  { header: 'Payment reference', cell: ({ line }) => ({ text: line.reference }) },
  { header: 'Run', cell: ({ line }) => ({ text: line.run?.reference ?? '' }) },
  { header: 'Paid on', cell: ({ line }) => ({ plain: line.paidOn }) },
  { header: 'Partner ID', cell: ({ line }) => ({ text: line.partner }) },
  { header: 'Referral partner', cell: ({ partnerName }) => ({ text: partnerName }) },
  { header: 'Commission ID', cell: ({ id }) => ({ text: id }) },
  { header: 'Kind', cell: ({ line }) => ({ text: line.kind }) },
  { header: 'Lead ID', cell: ({ line }) => ({ text: line.lead }) },
  { header: 'Deal ID', cell: ({ line }) => ({ text: line.deal }) },
  { header: 'Customer', cell: ({ customer }) => ({ text: customer }) },
  { header: 'Currency', cell: ({ line }) => ({ text: line.amount.currency }) },
  { header: 'Amount', cell: ({ line }) => ({ plain: formatAmount(line.amount) }) },
  { header: 'Amount in minor units', cell: ({ line }) => ({ plain: String(line.amount.minor) }) },
  { header: 'Decimals', cell: ({ line }) => ({ plain: String(currencyDigits(line.amount.currency)) }) },
  { header: 'Base', cell: ({ line }) => ({ plain: formatAmount(line.base) }) },
  { header: 'Rate', cell: ({ line }) => ({ plain: line.rate }) },
  { header: 'Due on', cell: ({ line }) => ({ plain: line.dueOn ?? '' }) },
  { header: 'Prepared by', cell: ({ line }) => ({ text: line.run?.preparedBy ?? '' }) },
  { header: 'Confirmed by', cell: ({ line }) => ({ text: line.run?.confirmedBy ?? '' }) },
];

/** The lines paid under a reference, a run's or a single payment's, as a CSV file. It only shows. */
export const exportPayments = command({
  name: 'exportPayments',
  isQuestion: true,
  schema: () => v.strictObject({ reference: text('The reference', 'reference') }),
  find: () => ({}),
  decide: ({ reference }, _found, context, problems) => {
    const paid = context.draft.list('commissions').filter((record): record is PaidRecord => {
      const { line } = record;
      if (line.status !== 'Paid') return false;
      return (
        isSameReference(line.reference, reference) ||
        (line.run !== undefined && isSameReference(line.run.reference, reference))
      );
    });
    if (paid.length === 0) {
      problems.add('not-found', 'reference', `Nothing was paid under the reference ${quoteText(reference)}.`);
      return {};
    }
    const rows = paid.map((record) => COLUMNS.map(({ cell }) => cell(record)));
    const name = `Payments ${reference.replace(/[^\p{L}\p{N} ._-]/gu, '-')}.csv`;
    return {
      value: {
        name,
        lines: paid.length,
        csv: formatCsv(
          COLUMNS.map(({ header }) => header),
          rows,
        ),
      },
    };
  },
});
