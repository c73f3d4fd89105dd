import { recordMovements } from '../../core/commission/record-movements.ts';
import type { CommissionLine, Movement } from '../../core/model/commission-line.ts';
import { formatMoney } from '../../core/money/format-money.ts';
import { sameJson } from '../state/same-json.ts';
import { changesOf, type EntryThen } from './entry-then.ts';
import type { AuditNotes } from './finding.ts';
import { journalCell } from './read-journal-rows.ts';

/** What of a line shows in statements and in no column. */
export const STATEMENT = 'Statement';

/**
 * What is owed on a line moves on the day on which the registry recorded it, by the difference that the entry made: that
 * is what statements are made of. Programme rules, section 5.8.
 */
export function auditMovements(then: EntryThen, notes: AuditNotes): void {
  for (const { id, before, after } of changesOf(then, 'commissions')) {
    // Lines of earlier versions have no movements, and say by themselves how they came about.
    if (after.line.movements === undefined) continue;
    const { movements = [] } = recordMovements<CommissionLine>(before?.line ?? null, after.line, then.today);
    if (sameJson(movements, after.line.movements)) continue;
    notes.find('history', {
      ...journalCell(then.placed.line, 'Changes'),
      id,
      column: STATEMENT,
      found: describe(after.line.movements),
      expected: describe(movements),
      section: '5.8',
      note: `In entry ${then.placed.entry.entry}.`,
    });
  }
}

function describe(movements: readonly Movement[]): string {
  if (movements.length === 0) return 'nothing owed';
  return movements
    .map(({ on, kind, partner, amount }) => `${on} ${kind} ${formatMoney(amount)} ${partner}`)
    .join('; ');
}
