import { decisionTarget } from '../../core/calendar/decision-target.ts';
import type { LeadId } from '../../core/model/ids.ts';
import { reviewRequest } from '../mail/lead-messages.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { PartnerRecord } from '../records.ts';
import type { Context } from './context.ts';
import { heads } from './heads.ts';
import { responsibleManager } from './responsible-manager.ts';

/** Tells the manager and the fallback, the programme head, that a request waits. Programme rules, section 6. */
export function tellOfReview(context: Context, lead: LeadId, partner: PartnerRecord): void {
  const record = context.draft.get('leads', lead);
  if (!record) return;
  const { registration, view } = record;
  const manager = responsibleManager(context, partner);
  const decideBy = decisionTarget(registration.registeredAt, context.settings);
  const about = { lead: registration, partnerName: partner.partner.name };
  const { registry } = context.links;
  queueMail(
    context,
    reviewRequest(
      [manager, ...heads(context.team)],
      about,
      decideBy,
      view.verdict,
      view.conflictEvidence,
      registry,
    ),
  );
}
