import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import { welcome } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { PartnerRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { someEmails, someText, text } from '../fields.ts';
import { findPartner, lookUpPartner } from '../find-records.ts';
import { guardHolders } from '../record-verdict.ts';
import { welcomed } from './admit-partner.ts';
import { checkContactsFree } from './check-contacts.ts';
import { refreshPartner } from './refresh-partner.ts';

/** Changes a partner's name, country or contacts. An address belongs to one active partner at most. Programme rules, section 1. */
export const updatePartner = command({
  name: 'updatePartner',
  schema: () =>
    v.strictObject({
      partner: text('The partner'),
      contacts: someEmails('The contacts'),
      name: someText(),
      country: someText('country'),
    }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems), raw }),
  concerns: ({ found }) => ({ partner: found }),
  decide: (input, { found, raw }, context, problems) => {
    if (!found) return {};
    if ('contacts' in raw && input.contacts === null) {
      problems.add('required', 'contacts', 'A partner needs at least one contact.');
    }
    if ('name' in raw && input.name === null) problems.add('required', 'name', 'A partner needs its name.');
    if (input.name !== null) {
      const other = lookUpPartner(input.name, context.draft);
      if (other && other.id !== found.id) {
        problems.add('invalid', 'name', `${other.partner.name} is the name of ${other.id} already.`);
      }
    }
    if (input.contacts !== null) checkContactsFree(context, problems, input.contacts, found.id);
    if (problems.any) return {};
    context.draft.put('partners', {
      ...found,
      partner: {
        ...found.partner,
        name: input.name ?? found.partner.name,
        contacts: input.contacts ?? found.partner.contacts,
        country: 'country' in raw ? (input.country ?? '') : found.partner.country,
      },
    });
    if (input.contacts !== null) {
      context.customers.forget();
      guardHolders(context, problems, 'contacts');
      if (problems.any) return {};
      welcomeAdded(context, found, input.contacts);
    }
    refreshPartner(context, found.id);
    return { id: found.id };
  },
});

/** New contacts get the welcome mail; the snapshots follow the contacts in an execution of its own. */
function welcomeAdded(context: Context, before: PartnerRecord, contacts: readonly Email[]): void {
  const added = contacts.filter((contact) => !before.partner.contacts.includes(contact));
  const partner = context.draft.get('partners', before.id)?.partner;
  if (partner?.status === 'Active') queueMail(context, welcome(added, welcomed(context, partner), context));
}
