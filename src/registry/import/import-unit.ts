import type { RecordChange } from '../state/draft.ts';
import type { ImportRow } from './import-row.ts';

/** What is written together or not at all: a partner, an account, or a customer's course with all that belongs to it. */
export interface ImportUnit {
  readonly rows: readonly ImportRow[];
  readonly changes: readonly RecordChange[];
  /** What the files call the leads and deals among the changes. */
  readonly leads: ReadonlyMap<string, string>;
  readonly deals: ReadonlyMap<string, string>;
}
