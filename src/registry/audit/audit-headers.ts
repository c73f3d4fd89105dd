import { idText } from '../rows/table-image.ts';
import { JOURNAL_TAB, STATE_TAB } from '../schema/schema.ts';
import type { AuditNotes } from './finding.ts';
import type { Rows, WorkbookRead } from './workbook-read.ts';

/** The registry's own books have the columns that they are declared with; without them their columns are taken by place. */
export function auditHeaders({ journal, state }: WorkbookRead, notes: AuditNotes): void {
  auditBook(JOURNAL_TAB, journal, notes);
  auditBook(STATE_TAB, state, notes);
}

function auditBook(
  { name, headers }: { readonly name: string; readonly headers: readonly string[] },
  [found = []]: Rows,
  notes: AuditNotes,
): void {
  const known = new Set(found.map(idText));
  for (const header of headers) {
    if (known.has(header)) continue;
    notes.find('books', { tab: name, column: header, found: 'no such column', expected: 'a column' });
  }
}
