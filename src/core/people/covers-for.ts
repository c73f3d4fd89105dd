import type { PlainDate } from '../calendar/dates.ts';
import type { Email } from '../model/ids.ts';
import type { TeamMember } from '../model/team.ts';
import { findMember } from './find-member.ts';
import { isAvailable, mayManage } from './is-available.ts';

/**
 * Whether the actor may act for that manager's partners today as the cover: the manager is away, inactive or no
 * manager any more and has named the actor, who is an active manager. Programme rules, sections 6 and 8.
 */
export function coversFor(
  actor: Email,
  manager: Email,
  { team, today }: { readonly team: readonly TeamMember[]; readonly today: PlainDate },
): boolean {
  const absent = findMember(manager, team);
  const cover = findMember(actor, team);
  if (absent === null || cover === null || absent.away?.cover !== actor) return false;
  if (mayManage(absent) && isAvailable(absent, today)) return false;
  return cover.active && mayManage(cover);
}
