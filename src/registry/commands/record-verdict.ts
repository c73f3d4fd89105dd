import { type ConflictCheck, checkConflicts } from '../../core/conflict/check-conflicts.ts';
import { findDoubleHolders } from '../../core/conflict/find-double-holders.ts';
import { findRelated } from '../../core/conflict/find-related.ts';
import type { LeadId } from '../../core/model/ids.ts';
import type { CustomerRecordId } from '../../core/model/judgement.ts';
import { isOpen } from '../../core/registration/is-approved.ts';
import type { Context } from './context.ts';
import { CustomerDesk } from './customer-desk.ts';
import type { Problems } from './problems.ts';

/** Runs the conflict check on a lead and keeps verdict and evidence on its row. */
export function recordVerdict(context: Context, lead: LeadId): ConflictCheck {
  const check = checkConflicts(context.customers.prepared(), lead);
  const record = context.draft.get('leads', lead);
  if (record) {
    context.draft.put('leads', {
      ...record,
      view: { ...record.view, verdict: check.verdict, conflictEvidence: check.evidence },
    });
  }
  return check;
}

/** With more changes than this at once, all open requests are checked again instead of those related to each. */
const MANY_CHANGES = 50;

/**
 * Checks again after a customer's name, website or contacts changed or two records were judged: the changed leads
 * themselves, and the open requests that were or are related to a changed record. A verdict that is new is kept and
 * flagged to the manager. Programme rules, section 3.
 */
export function recheckVerdicts(context: Context, changed: readonly CustomerRecordId[]): void {
  const { draft, today } = context;
  const prepared = context.customers.prepared();
  const isAll = changed.length > MANY_CHANGES;
  const related = new Set<string>(isAll ? [] : changed.flatMap((id) => [...findRelated(prepared, id)]));
  const names = isAll ? null : new RegExp(`\\b(?:${changed.join('|')})\\b`);
  const again = draft.list('leads').filter(({ id, registration, view }) => {
    if (changed.includes(id)) return true;
    return isOpen(registration) && (names === null || related.has(id) || names.test(view.conflictEvidence));
  });
  for (const { id, view } of again) {
    const check = recordVerdict(context, id);
    const record = draft.get('leads', id);
    if (!record || view.verdict === '' || view.verdict === check.verdict) continue;
    const attention = `Conflict check changed from ${view.verdict} to ${check.verdict} on ${today}.`;
    draft.put('leads', { ...record, view: { ...record.view, attention } });
  }
}

/**
 * Refuses a change or judgement after which registrations of different partners, both holding today, would be one
 * customer, directly or through others. Programme rules, section 3.
 */
export function guardHolders(context: Context, problems: Problems, field: string): void {
  const after = findDoubleHolders(context.customers.prepared());
  if (after.length === 0) return;
  const before = new Set(
    findDoubleHolders(new CustomerDesk(context.before, context.today, context.nameBook).prepared()).map(
      ({ left, right }) => `${left} ${right}`,
    ),
  );
  for (const { left, right, why } of after) {
    if (before.has(`${left} ${right}`)) continue;
    problems.add(
      'held',
      field,
      `${left} and ${right} belong to different partners, both hold their customer today, and this would make them one customer: ${why}. Release one of them first.`,
    );
  }
}
