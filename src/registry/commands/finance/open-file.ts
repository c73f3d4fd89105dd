import type { CommissionLine } from '../../../core/model/commission-line.ts';
import type { Deal, Receipt } from '../../../core/model/deal.ts';
import type { CommissionRecord, LeadRecord, PartnerRecord } from '../../records.ts';
import type { Context } from '../context.ts';
import { gatherLeadFacts, type LeadFacts } from '../lead-facts.ts';

/** A commission line and the records that it follows from. */
export interface CommissionFile {
  readonly record: CommissionRecord;
  readonly lead: LeadRecord;
  readonly partner: PartnerRecord | undefined;
  readonly deal: Deal;
  /** Everything recorded under the lead. */
  readonly facts: LeadFacts;
  /** The receipts of the deal. */
  readonly receipts: readonly Receipt[];
  /** All lines of the deal. */
  readonly lines: readonly CommissionLine[];
}

/** Gathers what a commission line follows from; null where its lead or deal is gone, which never happens by command. */
export function openFile(record: CommissionRecord, { draft }: Context): CommissionFile | null {
  const lead = draft.get('leads', record.line.lead);
  const deal = draft.get('deals', record.line.deal)?.deal;
  if (!lead || !deal) return null;
  const facts = gatherLeadFacts(draft)(lead.id);
  return {
    record,
    lead,
    partner: draft.get('partners', record.line.partner),
    deal,
    facts,
    receipts: facts.receipts.filter((receipt) => receipt.deal === deal.id),
    lines: facts.lines.filter((line) => line.deal === deal.id),
  };
}
