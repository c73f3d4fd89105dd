import type { Month, PlainDate } from '../../core/calendar/dates.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { nextMonth } from '../../core/calendar/next-month.ts';
import { isEarning } from '../../core/commission/line-status.ts';
import { makeStatement, type StatementLine } from '../../core/commission/make-statement.ts';
import { movementsOf } from '../../core/commission/record-movements.ts';
import type { PartnerId } from '../../core/model/ids.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';

/**
 * Every statement that was ever due: what it begins with is what the one before ended with, it ends with opening + new +
 * adjustments − paid, added up here anew, and the last ends with what the lines say is earned and unpaid. Programme rules,
 * section 5.8.
 */
export function auditStatements(records: RecordsView, today: PlainDate, notes: AuditNotes): void {
  const linesOf = new Map<PartnerId, StatementLine[]>();
  for (const { line, customer } of records.list('commissions')) {
    for (const partner of new Set([line.partner, ...movementsOf(line).map((one) => one.partner)])) {
      const known = linesOf.get(partner);
      if (known) known.push({ line, customer });
      else linesOf.set(partner, [{ line, customer }]);
    }
  }
  for (const [partner, lines] of linesOf) auditPartner(partner, lines, monthOf(today), notes);
}

/** Minor units by currency. */
type Balances = Map<string, number>;

function auditPartner(
  partner: PartnerId,
  lines: readonly StatementLine[],
  last: Month,
  notes: AuditNotes,
): void {
  const begun = lines.flatMap(({ line }) => movementsOf(line).map(({ on }) => monthOf(on))).sort()[0];
  let balances: Balances = new Map();
  for (let month = begun ?? last; month <= last; month = nextMonth(month)) {
    balances = auditMonth(partner, lines, { month, before: balances }, notes);
  }
  const owed = owedByLines(partner, lines);
  for (const currency of new Set([...balances.keys(), ...owed.keys()])) {
    const [closing, open] = [balances.get(currency) ?? 0, owed.get(currency) ?? 0];
    if (closing === open) continue;
    tell(notes, { partner, month: last, currency }, 'Closing', { found: closing, expected: open }, LINES_SAY);
  }
}

const LINES_SAY = 'The lines of the Commissions tab that earn and are unpaid come to what is expected.';

/** The balances at the end of the month, by the movements alone. */
function auditMonth(
  partner: PartnerId,
  lines: readonly StatementLine[],
  { month, before }: { readonly month: Month; readonly before: Balances },
  notes: AuditNotes,
): Balances {
  const after: Balances = new Map(before);
  for (const { line } of lines) {
    for (const { on, kind, partner: whose, amount } of movementsOf(line)) {
      if (whose !== partner || monthOf(on) !== month) continue;
      const signed = kind === 'payment' ? -amount.minor : amount.minor;
      after.set(amount.currency, (after.get(amount.currency) ?? 0) + signed);
    }
  }
  const statement = makeStatement(lines, partner, month);
  const stated = new Map(statement.currencies.map((one) => [one.currency, one]));
  for (const currency of new Set([...after.keys(), ...stated.keys()])) {
    notes.looked('statements', 1);
    const said = stated.get(currency);
    const of = { partner, month, currency };
    const [opening, closing] = [before.get(currency) ?? 0, after.get(currency) ?? 0];
    const moneys = { found: said?.opening.minor ?? 0, expected: opening };
    if (moneys.found !== opening) tell(notes, of, 'Opening', moneys);
    if ((said?.closing.minor ?? 0) !== closing) {
      tell(notes, of, 'Closing', { found: said?.closing.minor ?? 0, expected: closing });
    }
  }
  return after;
}

function owedByLines(partner: PartnerId, lines: readonly StatementLine[]): Balances {
  const owed: Balances = new Map();
  for (const { line } of lines) {
    if (line.partner !== partner || line.status === 'Paid' || !isEarning(line)) continue;
    const { currency, minor } = line.amount;
    owed.set(currency, (owed.get(currency) ?? 0) + minor);
  }
  return owed;
}

function tell(
  notes: AuditNotes,
  {
    partner,
    month,
    currency,
  }: { readonly partner: string; readonly month: Month; readonly currency: string },
  column: string,
  minors: { readonly found: number; readonly expected: number },
  note = '',
): void {
  const show = (minor: number) => formatMoney({ minor, currency });
  notes.find('statements', {
    tab: 'Statement',
    id: `${partner} ${month}`,
    column,
    found: show(minors.found),
    expected: show(minors.expected),
    section: '5.8',
    note,
  });
}
