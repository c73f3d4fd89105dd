import type { OpenItem, Statement, StatementEntry } from '../../../core/commission/make-statement.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { groupThousands } from '../../../core/money/format-money.ts';
import { type FileTab, padRows } from '../../files/file-spec.ts';

const KINDS = { new: 'New', adjustment: 'Adjustment', payment: 'Paid' } as const satisfies {
  readonly [K in StatementEntry['kind']]: string;
};

/**
 * The statement of the month: one line a currency, and below it every movement and what is still open, with the reason where
 * it is on hold. Programme rules, section 5.8.
 */
export function assembleStatementTab({ month, currencies }: Statement): FileTab {
  const rows: (readonly string[])[] = [
    [`Statement of ${month}`],
    ['Opening + new + adjustments − paid = closing, each in the month in which it was recorded.'],
    ['Currency', 'Opening', 'New', 'Adjustments', 'Paid', 'Closing'],
    ...(currencies.length === 0 ? [['Nothing was owed or paid.']] : []),
    ...currencies.map(({ currency, opening, added, adjustments, paid, closing }) => [
      currency,
      ...[opening, added, adjustments, paid, closing].map(formatAmount),
    ]),
  ];
  const headings = [0, 2];
  const addPart = (
    title: readonly string[],
    heading: readonly string[],
    lines: readonly (readonly string[])[],
  ) => {
    if (lines.length === 0) return;
    headings.push(rows.length + 1, rows.length + 2);
    rows.push([], title, heading, ...lines);
  };
  for (const { currency, entries, open } of currencies) {
    addPart(
      [`Movements in ${currency}`],
      ['Date', 'Amount', 'Kind', 'Commission', 'Base × rate', 'Customer and deal'],
      entries.map(describeEntry),
    );
    addPart(
      [`Open in ${currency}`],
      ['Due on', 'Amount', 'Status', 'Commission', 'Customer and deal', 'On hold because'],
      open.map(describeOpen),
    );
  }
  return {
    name: 'Statement',
    rows: padRows(rows, 6),
    columns: [
      { type: 'date', width: 180 },
      ...Array.from({ length: 3 }, () => ({ type: 'amount', width: 130 }) as const),
      { type: 'amount', width: 260 },
      { type: 'amount', width: 260 },
    ],
    headings,
    frozenRows: 1,
  };
}

/** What was paid is taken from what is owed. */
function describeEntry({ on, kind, line, customer, base, rate, amount }: StatementEntry): readonly string[] {
  const signed = kind === 'payment' ? { ...amount, minor: -amount.minor } : amount;
  return [
    on,
    formatAmount(signed),
    KINDS[kind],
    line.id,
    `${groupThousands(formatAmount(base))} × ${rate}`,
    `${customer}, ${line.deal}`,
  ];
}

function describeOpen({ line, customer, owed }: OpenItem): readonly string[] {
  const reason = line.status === 'On hold' ? line.holdReason : '';
  return [
    line.status === 'Paid' ? '' : (line.dueOn ?? ''),
    formatAmount(owed),
    line.status,
    line.id,
    `${customer}, ${line.deal}`,
    reason,
  ];
}
