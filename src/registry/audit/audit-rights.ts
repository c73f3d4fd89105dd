import type { Role } from '../../core/model/team.ts';
import { isCommandName, scopeOf } from '../../core/people/rights.ts';
import { actorName } from '../commands/context.ts';
import type { EntryThen } from './entry-then.ts';
import type { AuditNotes } from './finding.ts';
import { journalCell } from './read-journal-rows.ts';

const CLOCK = actorName({ kind: 'clock' });

/**
 * Whoever gave a command that was done was of the team then, and in a role that includes it; whose partner or lead it was
 * about is not asked. One that was refused changed nothing. Programme rules, section 8.
 */
export function auditRights(then: EntryThen, notes: AuditNotes): void {
  const { entry, line } = then.placed;
  const { command, actor, outcome } = entry;
  if (outcome !== 'Done') {
    auditRefused(then, notes);
    return;
  }
  if (actor === CLOCK || !isCommandName(command) || then.doubts('team', actor)) return;
  notes.looked('rights', 1);
  const role = roleThen(then, actor);
  if (scopeOf(command, role) !== null) return;
  notes.find('rights', {
    ...journalCell(line, 'Actor'),
    id: `entry ${entry.entry}`,
    column: 'Actor',
    found: `${actor}, ${role === null ? 'who was not of the team' : `whose role was ${role}`}`,
    expected: `a role that includes ${command}`,
    section: '8',
  });
}

/** A refused command is noted and does nothing. */
function auditRefused({ placed: { entry, line } }: EntryThen, notes: AuditNotes): void {
  notes.looked('rights', 1);
  const [first] = entry.changes;
  if (first === undefined && entry.effects.length === 0) return;
  notes.find('rights', {
    ...journalCell(line, 'Outcome'),
    id: `entry ${entry.entry}`,
    column: 'Outcome',
    found: `a refused command that changes ${first?.r ?? 'something outside the tables'}`,
    expected: 'no change',
  });
}

/** The actor's role before the entry, which may have changed it; null for who was not of the team, or no more. */
function roleThen({ changes, records }: EntryThen, actor: string): Role | null {
  const change = changes.find(({ kind, id }) => kind === 'team' && id === actor);
  const record = change === undefined ? records.get('team', actor) : change.before;
  if (record === undefined || record === null || !('member' in record)) return null;
  return record.member.active ? record.member.role : null;
}
