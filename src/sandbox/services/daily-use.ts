import type { DailyUse } from '../world-state.ts';

const DAY_MS = 86_400_000;

/**
 * Takes `amount` from a person's allowance of the day, which begins with the first use and lasts 24 hours;
 * false, and nothing taken, when it does not suffice. Source: apps-script/guides/services/quotas.
 */
export function spendDaily(
  uses: Record<string, DailyUse>,
  who: string,
  amount: number,
  allowance: number,
  now: number,
): boolean {
  const known = uses[who];
  const use = known === undefined || now - known.since >= DAY_MS ? { since: now, used: 0 } : known;
  if (use.used + amount > allowance) return false;
  uses[who] = { since: use.since, used: use.used + amount };
  return true;
}
