import type { Instant } from '../../core/calendar/dates.ts';
import { decisionTarget } from '../../core/calendar/decision-target.ts';
import type { LeadId } from '../../core/model/ids.ts';
import type { CustomerContact } from '../../core/model/registration.ts';
import { submit } from '../../core/registration/submit.ts';
import { acknowledgement } from '../mail/lead-messages.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { LeadRecord, PartnerRecord } from '../records.ts';
import type { Context } from './context.ts';
import { findPreviousLead } from './find-previous-lead.ts';
import { recordVerdict } from './record-verdict.ts';
import { EMPTY_VIEW, refreshLeads } from './refresh-leads.ts';
import { tellOfReview } from './tell-of-review.ts';

export interface Request {
  readonly customer: string;
  readonly website: string;
  readonly country: string;
  readonly contacts: readonly CustomerContact[];
  readonly note: string;
  readonly registeredAt: Instant;
  readonly previousLead: LeadId | null;
  readonly responses: readonly string[];
}

/**
 * Records a request as a registration, whatever the conflict check says, acknowledges it, and tells whoever reviews
 * it. Programme rules, sections 2 and 6.
 */
export function makeRegistration(context: Context, partner: PartnerRecord, request: Request): LeadId {
  const { draft } = context;
  const id = draft.nextId('leads') as LeadId;
  const { responses, ...facts } = request;
  const registration = submit({ id, partner: partner.id, objections: [], ...facts });
  const record: LeadRecord = { id, registration, view: EMPTY_VIEW, responses };
  draft.put('leads', record);
  context.customers.noteLead(id);
  if (registration.previousLead === null) {
    const previousLead = findPreviousLead(context, id);
    draft.put('leads', { ...record, registration: { ...registration, previousLead } });
  }
  recordVerdict(context, id);
  refreshLeads(context, [id]);
  const decideBy = decisionTarget(registration.registeredAt, context.settings);
  const about = { lead: registration, partnerName: partner.partner.name };
  queueMail(context, acknowledgement(partner.partner.contacts, about, decideBy));
  tellOfReview(context, id, partner);
  return id;
}
