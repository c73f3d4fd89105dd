import { addMonths } from '../../core/calendar/add-months.ts';
import { isApproved } from '../../core/registration/is-approved.ts';
import { releaseDateOf } from '../../core/registration/window-ends-on.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { AuditNotes } from './finding.ts';
import type { Places } from './places.ts';

/** Every window is as long as its terms say, and a release lies inside it. Programme rules, sections 2.4 and 2.8. */
export function auditWindows(records: RecordsView, places: Places, notes: AuditNotes): void {
  for (const { id, registration } of records.list('leads')) {
    if (!isApproved(registration)) continue;
    notes.looked('windows', 1);
    const { approvedOn, activeUntil, terms } = registration.approval;
    const expected = addMonths(approvedOn, terms.windowMonths);
    if (activeUntil !== expected) {
      notes.find('windows', {
        ...places.of('leads', id, 'activeUntil'),
        found: activeUntil,
        expected: `${expected}, ${terms.windowMonths} months after ${approvedOn}`,
        section: '2.4',
      });
    }
    const releasedOn = releaseDateOf(registration);
    if (releasedOn !== null && (releasedOn < approvedOn || releasedOn > activeUntil)) {
      notes.find('windows', {
        ...places.of('leads', id, 'status'),
        found: `released on ${releasedOn}`,
        expected: `a day from ${approvedOn} to ${activeUntil}`,
        section: '2.8',
      });
    }
  }
}
