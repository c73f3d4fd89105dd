import type { Month } from '../../core/calendar/dates.ts';
import { monthOf } from '../../core/calendar/month-of.ts';
import { previousMonth } from '../../core/calendar/previous-month.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import type { PartnerId } from '../../core/model/ids.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { listPartnersWithoutSnapshot } from '../../registry/commands/snapshots/monthly-snapshot.ts';
import type { JournalEntry } from '../../registry/journal/journal-entry.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { type Answer, BUSY } from './answer.ts';
import { readWholeJournal } from './archive/read-whole-journal.ts';
import { openBooks } from './commit-plan.ts';
import { passLocked, systemTask } from './door.ts';
import { hasTime } from './work-time.ts';

/** How many snapshots were made, and whether some are left because there was no time. */
export interface MadeSnapshots {
  readonly made: number;
  readonly left: boolean;
}

/** One snapshot for each active partner of the month that is over, none twice. Programme rules, section 6. */
export function makeMonthlySnapshots(services: Services, state: RecordsView): MadeSnapshots {
  const { timeZone } = readSettings(state);
  const month = previousMonth(monthOf(toPlainDate(toInstant(services.tools.startedAtMs), timeZone)));
  const make = snapshotMaker(services, month);
  let made = 0;
  for (const partner of listPartnersWithoutSnapshot(state, month, timeZone)) {
    if (!hasTime(services)) return { made, left: true };
    const answer = make(partner);
    if (answer.ok) made += 1;
    else if (answer.code === 'busy') return { made, left: true };
    else
      services.tools.log(
        `No snapshot for ${partner}: ${answer.issues.map(({ message }) => message).join(' ')}`,
      );
  }
  return { made, left: false };
}

/**
 * Makes one snapshot after the other and reads the journal, which each needs, again only where somebody else has written
 * to it: with years of it that is the greater part of the time.
 */
function snapshotMaker(services: Services, month: Month): (partner: PartnerId) => Answer {
  let known: { readonly journal: readonly JournalEntry[]; readonly applied: number } | null = null;
  const makeLocked = (partner: PartnerId): Answer => {
    const books = openBooks(services);
    const { applied } = books.state.mark;
    if (known?.applied !== applied) known = { journal: readWholeJournal(services, books, month), applied };
    const { journal } = known;
    const task = { ...systemTask('monthlySnapshot', { partner, month }), provided: { journal } };
    const answer = passLocked(services, task, books);
    // The registry's own entry adds a snapshot and its mail, nothing that a snapshot shows.
    known = { journal, applied: answer.ok && answer.id !== undefined ? applied + 1 : applied };
    return answer;
  };
  return (partner) => services.lock.alone(() => makeLocked(partner))?.value ?? BUSY;
}
