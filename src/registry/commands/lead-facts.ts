import type { CommissionLine } from '../../core/model/commission-line.ts';
import type { Deal, Receipt } from '../../core/model/deal.ts';
import type { Introduction } from '../../core/model/introduction.ts';
import type { RecordsView } from '../state/records-view.ts';

/** Everything recorded under one lead. */
export interface LeadFacts {
  readonly introductions: readonly Introduction[];
  readonly deals: readonly Deal[];
  readonly receipts: readonly Receipt[];
  readonly lines: readonly CommissionLine[];
}

const NONE: LeadFacts = { introductions: [], deals: [], receipts: [], lines: [] };

interface Gathered {
  introductions: Introduction[];
  deals: Deal[];
  receipts: Receipt[];
  lines: CommissionLine[];
}

/** What is recorded under each lead, gathered in one pass over the records. */
export function gatherLeadFacts(records: RecordsView): (lead: string) => LeadFacts {
  const byLead = new Map<string, Gathered>();
  const of = (lead: string) => {
    let facts = byLead.get(lead);
    if (!facts) {
      facts = { introductions: [], deals: [], receipts: [], lines: [] };
      byLead.set(lead, facts);
    }
    return facts;
  };
  const leadOfDeal = new Map<string, string>();
  for (const { introduction } of records.list('introductions'))
    of(introduction.lead).introductions.push(introduction);
  for (const { deal } of records.list('deals')) {
    leadOfDeal.set(deal.id, deal.lead);
    of(deal.lead).deals.push(deal);
  }
  for (const { receipt } of records.list('receipts')) {
    const lead = leadOfDeal.get(receipt.deal);
    if (lead !== undefined) of(lead).receipts.push(receipt);
  }
  for (const { line } of records.list('commissions')) of(line.lead).lines.push(line);
  return (lead) => byLead.get(lead) ?? NONE;
}
