import { type ConflictCheck, checkConflicts } from '../../core/conflict/check-conflicts.ts';
import { findDoubleHolders } from '../../core/conflict/find-double-holders.ts';
import type { LeadId } from '../../core/model/ids.ts';
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

/**
 * Checks again after a customer's name, website or contacts changed or two records were judged: the leads named
 * and every open request. A verdict that is new is kept and flagged to the manager. Programme rules, section 3.
 */
export function recheckVerdicts(context: Context, leads: readonly LeadId[]): void {
  const open = context.draft.list('leads').filter(({ registration }) => isOpen(registration));
  const ids = new Set<LeadId>([...leads, ...open.map(({ id }) => id)]);
  for (const id of ids) {
    const before = context.draft.get('leads', id)?.view.verdict ?? '';
    const check = recordVerdict(context, id);
    const record = context.draft.get('leads', id);
    if (!record || before === '' || before === check.verdict) continue;
    const attention = `Conflict check changed from ${before} to ${check.verdict} on ${context.today}.`;
    context.draft.put('leads', { ...record, view: { ...record.view, attention } });
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
    findDoubleHolders(new CustomerDesk(context.before, context.today).prepared()).map(({ left, right }) => `${left} ${right}`),
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
