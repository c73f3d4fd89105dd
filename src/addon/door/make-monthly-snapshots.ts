import { monthOf } from '../../core/calendar/month-of.ts';
import { previousMonth } from '../../core/calendar/previous-month.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { listPartnersWithoutSnapshot } from '../../registry/commands/snapshots/monthly-snapshot.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { runSystemCommand } from './door.ts';
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
  let made = 0;
  for (const partner of listPartnersWithoutSnapshot(state, month, timeZone)) {
    if (!hasTime(services)) return { made, left: true };
    const answer = runSystemCommand(services, 'monthlySnapshot', { partner, month });
    if (answer.ok) made += 1;
    else if (answer.code === 'busy') return { made, left: true };
    else
      services.tools.log(
        `No snapshot for ${partner}: ${answer.issues.map(({ message }) => message).join(' ')}`,
      );
  }
  return { made, left: false };
}
