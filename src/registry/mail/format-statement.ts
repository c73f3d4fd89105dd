import type { PlainDate } from '../../core/calendar/dates.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { lineStatusOn } from '../../core/commission/line-status.ts';
import type {
  OpenItem,
  Statement,
  StatementEntry,
  StatementOfCurrency,
} from '../../core/commission/make-statement.ts';
import { formatAmount } from '../../core/money/format-amount.ts';

/** A statement as the text of a message, one block for each currency. */
export function formatStatement(statement: Statement, today: PlainDate): string {
  const { month, currencies } = statement;
  const soFar = month === monthOf(today) ? `, as of ${today}` : '';
  const title = `Statement of ${month}${soFar}`;
  if (currencies.length === 0) return `${title}: nothing was owed, earned or paid.`;
  return [title, ...currencies.map((one) => formatCurrency(one, today))].join('\n\n');
}

function formatCurrency(one: StatementOfCurrency, today: PlainDate): string {
  const { currency, opening, added, adjustments, paid, closing, entries, open } = one;
  const totals = [
    ['Opening', opening],
    ['New', added],
    ['Adjustments', adjustments],
    ['Paid', paid],
    ['Closing', closing],
  ] as const;
  return [
    currency,
    ...totals.map(([label, amount]) => `${label}: ${formatAmount(amount)}`),
    ...(entries.length === 0 ? [] : ['', 'In this month:', ...entries.map(formatEntry)]),
    ...(open.length === 0 ? [] : ['', 'Still open:', ...open.map((item) => formatOpen(item, today))]),
  ].join('\n');
}

function formatEntry({ on, kind, line, customer, base, rate, amount }: StatementEntry): string {
  const what = kind === 'payment' ? 'paid' : `${rate} of ${formatAmount(base)}, deal ${line.deal}`;
  return `${on}  ${kind}  ${line.id}  ${customer}  ${formatAmount(amount)}  (${what})`;
}

function formatOpen({ line, customer, owed }: OpenItem, today: PlainDate): string {
  const status = lineStatusOn(line, today);
  const why = line.status === 'On hold' ? `: ${line.holdReason}` : '';
  const due = status === 'Scheduled' || status === 'Due' ? `, due on ${line.dueOn ?? ''}` : '';
  return `${line.id}  ${customer}  ${formatAmount(owed)}  ${status}${due}${why}`;
}
