import { findCustomer } from '../../core/conflict/find-customer.ts';
import type { Deal } from '../../core/model/deal.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { isHeldOn } from '../../core/registration/is-held-on.ts';
import { windowEndsOn } from '../../core/registration/window-ends-on.ts';
import type { LeadRecord } from '../records.ts';
import type { Context } from './context.ts';

/**
 * A deal entered late on a registration that is over may show that it had earned although another partner's
 * registration of the customer became active in between. Both rows are then flagged for the managers; the earlier
 * registration earns. Programme rules, section 4: C1.
 */
export function flagLaterHolders(context: Context, deal: Deal): void {
  const lead = context.draft.get('leads', deal.lead);
  if (deal.status !== 'Signed' || !lead || !isApproved(lead.registration)) return;
  const { registration } = lead;
  if (!isHeldOn(registration, deal.signedOn) || context.today <= windowEndsOn(registration)) return;
  for (const id of findCustomer(context.customers.prepared(), lead.id).keys()) {
    const other = context.draft.get('leads', id);
    if (!other || other.registration.partner === registration.partner || !isApproved(other.registration))
      continue;
    if (other.registration.approval.approvedOn <= deal.signedOn) continue;
    flag(
      context,
      lead,
      `${deal.id} was signed on ${deal.signedOn}, before ${other.id} of another partner became active: ${lead.id} earns.`,
    );
    flag(
      context,
      other,
      `${deal.id} of this customer was signed on ${deal.signedOn} under the earlier ${lead.id}, which earns.`,
    );
  }
}

function flag(context: Context, { id }: LeadRecord, attention: string): void {
  const record = context.draft.get('leads', id);
  if (record) context.draft.put('leads', { ...record, view: { ...record.view, attention } });
}
