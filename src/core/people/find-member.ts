import type { Email } from '../model/ids.ts';
import type { Role, TeamMember } from '../model/team.ts';

/** The member with that address, active or not; null where nobody of the team has it. */
export function findMember(person: Email, team: readonly TeamMember[]): TeamMember | null {
  return team.find((member) => member.person === person) ?? null;
}

/** The role in which the person acts: that of an active member, null for everybody else. Programme rules, section 8. */
export function roleOf(person: Email, team: readonly TeamMember[]): Role | null {
  const member = findMember(person, team);
  return member?.active === true ? member.role : null;
}
