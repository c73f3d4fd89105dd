import type { Email } from '../../core/model/ids.ts';
import type { TeamMember } from '../../core/model/team.ts';
import { findMember } from '../../core/people/find-member.ts';

/** A person of the team for readers: name and address; the address alone where that is all that is known. */
export function namePerson(team: readonly TeamMember[], person: Email): string {
  const name = findMember(person, team)?.name ?? person;
  return name === person ? person : `${name} (${person})`;
}
