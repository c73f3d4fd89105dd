import * as v from 'valibot';
import { sameCustomer } from '../../../core/conflict/same-customer.ts';
import { command } from '../command-spec.ts';
import { parseContacts } from '../contacts.ts';
import { anything, somePastTime, someText, text } from '../fields.ts';
import { checkPreviousLead } from '../find-previous-lead.ts';
import { findLead, findPartner } from '../find-records.ts';
import { makeRegistration } from '../make-registration.ts';

/** Registers a lead on a partner's behalf. Programme rules, section 2. */
export const registerLead = command({
  name: 'registerLead',
  schema: (calendar) =>
    v.strictObject({
      partner: text('The partner'),
      customer: text('The customer name'),
      website: someText('website'),
      country: someText('country'),
      contacts: anything(),
      note: someText('note'),
      previousLead: someText(),
      receivedAt: somePastTime('The time of arrival', calendar),
    }),
  find: (raw, context, problems) => ({
    partner: findPartner(raw, context, problems),
    previous: findLead(raw, context, problems, 'previousLead'),
    contacts: parseContacts(raw.contacts, problems),
  }),
  concerns: ({ partner }) => ({ partner }),
  check: ({ partner, previous }, _context, problems) => {
    checkPreviousLead(previous, partner, problems);
    if (partner && partner.partner.status !== 'Active') {
      problems.add(
        'illegal-state',
        'partner',
        `${partner.partner.name} is ${partner.partner.status}: only an active partner can register leads. Admit the partner first.`,
      );
    }
  },
  decide: (input, { partner, previous, contacts }, context, problems) => {
    const registeredAt = input.receivedAt ?? context.now;
    if (problems.any || !partner) return {};
    const id = makeRegistration(context, partner, {
      customer: input.customer,
      website: input.website ?? '',
      country: input.country ?? '',
      contacts: contacts ?? [],
      note: input.note ?? '',
      registeredAt,
      previousLead: previous?.id ?? null,
      responses: [],
    });
    if (previous && !sameCustomer(context.customers.prepared(), id, previous.id)) {
      problems.add(
        'invalid',
        'previousLead',
        `${previous.id} is a registration of another customer (${previous.registration.customer}).`,
      );
    }
    return { id, reason: input.receivedAt === null ? '' : `Received at ${registeredAt}` };
  },
});
