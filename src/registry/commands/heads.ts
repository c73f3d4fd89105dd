import type { Email } from '../../core/model/ids.ts';
import type { Role, TeamMember } from '../../core/model/team.ts';

/** The active people of a role. */
export function peopleOf(team: readonly TeamMember[], role: Role): readonly Email[] {
  return team.filter((member) => member.role === role && member.active).map((member) => member.person);
}

/** The active programme heads. */
export function heads(team: readonly TeamMember[]): readonly Email[] {
  return peopleOf(team, 'head');
}
