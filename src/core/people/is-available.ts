import type { PlainDate } from '../calendar/dates.ts';
import type { TeamMember } from '../model/team.ts';

/** Whether the member is away on that day; both ends of the absence count. Programme rules, section 6. */
export function isAway(member: TeamMember, today: PlainDate): boolean {
  return member.away !== null && member.away.from <= today && today <= member.away.until;
}

/** Whether the member can be given work on that day: active and not away. */
export function isAvailable(member: TeamMember, today: PlainDate): boolean {
  return member.active && !isAway(member, today);
}

/** Whether the member may decide on registrations at all: managers do, and the programme head may everything. */
export function mayManage(member: TeamMember): boolean {
  return member.role === 'manager' || member.role === 'head';
}
