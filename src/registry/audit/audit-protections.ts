import { heads } from '../commands/heads.ts';
import { idText } from '../rows/table-image.ts';
import { listProtections, type TabProtection } from '../schema/protections.ts';
import { JOURNAL_TAB, NAMES_TAB, STATE_TAB, tabKindOf } from '../schema/schema.ts';
import { FINANCE_TAB } from '../schema/tabs/finance.ts';
import type { RecordsView } from '../state/records-view.ts';
import { cellName, columnLetters } from './cell-name.ts';
import type { AuditNotes } from './finding.ts';
import type { Area, ProtectionRead, WorkbookRead } from './workbook-read.ts';

/** Which tabs are no tables. */
const OTHERS: readonly string[] = [FINANCE_TAB.name, JOURNAL_TAB.name, STATE_TAB.name, NAMES_TAB.name];

/**
 * Settings and Team are closed to everybody but programme heads and the owner of the file, apart from the columns of one's
 * own absence; every other tab warns whoever types into what the registry keeps. Programme rules, section 8.
 */
export function auditProtections(read: WorkbookRead, records: RecordsView, notes: AuditNotes): void {
  const admitted = heads(records.list('team').map(({ member }) => member));
  for (const plan of listProtections()) {
    // A table that is missing has been told, and the book of names makes itself anew.
    if (!read.tabs.includes(plan.tab)) continue;
    notes.looked('protections', 1);
    const all = read.protections.get(plan.tab) ?? [];
    const whole = all.find(({ area }) => area === null);
    if (whole === undefined) tell(notes, plan.tab, 'none', expectedOf(plan));
    else {
      if (plan.protection === 'hard') auditClosed(plan.tab, whole, { read, heads: admitted, notes });
      else if (!whole.warningOnly) {
        tell(
          notes,
          plan.tab,
          'closed to those who are not named',
          `${expectedOf(plan)}: commands of others cannot write it`,
        );
      }
      auditOpenColumns(plan, whole, read, notes);
    }
    for (const other of all) if (other !== whole && !other.warningOnly) tellStranger(plan.tab, other, notes);
  }
}

function expectedOf({ protection }: TabProtection): string {
  return protection === 'hard' ? 'programme heads alone may edit it' : 'a warning to whoever types into it';
}

function auditClosed(
  tab: string,
  { warningOnly, editors, domainEdits }: ProtectionRead,
  {
    read,
    heads: admitted,
    notes,
  }: {
    readonly read: WorkbookRead;
    readonly heads: readonly string[];
    readonly notes: AuditNotes;
  },
): void {
  if (warningOnly) {
    tell(notes, tab, 'a warning alone', 'programme heads alone may edit it');
    return;
  }
  if (domainEdits) tell(notes, tab, 'everybody of the domain may edit it', 'programme heads alone may');
  if (editors === null) {
    notes.missed(
      `Who may edit the tab ${tab}: Google tells it only to those who may. Run this as a programme head.`,
    );
    return;
  }
  const found = new Set(editors.map((editor) => editor.toLowerCase()));
  for (const editor of found) {
    if (admitted.some((head) => head === editor) || editor === read.owner) continue;
    const unless = read.owner === null ? ' (or the owner of the file, who is not known here)' : '';
    tell(notes, tab, `${editor} may edit it`, `programme heads alone may${unless}`);
  }
  for (const head of admitted) {
    if (!found.has(head)) tell(notes, tab, `${head} may not edit it`, 'every programme head may');
  }
}

/** By columns: rows that came later are as open as those that were there. */
function auditOpenColumns(
  { tab, openHeaders }: TabProtection,
  { open }: ProtectionRead,
  { tables }: WorkbookRead,
  notes: AuditNotes,
): void {
  const kind = tabKindOf(tab);
  const columns = kind === null ? undefined : tables.get(kind)?.layout.columns;
  if (columns === undefined && !OTHERS.includes(tab)) return;
  const headerAt = new Map([...(columns ?? [])].map(([position, { header }]) => [position + 1, header]));
  const isOpen = new Set(open.flatMap(columnsOf));
  for (const column of isOpen) {
    const header = idText(headerAt.get(column));
    if (openHeaders.includes(header)) continue;
    // People's own columns are nobody's concern, but not on a tab that is closed.
    tellColumn(tab, column, header, { found: 'open to everybody', expected: 'closed', notes });
  }
  for (const [column, header] of headerAt) {
    if (!openHeaders.includes(header) || isOpen.has(column)) continue;
    tellColumn(tab, column, header, { found: 'closed', expected: 'open to everybody', notes });
  }
}

function columnsOf({ column, columns }: Area): readonly number[] {
  return Array.from({ length: columns }, (_, i) => column + i);
}

function tellColumn(
  tab: string,
  column: number,
  header: string,
  {
    found,
    expected,
    notes,
  }: { readonly found: string; readonly expected: string; readonly notes: AuditNotes },
): void {
  const letters = columnLetters(column);
  notes.find('protections', {
    tab,
    cell: `${letters}:${letters}`,
    column: header === '' ? 'a column of nobody’s' : header,
    found,
    expected,
    section: '8',
  });
}

function tellStranger(tab: string, { area }: ProtectionRead, notes: AuditNotes): void {
  const cell =
    area === null
      ? ''
      : `${cellName(area.row, area.column)}:${cellName(area.row + area.rows - 1, area.column + area.columns - 1)}`;
  notes.find('protections', {
    tab,
    cell,
    column: 'Protection',
    found: 'closed to those who are not named',
    expected: 'no other protection: commands of others cannot write there',
    section: '8',
  });
}

function tell(notes: AuditNotes, tab: string, found: string, expected: string): void {
  notes.find('protections', { tab, column: 'Protection', found, expected, section: '8' });
}
