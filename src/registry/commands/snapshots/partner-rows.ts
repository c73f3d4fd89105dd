import { movementsOf } from '../../../core/commission/record-movements.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import type { CommissionRecord, DealRecord, LeadRecord } from '../../records.ts';
import type { RecordsView } from '../../state/records-view.ts';

/** What a partner's snapshot is made of. */
export interface PartnerRows {
  readonly leads: readonly LeadRecord[];
  readonly deals: readonly DealRecord[];
  readonly commissions: readonly CommissionRecord[];
  /** Lines on which something was ever owed to the partner: those of its statement. */
  readonly statement: readonly CommissionRecord[];
}

/** What a partner has before anything is recorded of it. */
export const NO_ROWS: PartnerRows = { leads: [], deals: [], commissions: [], statement: [] };

interface Gathered {
  leads: LeadRecord[];
  deals: DealRecord[];
  commissions: CommissionRecord[];
  statement: CommissionRecord[];
}

/** Each partner's own rows, gathered in one pass over the records: a month is made of hundreds of partners. */
export function groupByPartner(records: RecordsView): (partner: PartnerId) => PartnerRows {
  const byPartner = new Map<PartnerId, Gathered>();
  const of = (partner: PartnerId) => {
    let rows = byPartner.get(partner);
    if (!rows) {
      rows = { leads: [], deals: [], commissions: [], statement: [] };
      byPartner.set(partner, rows);
    }
    return rows;
  };
  const partnerOfLead = new Map<string, PartnerId>();
  for (const lead of records.list('leads')) {
    partnerOfLead.set(lead.id, lead.registration.partner);
    of(lead.registration.partner).leads.push(lead);
  }
  for (const deal of records.list('deals')) {
    const partner = partnerOfLead.get(deal.deal.lead);
    if (partner !== undefined) of(partner).deals.push(deal);
  }
  for (const record of records.list('commissions')) {
    of(record.line.partner).commissions.push(record);
    for (const partner of new Set(movementsOf(record.line).map((movement) => movement.partner)))
      of(partner).statement.push(record);
  }
  return (partner) => byPartner.get(partner) ?? NO_ROWS;
}
