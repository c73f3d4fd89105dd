import type { CommissionLine } from '../../core/model/commission-line.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import type { CommissionRecord } from '../records.ts';
import { sameJson } from '../state/same-json.ts';
import { assembleThen, type LineChange } from './assemble-then.ts';
import { compareRecord } from './compare-record.ts';
import { changesOf, type EntryThen } from './entry-then.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';
import { journalCell } from './read-journal-rows.ts';

/** What of a line is decided once it is paid. */
const FROZEN = ['amount', 'currency', 'kind', 'base', 'rate', 'dueOn', 'firstReceiptOn', 'deal', 'lead'];
const CONDITIONS = ['c1', 'c2', 'c3', 'c4', 'c5'];
/** What of an open line is decided. */
const OPEN = [...FROZEN, ...CONDITIONS, 'status', 'holdReason'];

/**
 * Every commission line that an entry wrote, recomputed from the deals, introductions and receipts of that day: a line that
 * was paid was due, and was paid what the deal earned then; an adjustment is what was missing then. Programme rules,
 * sections 5.1 to 5.6.
 */
export function auditLinesThen(then: EntryThen, places: Places, notes: AuditNotes): void {
  const byLead = new Map<string, LineChange[]>();
  for (const change of changesOf(then, 'commissions')) {
    if (sameLine(change)) continue;
    const { lead } = change.after.line;
    byLead.set(lead, [...(byLead.get(lead) ?? []), change]);
  }
  for (const [lead, changes] of byLead) auditLead(then, lead, changes, { places, notes });
}

function sameLine({ before, after }: LineChange): boolean {
  return before !== null && sameJson(before.line, after.line);
}

interface Telling {
  readonly places: Places;
  readonly notes: AuditNotes;
}

function auditLead(then: EntryThen, lead: string, changes: readonly LineChange[], telling: Telling): void {
  const expected = assembleThen(then, lead, changes);
  if (expected === null) return;
  for (const change of changes) {
    const { line } = change.after;
    if (line.voiding !== undefined && change.before === null) auditVoiding(then, change, telling);
    else if (change.before?.line.status === 'Paid') auditPaid(then, change, telling);
    else
      auditLine(
        then,
        change,
        expected.find(({ id }) => id === line.id),
        telling,
      );
  }
}

function auditLine(
  then: EntryThen,
  { id, after }: LineChange,
  expected: CommissionLine | undefined,
  telling: Telling,
): void {
  const { line } = after;
  if (expected === undefined) {
    tellOpen(then, id, telling, {
      column: 'Amount',
      found: formatMoney(line.amount),
      expected: 'no such line',
    });
    return;
  }
  const wanted: CommissionRecord = { ...after, line: expected };
  if (line.status !== 'Paid') {
    const [first] = compareRecord('commissions', after, wanted, OPEN);
    if (first === undefined) return;
    // An adjustment is never recomputed: where it is wrong, it is wrong today.
    if (line.kind === 'adjustment' && FROZEN.includes(first.key)) tellFrozen(then, id, telling, first);
    else tellOpen(then, id, telling, { ...first, column: first.header });
    return;
  }
  const paid = compareRecord('commissions', after, wanted, [...FROZEN, ...CONDITIONS]);
  for (const difference of paid) tellFrozen(then, id, telling, difference);
  if (expected.status !== 'Due') {
    tellFrozen(then, id, telling, {
      key: 'status',
      found: 'Paid',
      expected: `${expected.status}: only a line that is due may be paid`,
      section: '5.4',
    });
  }
}

/** A paid line never changes. Programme rules, section 5.5. */
function auditPaid(then: EntryThen, { id, before, after }: LineChange, telling: Telling): void {
  if (before === null) return;
  const keys = [...FROZEN, ...CONDITIONS, 'status', 'paidOn', 'reference'];
  for (const difference of compareRecord('commissions', after, before, keys)) {
    tellFrozen(then, id, telling, { ...difference, section: '5.5' });
  }
}

/** Voiding takes back exactly what was paid, or says that exactly this is owed again. */
function auditVoiding(then: EntryThen, { id, after }: LineChange, telling: Telling): void {
  const { amount, voiding } = after.line;
  const paid = voiding && then.records.get('commissions', voiding.line)?.line;
  if (voiding === undefined || paid === undefined) return;
  const sign = voiding.as === 'taken back' ? -1 : 1;
  if (amount.minor === sign * paid.amount.minor && amount.currency === paid.amount.currency) return;
  tellFrozen(then, id, telling, {
    key: 'amount',
    found: formatMoney(amount),
    expected: `the ${formatMoney(paid.amount)} of ${paid.id}, ${voiding.as}`,
    section: '5.6',
  });
}

interface Frozen {
  readonly key: string;
  readonly found: string;
  readonly expected: string;
  readonly section: string;
}

/** What is frozen stands in the table as the entry made it. */
function tellFrozen(
  { placed: { entry } }: EntryThen,
  id: string,
  { places, notes }: Telling,
  { key, ...rest }: Frozen,
): void {
  const note = `Since entry ${entry.entry}.`;
  notes.find('commissions', { ...places.of('commissions', id, key), ...rest, note });
}

/** What was written over since shows in statements of that time alone. */
function tellOpen(
  { placed: { entry, line } }: EntryThen,
  id: string,
  { notes }: Telling,
  what: {
    readonly column: string;
    readonly found: string;
    readonly expected: string;
    readonly section?: string;
  },
): void {
  const { column, found, expected, section = '5.5' } = what;
  const note = `In entry ${entry.entry}.`;
  notes.find('history', { ...journalCell(line, 'Changes'), id, column, found, expected, section, note });
}
