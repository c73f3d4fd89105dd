import type { PartnerId } from '../../../core/model/ids.ts';
import type { Context } from '../context.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Brings a partner's leads and commission lines in line with its name and status. */
export function refreshPartner(context: Context, partner: PartnerId): void {
  const leads = context.draft.list('leads').filter(({ registration }) => registration.partner === partner);
  refreshLeads(
    context,
    leads.map(({ id }) => id),
  );
}
