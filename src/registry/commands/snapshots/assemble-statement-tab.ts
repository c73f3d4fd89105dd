import type { Statement, StatementEntry } from '../../../core/commission/make-statement.ts';
import { formatAmount } from '../../../core/money/format-amount.ts';
import { groupThousands } from '../../../core/money/format-money.ts';
import { type FileTab, padRows } from '../../files/file-spec.ts';

const KINDS = { new: 'New', adjustment: 'Adjustment', payment: 'Paid' } as const satisfies {
  readonly [K in StatementEntry['kind']]: string;
};

/** The statement of the month: one line a currency, and below it every movement. Programme rules, section 5.8. */
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
  for (const { currency, entries } of currencies) {
    if (entries.length === 0) continue;
    headings.push(rows.length + 1);
    rows.push([], [`Movements in ${currency}`, 'Amount', 'Kind', 'Commission', 'Base × rate', 'Customer']);
    for (const entry of entries) rows.push(describeEntry(entry));
  }
  return {
    name: 'Statement',
    rows: padRows(rows, 6),
    columns: [
      { type: 'date', width: 180 },
      ...Array.from({ length: 5 }, () => ({ type: 'amount', width: 140 }) as const),
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
    customer,
  ];
}
