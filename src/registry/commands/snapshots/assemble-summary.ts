import type { Month } from '../../../core/calendar/dates.ts';
import type { Statement } from '../../../core/commission/make-statement.ts';
import { COMMISSION_STATUSES } from '../../../core/model/commission-line.ts';
import { LEAD_STATUSES } from '../../../core/model/registration.ts';
import { formatMoney } from '../../../core/money/format-money.ts';
import { totalsByCurrency } from '../../../core/money/totals-by-currency.ts';
import { type FileTab, padRows } from '../../files/file-spec.ts';
import { type Change, listChanges } from './list-changes.ts';
import { NO_ROWS, type PartnerRows } from './partner-rows.ts';

/** Everything that a snapshot says. */
export interface SnapshotFacts {
  readonly partnerName: string;
  readonly programme: string;
  readonly month: Month;
  /** Such as `at the end of 2026-01-31`; `on 2026-01-20` where the month was still running. */
  readonly asOf: string;
  readonly rows: PartnerRows;
  /** The partner's last snapshot before this one; null where this is the first. */
  readonly last: { readonly month: Month; readonly rows: PartnerRows } | null;
  readonly statement: Statement;
}

/** More lines of news than anybody reads: the other tabs have everything. */
const MOST_CHANGES = 200;

/** The first tab: where the partner stands, what is owed, and what changed since the last snapshot. */
export function assembleSummary(facts: SnapshotFacts): FileTab {
  const { partnerName, programme, month, asOf, rows, last, statement } = facts;
  const parts: readonly (readonly (readonly string[])[])[] = [
    [[`${partnerName} – ${month}`]],
    [[`${programme}: your leads, deals and commissions as they stood ${asOf}.`], []],
    [['Leads', 'How many'], ...countLeads(rows), []],
    [['Commissions', 'Amount'], ...sumCommissions(rows), []],
    [[`Statement of ${month}`, 'Closing'], ...closings(statement), []],
    [[last === null ? 'What happened so far' : `What changed since ${last.month}`, 'Customer', 'What']],
    describeChanges(listChanges(last?.rows ?? NO_ROWS, rows)),
  ];
  const headings: number[] = [];
  let row = 0;
  parts.forEach((part, n) => {
    if (n !== 1 && n !== parts.length - 1) headings.push(row);
    row += part.length;
  });
  return {
    name: 'Summary',
    rows: padRows(parts.flat(), 3),
    columns: [
      { type: 'text', width: 240 },
      { type: 'text', width: 240 },
      { type: 'long-text', width: 520 },
    ],
    headings,
    frozenRows: 1,
  };
}

function countLeads({ leads }: PartnerRows): readonly (readonly string[])[] {
  const counted = LEAD_STATUSES.flatMap((status) => {
    const count = leads.filter(({ registration }) => registration.status === status).length;
    return count === 0 ? [] : [[status, String(count)]];
  });
  return counted.length === 0 ? [['None yet', '0']] : counted;
}

function sumCommissions({ commissions }: PartnerRows): readonly (readonly string[])[] {
  const sums = COMMISSION_STATUSES.flatMap((status) => {
    const amounts = commissions.filter(({ line }) => line.status === status).map(({ line }) => line.amount);
    return totalsByCurrency(amounts)
      .filter(({ minor }) => minor !== 0)
      .map((total) => [status, formatMoney(total)]);
  });
  return sums.length === 0 ? [['None yet', '']] : sums;
}

function closings({ currencies }: Statement): readonly (readonly string[])[] {
  return currencies.length === 0
    ? [['Nothing was owed or paid.', '']]
    : currencies.map(({ currency, closing }) => [`Owed to you in ${currency}`, formatMoney(closing)]);
}

function describeChanges(changes: readonly Change[]): readonly (readonly string[])[] {
  if (changes.length === 0) return [['Nothing changed.']];
  const told = changes.slice(0, MOST_CHANGES).map(({ record, customer, what }) => [record, customer, what]);
  const more = changes.length - told.length;
  return more === 0 ? told : [...told, [`… and ${more} more: see the other tabs.`]];
}
