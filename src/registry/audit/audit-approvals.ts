import type { Approval } from '../../core/model/registration.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { termsOf } from '../../core/settings/terms-of.ts';
import type { LeadRecord } from '../records.ts';
import { sameJson } from '../state/same-json.ts';
import { changesOf, type EntryThen } from './entry-then.ts';
import type { AuditNotes } from './finding.ts';
import { journalCell } from './read-journal-rows.ts';

/**
 * An approval carries the day of its entry, whoever acted and the terms in force then, and keeps day, window and terms for
 * its life. Programme rules, sections 2.3 and 2.4. The arithmetic of the window is looked at where the registration stands.
 */
export function auditApprovals(then: EntryThen, notes: AuditNotes): void {
  for (const { id, before, after } of changesOf(then, 'leads')) {
    const [was, is] = [approvalOf(before), approvalOf(after)];
    if (is === null) continue;
    if (was === null) auditNew(then, id, is, notes);
    else if (!sameJson(lasting(was), lasting(is))) {
      tell(then, id, notes, {
        column: 'Approval',
        found: describe(is),
        expected: `${describe(was)}, as it was approved`,
        section: '2.4',
      });
    }
  }
}

function auditNew(then: EntryThen, id: string, { approvedOn, terms }: Approval, notes: AuditNotes): void {
  if (approvedOn !== then.today) {
    tell(then, id, notes, {
      column: 'Approved on',
      found: approvedOn,
      expected: `${then.today}, the day of its approval`,
      section: '2.3',
    });
  }
  if (then.settings === null || sameJson(terms, termsOf(then.settings))) return;
  tell(then, id, notes, {
    column: 'Approval',
    found: JSON.stringify(terms),
    expected: `${JSON.stringify(termsOf(then.settings))}, the settings of that day`,
    section: '2',
  });
}

function tell(
  { placed: { entry, line } }: EntryThen,
  id: string,
  notes: AuditNotes,
  what: {
    readonly column: string;
    readonly found: string;
    readonly expected: string;
    readonly section: string;
  },
): void {
  notes.find('history', { ...journalCell(line, 'Changes'), id, note: `In entry ${entry.entry}.`, ...what });
}

function approvalOf(record: LeadRecord | null): Approval | null {
  return record !== null && isApproved(record.registration) ? record.registration.approval : null;
}

/** The sales account owner may change. */
function lasting({ salesOwner: _, ...rest }: Approval) {
  return rest;
}

function describe({ approvedOn, activeUntil, terms }: Approval): string {
  return `${approvedOn} to ${activeUntil} under ${JSON.stringify(terms)}`;
}
