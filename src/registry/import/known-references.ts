import type { MemoRecord } from '../records.ts';
import type { RecordsView } from '../state/records-view.ts';

/** How the files of an import called leads and deals, and which records they have become. */
export interface References {
  readonly leads: { readonly [reference: string]: string };
  readonly deals: { readonly [reference: string]: string };
}

const PREFIX = 'import/';

/** The note that an entry of an import leaves of its references, so that importing again adds nothing. */
export function formatReferences(entry: number, references: References): MemoRecord {
  return { id: `${PREFIX}${entry}`, value: JSON.stringify(references) };
}

/** All references that imports have left, by how they are compared. */
export class KnownReferences {
  readonly leads = new Map<string, string>();
  readonly deals = new Map<string, string>();

  constructor(records: RecordsView) {
    for (const { id, value } of records.list('memos')) {
      if (!id.startsWith(PREFIX)) continue;
      const { leads, deals } = JSON.parse(value) as References;
      for (const [reference, lead] of Object.entries(leads)) this.leads.set(foldReference(reference), lead);
      for (const [reference, deal] of Object.entries(deals)) this.deals.set(foldReference(reference), deal);
    }
  }
}

/** References of the files are told apart without case and superfluous spacing. */
export function foldReference(reference: string): string {
  return reference.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
