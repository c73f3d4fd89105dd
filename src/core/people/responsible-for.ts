import type { PlainDate } from '../calendar/dates.ts';
import type { Email } from '../model/ids.ts';
import type { TeamMember } from '../model/team.ts';
import { findMember } from './find-member.ts';
import { isAvailable, mayManage } from './is-available.ts';

/**
 * To whom the partner's requests go on that day: its assigned manager; where that one is away, inactive or no
 * manager any more, the cover they named; where there is none who could act, the programme head. Never nowhere: of
 * several heads one who is not away, then the first by address, and without any active head the assigned address
 * after all. Programme rules, section 6.
 */
export function responsibleFor(
  partner: { readonly manager: Email },
  team: readonly TeamMember[],
  today: PlainDate,
): Email {
  const manager = findMember(partner.manager, team);
  if (manager !== null && mayManage(manager) && isAvailable(manager, today)) return manager.person;
  const cover = manager?.away == null ? null : findMember(manager.away.cover, team);
  if (cover !== null && mayManage(cover) && isAvailable(cover, today)) return cover.person;
  return findHead(team, today)?.person ?? partner.manager;
}

/** The active programme head to turn to: one who is not away before one who is, then by address; null without one. */
export function findHead(team: readonly TeamMember[], today: PlainDate): TeamMember | null {
  const heads = team
    .filter(({ role, active }) => role === 'head' && active)
    .sort((a, b) => (a.person < b.person ? -1 : 1));
  return heads.find((head) => isAvailable(head, today)) ?? heads[0] ?? null;
}
