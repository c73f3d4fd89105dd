import type { Email } from '../../core/model/ids.ts';
import { findHead, responsibleFor } from '../../core/people/responsible-for.ts';
import type { PartnerRecord } from '../records.ts';
import type { Context } from './context.ts';

/** To whom a partner's requests go today: its manager, the cover, or the programme head. */
export function responsibleManager({ team, today }: Context, { partner }: PartnerRecord): Email {
  if ('manager' in partner) return responsibleFor(partner, team, today);
  const head = findHead(team, today)?.person;
  if (head === undefined) throw new Error('The team has no programme head.');
  return head;
}
