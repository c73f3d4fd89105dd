import type { Email } from '../../../core/model/ids.ts';
import type { Context } from '../context.ts';
import type { Problems } from '../problems.ts';

/** Refuses addresses that speak for another active or suspended partner. Programme rules, section 1: referral partner. */
export function checkContactsFree(
  { draft }: Context,
  problems: Problems,
  contacts: readonly Email[],
  partner: string | undefined,
): void {
  for (const other of draft.list('partners')) {
    const { status } = other.partner;
    if (other.id === partner || (status !== 'Active' && status !== 'Suspended')) continue;
    for (const taken of other.partner.contacts.filter((contact) => contacts.includes(contact))) {
      problems.add(
        'invalid',
        'contacts',
        `${taken} is a contact of ${other.partner.name} (${other.id}): an address belongs to one partner at most.`,
      );
    }
  }
}
