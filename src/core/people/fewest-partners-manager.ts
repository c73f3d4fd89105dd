import type { Email } from '../model/ids.ts';
import type { Partner } from '../model/partner.ts';
import type { TeamMember } from '../model/team.ts';

/**
 * The active alliance manager with the fewest active partners, ties by address; null without one. Absence is no
 * reason to pass somebody over: an assignment outlives it. Programme rules, section 7.
 */
export function fewestPartnersManager(
  team: readonly TeamMember[],
  partners: readonly Partner[],
): Email | null {
  const load = new Map<Email, number>();
  for (const { person, role, active } of team) {
    if (role === 'manager' && active) load.set(person, 0);
  }
  for (const partner of partners) {
    if (partner.status !== 'Active') continue;
    const count = load.get(partner.manager);
    if (count !== undefined) load.set(partner.manager, count + 1);
  }
  const [best] = [...load].sort(([a, countA], [b, countB]) => countA - countB || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
