import type { DealId, LeadId } from '../../core/model/ids.ts';
import type { AccountRecord, PartnerRecord } from '../records.ts';
import type { Bundle } from './bundle.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import type { SmallWorld } from './small-world.ts';

/** The records of a bundle, and what its rows have become so far. */
export interface BundleWorld {
  readonly world: SmallWorld;
  readonly partners: readonly PartnerRecord[];
  /** The record of a lead's or deal's row. */
  readonly leadOf: Map<ImportRow, LeadId>;
  readonly dealOf: Map<ImportRow, DealId>;
}

/** Takes out of the registry what the bundle is decided on. A partner that is suspended today was not then. */
export function openBundleWorld(desk: ImportDesk, bundle: Bundle): BundleWorld {
  const world = desk.openWorld();
  const partners = new Map<string, PartnerRecord>();
  for (const { partner } of bundle.plans) partners.set(partner.id, partner);
  for (const id of bundle.there) {
    takeLead(desk, world, id);
    const lead = desk.records.get('leads', id);
    const partner = lead && desk.records.get('partners', lead.registration.partner);
    if (partner) partners.set(partner.id, partner);
  }
  for (const partner of partners.values()) world.take('partners', asActive(partner));
  return { world, partners: [...partners.values()], leadOf: new Map(), dealOf: new Map() };
}

function asActive(record: PartnerRecord): PartnerRecord {
  if (record.partner.status !== 'Suspended') return record;
  const { reason: _, ...partner } = record.partner;
  return { ...record, partner: { ...partner, status: 'Active' } };
}

function takeLead({ records, factsOf, accountsOf }: ImportDesk, world: SmallWorld, id: LeadId): void {
  const lead = records.get('leads', id);
  if (lead) world.take('leads', lead);
  const { introductions, deals, receipts, lines } = factsOf(id);
  for (const one of introductions) takeOne('introductions', one.id);
  for (const one of deals) takeOne('deals', one.id);
  for (const one of receipts) takeOne('receipts', one.id);
  for (const one of lines) takeOne('commissions', one.id);
  for (const account of accountsOf(id)) world.take('accounts', account);

  function takeOne(kind: 'introductions' | 'deals' | 'receipts' | 'commissions', one: string): void {
    const record = records.get(kind, one);
    if (record) world.take(kind, record as never);
  }
}

/** The accounts that each lead has made. */
export function indexAccounts(
  accounts: readonly AccountRecord[],
): (lead: LeadId) => readonly AccountRecord[] {
  const byLead = new Map<LeadId, AccountRecord[]>();
  for (const record of accounts) {
    for (const lead of record.account.sources) {
      const known = byLead.get(lead);
      if (known) known.push(record);
      else byLead.set(lead, [record]);
    }
  }
  return (lead) => byLead.get(lead) ?? [];
}
