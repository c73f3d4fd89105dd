import * as v from 'valibot';
import { openDisputeOf } from '../../../core/commission/line-status.ts';
import { type CommissionLine, DISPUTE_OUTCOMES, type Dispute } from '../../../core/model/commission-line.ts';
import type { Email } from '../../../core/model/ids.ts';
import { isApproved } from '../../../core/registration/is-approved.ts';
import type { CommissionRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import { actorEmail, type Context } from '../context.ts';
import { choice, text } from '../fields.ts';
import { findCommission, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Keeps a partner's objection to a line; until it is decided, the line is on hold. */
export const openDispute = command({
  name: 'openDispute',
  schema: () =>
    v.strictObject({ commission: text('The commission line'), claim: text('The claim', 'reason') }),
  find: (raw, context, problems) => {
    const found = findCommission(raw, context, problems);
    const lead = found && context.draft.get('leads', found.line.lead);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ found }, _context, problems) => {
    const open = found && openDisputeOf(found.line);
    if (open) {
      problems.add(
        'illegal-state',
        'commission',
        `${found.id} is disputed since ${open.openedOn} already: ${open.claim}. Decide that first.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    const by = actorEmail(context.actor) as Email;
    if (!found || problems.any) return {};
    const dispute: Dispute = { claim: input.claim, openedBy: by, openedOn: context.today, decision: null };
    putDisputes(found, [...(found.line.disputes ?? []), dispute], context);
    return { id: found.id, reason: input.claim };
  },
});

/** Decides a partner's objection, with a reason that stays; never by who approved the lead. The hold ends with it. */
export const decideDispute = command({
  name: 'decideDispute',
  schema: () =>
    v.strictObject({
      commission: text('The commission line'),
      outcome: choice('The outcome', DISPUTE_OUTCOMES),
      reason: text('The reason', 'reason'),
    }),
  find: (raw, context, problems) => ({ found: findCommission(raw, context, problems) }),
  forbids: ({ found }, context) => {
    const registration = found && context.draft.get('leads', found.line.lead)?.registration;
    if (!registration || !isApproved(registration)) return null;
    return registration.approval.approvedBy === actorEmail(context.actor)
      ? `You approved ${registration.id}: a dispute about its commission is decided by somebody else of finance, or another programme head.`
      : null;
  },
  check: ({ found }, _context, problems) => {
    if (found && openDisputeOf(found.line) === null) {
      problems.add('illegal-state', 'commission', `${found.id} has no dispute that is to be decided.`);
    }
  },
  decide: (input, { found }, context, problems) => {
    const by = actorEmail(context.actor) as Email;
    if (!found || problems.any) return {};
    const decision = { outcome: input.outcome, reason: input.reason, by, on: context.today };
    for (const record of listDisputedWith(found, context)) {
      const disputes = (record.line.disputes ?? []).map((dispute) =>
        dispute.decision === null ? { ...dispute, decision } : dispute,
      );
      putDisputes(record, disputes, context);
    }
    return { id: found.id, reason: `${input.outcome}: ${input.reason}` };
  },
});

/** The line and, where its payment was voided, the line that owes the amount again and is held by the same claim. */
function listDisputedWith(found: CommissionRecord, { draft }: Context): readonly CommissionRecord[] {
  const dispute = openDisputeOf(found.line);
  const isRelated = ({ id, line }: CommissionRecord): boolean =>
    line.voiding?.line === found.id || found.line.voiding?.line === id;
  const related = draft.list('commissions').filter((record) => {
    const other = isRelated(record) ? openDisputeOf(record.line) : null;
    return other !== null && other.claim === dispute?.claim && other.openedOn === dispute.openedOn;
  });
  return [found, ...related];
}

function putDisputes(found: CommissionRecord, disputes: readonly Dispute[], context: Context): void {
  const line: CommissionLine = { ...found.line, disputes };
  context.draft.put('commissions', { ...found, line });
  refreshLeads(context, [line.lead]);
}
