import type { Kind, RecordTypes } from '../records.ts';

/** Kinds of record that hang on a lead, receipts on a deal. */
export type Hung = 'introductions' | 'deals' | 'receipts' | 'commissions';

/** Which records are recorded under which lead; receipts under their deal. */
export class LeadIndex {
  readonly #children = new Map<Hung, Map<string, Set<string>>>();
  readonly #parents = new Map<string, string>();

  /** Notes where a record hangs now. */
  put(kind: Kind, id: string, record: RecordTypes[Kind]): void {
    const hung = parentOf(kind, record);
    if (hung === null) return;
    const key = `${hung.kind} ${id}`;
    const before = this.#parents.get(key);
    if (before === hung.parent) return;
    if (before !== undefined) this.#childrenOf(hung.kind, before).delete(id);
    this.#childrenOf(hung.kind, hung.parent).add(id);
    this.#parents.set(key, hung.parent);
  }

  /** IDs of the records of a kind under a lead, or of receipts under a deal. */
  under(kind: Hung, parent: string): readonly string[] {
    return [...(this.#children.get(kind)?.get(parent) ?? [])];
  }

  #childrenOf(kind: Hung, parent: string): Set<string> {
    let parents = this.#children.get(kind);
    if (!parents) {
      parents = new Map();
      this.#children.set(kind, parents);
    }
    let children = parents.get(parent);
    if (!children) {
      children = new Set();
      parents.set(parent, children);
    }
    return children;
  }
}

/** Null also where what is left of a journal makes but a part of the record. */
function parentOf(
  kind: Kind,
  record: RecordTypes[Kind],
): { readonly kind: Hung; readonly parent: string } | null {
  const parts = record as Partial<RecordTypes[Hung]>;
  const parent = (kindOfHung: Hung, of: string | undefined) =>
    of === undefined ? null : { kind: kindOfHung, parent: of };
  switch (kind) {
    case 'introductions':
      return parent(kind, (parts as Partial<RecordTypes['introductions']>).introduction?.lead);
    case 'deals':
      return parent(kind, (parts as Partial<RecordTypes['deals']>).deal?.lead);
    case 'receipts':
      return parent(kind, (parts as Partial<RecordTypes['receipts']>).receipt?.deal);
    case 'commissions':
      return parent(kind, (parts as Partial<RecordTypes['commissions']>).line?.lead);
    default:
      return null;
  }
}
