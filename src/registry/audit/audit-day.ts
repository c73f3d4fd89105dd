import { addDays } from '../../core/calendar/add-days.ts';
import type { Instant, PlainDate } from '../../core/calendar/dates.ts';
import { formatInstant } from '../../core/calendar/format-instant.ts';
import { instantToEpochMs } from '../../core/calendar/instant-to-epoch-ms.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';

/** The hour by which the day's work is done. Programme rules, section 6. */
const WORK_DONE_BY = 6;
const DAY_MS = 86_400_000;

/** The moments by which what follows the calendar may have been decided, the latest first. */
export interface AuditDay {
  readonly today: PlainDate;
  readonly moments: readonly Instant[];
  /** The earliest day on which a report of today may have been written. */
  readonly reportSince: PlainDate;
}

/** Until the day's work is done, what it changes may stand as on the day before. */
export function auditDay(now: Instant, timeZone: string): AuditDay {
  const today = toPlainDate(now, timeZone);
  const hour = Number(formatInstant(now, timeZone).slice(11, 13));
  const before = toInstant(instantToEpochMs(now) - DAY_MS);
  return {
    today,
    moments: hour < WORK_DONE_BY ? [now, before] : [now],
    reportSince: addDays(today, -1),
  };
}
