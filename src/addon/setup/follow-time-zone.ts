import { runsAsOwner } from '../door/owner.ts';
import type { Services } from '../services/services.ts';
import { clockFollows, repairTriggers } from './repair-triggers.ts';
import { openFindings } from './set-up-report.ts';

/**
 * Lets the clock's triggers strike in this time zone. Triggers cannot be changed, so they are made anew; where they
 * already follow it, or where this runs as anyone but their owner, nothing happens.
 */
export function followTimeZone(services: Services, timeZone: string): void {
  if (clockFollows(services, timeZone) || !runsAsOwner(services)) return;
  repairTriggers(services, timeZone, openFindings());
}
