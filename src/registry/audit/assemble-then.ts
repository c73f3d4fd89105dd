import { assembleLines } from '../../core/commission/assemble-lines.ts';
import type { CommissionLine } from '../../core/model/commission-line.ts';
import type { CommissionId } from '../../core/model/ids.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import type { RecordTypes } from '../records.ts';
import type { changesOf, EntryThen } from './entry-then.ts';
import type { Hung } from './lead-index.ts';

/** What an entry made of a commission line. */
export type LineChange = ReturnType<typeof changesOf<'commissions'>>[number];

/** All lines of the lead as they had to be after the entry, payments apart; null where that cannot be told. */
export function assembleThen(
  then: EntryThen,
  lead: string,
  changes: readonly LineChange[],
): readonly CommissionLine[] | null {
  const { today, placed } = then;
  const facts = gatherThen(then, lead);
  if (facts === null) return null;
  const changed = new Map<string, LineChange>(changes.map((change) => [change.id, change]));
  const lines = facts.lines.flatMap((line): readonly CommissionLine[] => {
    const change = changed.get(line.id);
    if (change === undefined) return [line];
    if (change.before !== null) return [withHands(change.before.line, line)];
    // What a voided payment made is no deal's doing, and is looked at by itself.
    return line.voiding === undefined ? [] : [line];
  });
  const made = changes
    .filter(({ before, after }) => before === null && after.line.voiding === undefined)
    .map(({ after }) => after.line.id);
  const nextCommissionId = () => made.shift() ?? ('C-none' as CommissionId);
  return assembleLines({ ...facts, lines, now: placed.entry.at, today, nextCommissionId });
}

/** What was recorded under the lead then; null where it was never approved, or where not all of it can be relied on. */
function gatherThen({ records, leads, doubts }: EntryThen, lead: string) {
  const registration = doubts('leads', lead) ? undefined : records.get('leads', lead)?.registration;
  if (!registration || !isApproved(registration) || doubts('partners', registration.partner)) return null;
  const partner = records.get('partners', registration.partner)?.partner;
  const under = <K extends Hung>(kind: K, parent: string): readonly (RecordTypes[K] | null)[] =>
    leads.under(kind, parent).map((id) => (doubts(kind, id) ? null : (records.get(kind, id) ?? null)));
  const [deals, introductions, lines] = [
    whole(under('deals', lead)),
    whole(under('introductions', lead)),
    whole(under('commissions', lead)),
  ];
  const receipts = deals && whole(deals.flatMap(({ id }) => under('receipts', id)));
  if (!partner || !deals || !introductions || !lines || !receipts) return null;
  return {
    registration,
    partner,
    deals: deals.map(({ deal }) => deal),
    introductions: introductions.map(({ introduction }) => introduction),
    lines: lines.map(({ line }) => line),
    receipts: receipts.map(({ receipt }) => receipt),
  };
}

/** The list, or null where one of them is not there. */
function whole<T>(list: readonly (T | null)[]): readonly T[] | null {
  return list.every((one) => one !== null) ? (list as readonly T[]) : null;
}

/** The line as it was, with the hold and the objections that people put on it since. */
function withHands(before: CommissionLine, after: CommissionLine): CommissionLine {
  if (before.status === 'Paid' || after.status === 'Paid') return before;
  const { disputes: _, ...rest } = before;
  const { heldReason, disputes } = after;
  return { ...rest, heldReason, ...(disputes === undefined ? {} : { disputes }) };
}
