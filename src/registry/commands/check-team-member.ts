import type { Email } from '../../core/model/ids.ts';
import type { Role, TeamMember } from '../../core/model/team.ts';
import type { Context } from './context.ts';
import type { Problems } from './problems.ts';

const ROLE_NAMES: Record<Role, string> = {
  head: 'programme head',
  manager: 'alliance manager',
  sales: 'sales account owner',
  finance: 'finance',
};

/** The active team member of one of these roles; otherwise says what is wrong with the person named. */
export function checkTeamMember(
  { team }: Context,
  problems: Problems,
  field: string,
  person: Email,
  roles: readonly Role[],
): TeamMember | null {
  const member = team.find((candidate) => candidate.person === person);
  const wanted = roles.map((role) => ROLE_NAMES[role]).join(' or ');
  if (!member) {
    problems.add('invalid', field, `${person} is not on the Team tab: name an active ${wanted}.`);
    return null;
  }
  if (!member.active || !roles.includes(member.role)) {
    const is = member.active ? `is ${ROLE_NAMES[member.role]}` : 'is no longer active';
    problems.add('invalid', field, `${person} ${is}: name an active ${wanted}.`);
    return null;
  }
  return member;
}
