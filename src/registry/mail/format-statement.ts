import type { PlainDate } from '../../core/calendar/dates.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { lineStatusOn } from '../../core/commission/line-status.ts';
import type {
  OpenItem,
  Statement,
  StatementEntry,
  StatementOfCurrency,
} from '../../core/commission/make-statement.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { formatRate } from '../../core/money/format-rate.ts';
import { subtractMoney } from '../../core/money/subtract-money.ts';
import { zeroMoney } from '../../core/money/zero-money.ts';
import { assembleMailTable } from './format-html.ts';

/** A statement as the text of a message: for each currency its balances, its movements and what is open, as tables. */
export function formatStatement(statement: Statement, today: PlainDate): string {
  const { month, currencies } = statement;
  const soFar = month === monthOf(today) ? `, as of ${today}` : '';
  const title = `Statement of ${month}${soFar}`;
  if (currencies.length === 0) return `${title}: nothing was owed, earned or paid.`;
  return [title, ...currencies.flatMap((one) => formatCurrency(one, today))].join('\n\n');
}

function formatCurrency(one: StatementOfCurrency, today: PlainDate): readonly string[] {
  const { currency, opening, added, adjustments, paid, closing, entries, open } = one;
  const totals = [
    ['Opening', opening],
    ['New', added],
    ['Adjustments', adjustments],
    ['Paid', paid],
    ['Closing', closing],
  ] as const;
  return [
    assembleMailTable([
      [`Balance in ${currency}`, 'Amount'],
      ...totals.map(([label, amount]) => [label, formatMoney(amount)]),
    ]),
    ...(entries.length === 0
      ? []
      : [
          assembleMailTable([
            ['In this month', 'Commission', 'Customer', 'What for', 'Amount'],
            ...entries.map(formatEntry),
          ]),
        ]),
    ...(open.length === 0
      ? []
      : [
          assembleMailTable([
            ['Still open', 'Customer', 'Status', 'Amount'],
            ...open.map((item) => formatOpen(item, today)),
          ]),
        ]),
  ];
}

/** A payment lessens what is owed. */
function formatEntry({ on, kind, line, customer, base, rate, amount }: StatementEntry): readonly string[] {
  const isPayment = kind === 'payment';
  const what = isPayment ? 'paid' : `${kind}: ${formatRate(rate)} of ${formatMoney(base)}, deal ${line.deal}`;
  return [
    on,
    line.id,
    customer,
    what,
    formatMoney(isPayment ? subtractMoney(zeroMoney(amount.currency), amount) : amount),
  ];
}

function formatOpen({ line, customer, owed }: OpenItem, today: PlainDate): readonly string[] {
  const status = lineStatusOn(line, today);
  const why = line.status === 'On hold' ? `: ${line.holdReason}` : '';
  const since = status === 'Due' ? ` since ${line.dueOn ?? ''}` : '';
  const due = status === 'Scheduled' ? `, due on ${line.dueOn ?? ''}` : since;
  return [line.id, customer, `${status}${due}${why}`, formatMoney(owed)];
}
