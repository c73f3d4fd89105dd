import type { DealId, LeadId } from '../../core/model/ids.ts';
import { quoteText } from '../../core/text/quote-text.ts';
import type { LeadPlan } from './check-lead.ts';
import type { LeadGroup } from './group-leads.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportRow } from './import-row.ts';
import { foldReference } from './known-references.ts';
import type { LeadPlans } from './plan-leads.ts';
import type { RowsByKind } from './read-rows.ts';

/** What a row belongs to: a row of the files, or a record that is there. */
export type Owner<Id> = { readonly row: ImportRow } | { readonly id: Id };

/** A row with the lead or deal that it belongs to. */
export interface Owned<Id> {
  readonly row: ImportRow;
  readonly owner: Owner<Id>;
}

/** Leads of one partner with one customer, and everything that the files have of them. */
export interface Bundle {
  readonly plans: readonly LeadPlan[];
  /** Leads of the registry that belong to it. */
  readonly there: ReadonlySet<LeadId>;
  readonly introductions: readonly Owned<LeadId>[];
  readonly deals: readonly Owned<LeadId>[];
  /** Credits, receipts and payments. */
  readonly ofDeals: readonly Owned<DealId>[];
}

interface OpenBundle {
  readonly plans: LeadPlan[];
  readonly there: Set<LeadId>;
  readonly introductions: Owned<LeadId>[];
  readonly deals: Owned<LeadId>[];
  readonly ofDeals: Owned<DealId>[];
}

/** Puts every row to the leads that it belongs to; a row that belongs to none is refused. */
export function assembleBundles(
  desk: ImportDesk,
  leads: LeadPlans,
  groups: readonly LeadGroup[],
  rows: RowsByKind,
): readonly Bundle[] {
  return new Assembly(desk, leads, groups).assemble(rows);
}

/** The deal of a row of the registry, by the reference of an earlier import or by its ID. */
function findDealThere(desk: ImportDesk, reference: string): DealId | undefined {
  const named = desk.references.deals.get(foldReference(reference)) ?? reference.trim().toUpperCase();
  return desk.records.get('deals', named)?.id;
}

class Assembly {
  readonly #desk: ImportDesk;
  readonly #leads: LeadPlans;
  readonly #bundles = new Set<OpenBundle>();
  readonly #ofRow = new Map<ImportRow, OpenBundle>();
  readonly #ofLead = new Map<LeadId, OpenBundle>();
  readonly #dealRows = new Map<string, Owned<LeadId>>();

  constructor(desk: ImportDesk, leads: LeadPlans, groups: readonly LeadGroup[]) {
    this.#desk = desk;
    this.#leads = leads;
    for (const { plans, there } of groups) {
      const bundle = this.#open();
      for (const plan of plans) {
        bundle.plans.push(plan);
        this.#ofRow.set(plan.row, bundle);
      }
      for (const id of there) this.#join(bundle, id);
    }
    for (const { row } of leads.plans) this.#joinPrevious(row);
  }

  assemble(rows: RowsByKind): readonly Bundle[] {
    for (const row of rows.introductions) {
      const owner = this.#findLead(row);
      if (owner) this.#bundleOf(owner)?.introductions.push({ row, owner });
    }
    for (const row of rows.deals) this.#putDeal(row);
    for (const row of [...rows.credits, ...rows.receipts, ...rows.payments]) this.#putOfDeal(row);
    return [...this.#bundles];
  }

  #open(): OpenBundle {
    const bundle = { plans: [], there: new Set<LeadId>(), introductions: [], deals: [], ofDeals: [] };
    this.#bundles.add(bundle);
    return bundle;
  }

  /** A lead of the registry belongs to one bundle: two that share it become one. */
  #join(bundle: OpenBundle, id: LeadId): OpenBundle {
    const known = this.#ofLead.get(id);
    if (known === bundle) return bundle;
    if (known === undefined) {
      bundle.there.add(id);
      this.#ofLead.set(id, bundle);
      return bundle;
    }
    return this.#merge(known, bundle);
  }

  #merge(into: OpenBundle, other: OpenBundle): OpenBundle {
    if (into === other) return into;
    for (const plan of other.plans) {
      into.plans.push(plan);
      this.#ofRow.set(plan.row, into);
    }
    for (const id of other.there) {
      into.there.add(id);
      this.#ofLead.set(id, into);
    }
    into.plans.sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1));
    this.#bundles.delete(other);
    return into;
  }

  #joinPrevious(row: ImportRow): void {
    const named = row.get('previousLead');
    const bundle = this.#ofRow.get(row);
    if (named === '' || bundle === undefined) return;
    const owner = this.#findOwner(named);
    if (owner === null) {
      row.refuse('previousLead', describeNoLead(named));
    } else if ('id' in owner) this.#join(bundle, owner.id);
    else if (owner.row.isRefused)
      row.refuse('previousLead', `Its previous lead, ${owner.row.name}, is refused.`);
    else {
      const other = this.#ofRow.get(owner.row);
      if (other) this.#merge(other, bundle);
    }
  }

  #findOwner(named: string): Owner<LeadId> | null {
    const reference = foldReference(named);
    const there = this.#leads.there.get(reference);
    if (there !== undefined) return { id: there };
    const row = this.#leads.rows.get(reference);
    if (row !== undefined) return { row };
    const known = this.#desk.references.leads.get(reference) ?? named.trim().toUpperCase();
    const lead = this.#desk.records.get('leads', known);
    return lead === undefined ? null : { id: lead.id };
  }

  #findLead(row: ImportRow): Owner<LeadId> | null {
    const named = row.get('lead');
    if (named === '') return null;
    const owner = this.#findOwner(named);
    if (owner === null) row.refuse('lead', describeNoLead(named));
    return owner;
  }

  /** The bundle of a lead; null where its row was refused before. */
  #bundleOf(owner: Owner<LeadId>): OpenBundle | null {
    if ('row' in owner) return this.#ofRow.get(owner.row) ?? this.#bundleOfRefused(owner.row);
    return this.#ofLead.get(owner.id) ?? this.#join(this.#open(), owner.id);
  }

  /** Rows of a refused lead are looked at all the same, so that everything that is wrong is said at once. */
  #bundleOfRefused(row: ImportRow): OpenBundle {
    const bundle = this.#open();
    this.#ofRow.set(row, bundle);
    return bundle;
  }

  #putDeal(row: ImportRow): void {
    const reference = foldReference(row.get('reference'));
    const first = this.#dealRows.get(reference);
    const owner = this.#findLead(row);
    if (reference !== '' && first) {
      row.refuse('reference', `${first.row.name} has the same reference: give each deal one of its own.`);
    } else if (owner) this.#dealRows.set(reference, { row, owner });
    if (owner) this.#bundleOf(owner)?.deals.push({ row, owner });
    const there = this.#desk.references.deals.get(reference);
    if (there !== undefined && !row.isRefused) row.found(there);
  }

  #putOfDeal(row: ImportRow): void {
    const named = row.get('deal');
    if (named === '') return;
    const deal = this.#dealRows.get(foldReference(named));
    if (deal !== undefined) {
      this.#bundleOf(deal.owner)?.ofDeals.push({ row, owner: { row: deal.row } });
      return;
    }
    const id = findDealThere(this.#desk, named);
    const lead = id && this.#desk.records.get('deals', id)?.deal.lead;
    if (id === undefined || lead === undefined) {
      row.refuse('deal', `There is no deal ${quoteText(named)}, neither in these files nor in the registry.`);
      return;
    }
    this.#bundleOf({ id: lead })?.ofDeals.push({ row, owner: { id } });
  }
}

function describeNoLead(named: string): string {
  return `There is no lead ${quoteText(named)}, neither in these files nor in the registry.`;
}
