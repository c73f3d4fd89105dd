import type { Kind, RecordTypes } from '../records.ts';

/** What hangs on what, kept up while the journal is played. */
type Hung = 'introductions' | 'deals' | 'receipts' | 'commissions';

/** Which records are recorded under which lead; receipts under their deal. */
export class LeadIndex {
  readonly #children = new Map<Hung, Map<string, Set<string>>>();
  readonly #parents = new Map<string, string>();

  /** Notes where a record hangs now. */
  put(kind: Kind, record: RecordTypes[Kind]): void {
    const hung = parentOf(kind, record);
    if (hung === null) return;
    const key = `${hung.kind} ${record.id}`;
    const before = this.#parents.get(key);
    if (before === hung.parent) return;
    if (before !== undefined) this.#childrenOf(hung.kind, before).delete(record.id);
    this.#childrenOf(hung.kind, hung.parent).add(record.id);
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

function parentOf(
  kind: Kind,
  record: RecordTypes[Kind],
): { readonly kind: Hung; readonly parent: string } | null {
  const of = <K extends Kind>(_kind: K) => record as RecordTypes[K];
  switch (kind) {
    case 'introductions':
      return { kind, parent: of(kind).introduction.lead };
    case 'deals':
      return { kind, parent: of(kind).deal.lead };
    case 'receipts':
      return { kind, parent: of(kind).receipt.deal };
    case 'commissions':
      return { kind, parent: of(kind).line.lead };
    default:
      return null;
  }
}
