import * as v from 'valibot';
import type { Email, PartnerId } from '../../../core/model/ids.ts';
import type { ActivePartner } from '../../../core/model/partner.ts';
import { fewestPartnersManager } from '../../../core/people/fewest-partners-manager.ts';
import { partnerAssigned, welcome } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someEmail, someEmails, text } from '../fields.ts';
import { lookUpPartner, namedIn } from '../find-records.ts';
import { namePerson } from '../name-person.ts';
import { guardHolders } from '../record-verdict.ts';
import { checkContactsFree } from './check-contacts.ts';
import { refreshPartner } from './refresh-partner.ts';

/**
 * Admits a company: one that asked, one that was suspended or declined, or one that never asked. Assigns the manager
 * named or the one with the fewest active partners, and sends the welcome mail. Programme rules, section 7.
 */
export const admitPartner = command({
  name: 'admitPartner',
  schema: () =>
    v.strictObject({
      partner: text('The partner'),
      contacts: someEmails('The contacts'),
      manager: someEmail('The alliance manager'),
    }),
  find: (raw, context, problems) => {
    const named = namedIn(raw, 'partner');
    const known = named === '' ? undefined : lookUpPartner(named, context.draft);
    if (!known && /^P-\d+$/i.test(named))
      problems.add('not-found', 'partner', `There is no partner ${named}.`);
    return { known };
  },
  check: ({ known }, _context, problems) => {
    if (known?.partner.status === 'Active') {
      problems.add(
        'illegal-state',
        'partner',
        `${known.partner.name} (${known.id}) is an active partner already.`,
      );
    }
  },
  decide: (input, { known }, context, problems) => {
    const contacts = input.contacts ?? known?.partner.contacts ?? [];
    if (contacts.length === 0) {
      problems.add('required', 'contacts', 'The contacts are required: at least one e-mail address.');
    }
    checkContactsFree(context, problems, contacts, known?.id);
    const manager = input.manager === null ? chooseManager() : checkManager(input.manager);
    if (manager === null && input.manager === null) {
      problems.add(
        'required',
        'manager',
        'There is no active alliance manager: name one, or add one to the team.',
      );
    }
    if (problems.any || manager === null) return {};
    const id = known?.id ?? (context.draft.nextId('partners') as PartnerId);
    const partner: ActivePartner = {
      id,
      status: 'Active',
      name: known?.partner.name ?? input.partner,
      country: known?.partner.country ?? '',
      contacts,
      manager,
      joinedOn: known?.partner.status === 'Suspended' ? known.partner.joinedOn : context.today,
      ...(known?.partner.paymentDetails ? { paymentDetails: known.partner.paymentDetails } : {}),
    };
    context.draft.put('partners', {
      ...known,
      id,
      partner,
      responses: known?.responses ?? [],
      attention: '',
    });
    if (known) {
      // Other addresses are other own domains, which no longer or from now on say nothing of the partner's customers.
      context.customers.forget();
      guardHolders(context, problems, 'contacts');
      if (problems.any) return {};
      refreshPartner(context, id);
    }
    queueMail(context, welcome(contacts, welcomed(context, partner), context));
    queueMail(context, partnerAssigned(manager, partner.name, id, [], context.links.registry));
    return { id };

    function chooseManager(): Email | null {
      const partners = context.draft.list('partners').map((record) => record.partner);
      return fewestPartnersManager(context.team, partners);
    }
    function checkManager(person: Email): Email | null {
      return checkTeamMember(context, problems, 'manager', person, ['manager', 'head'])?.person ?? null;
    }
  },
});

/** How a partner and its manager are named in the welcome mail. */
export function welcomed({ team }: Context, { name, id, manager }: ActivePartner) {
  return { partner: name, about: id, manager: namePerson(team, manager) };
}
