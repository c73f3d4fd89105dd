import * as v from 'valibot';
import { REASON_CODES } from '../../../core/model/registration.ts';
import { returnRegistration } from '../../../core/registration/return-registration.ts';
import { quoteTexts } from '../../../core/text/quote-text.ts';
import { returnedToPartner } from '../../mail/lead-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { choice, someText, text, words } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseMove } from './refuse-move.ts';

/** The fields of a request that can be asked for, by the names people use for them. */
const FIELD_NAMES: { readonly [name: string]: string } = {
  customer: 'Customer name',
  'customer name': 'Customer name',
  website: 'Customer website',
  'customer website': 'Customer website',
  country: 'Customer country',
  'customer country': 'Customer country',
  contacts: 'Contacts',
  contact: 'Contacts',
  'customer contacts': 'Contacts',
  'contact name': 'Contact name',
  'contact title': 'Contact title',
  'contact e-mail': 'Contact e-mail',
  'contact email': 'Contact e-mail',
  note: 'Anything that helps the review',
  'anything that helps the review': 'Anything that helps the review',
};

/** Sends a request back for more information; it keeps its place. Programme rules, section 2.6. */
export const returnLead = command({
  name: 'returnLead',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      reason: choice('The reason', REASON_CODES),
      fields: words('The fields to complete', 'at least one, such as Customer website'),
      note: someText('note'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, context, problems) => refuseMove(lead, 'Returned', context, problems),
  decide: (input, { lead, partner }, context, problems) => {
    if (!lead || !partner) return {};
    const unknown = input.fields.filter((name) => !Object.hasOwn(FIELD_NAMES, name.toLowerCase()));
    if (unknown.length > 0) {
      const known = [...new Set(Object.values(FIELD_NAMES))].join(', ');
      problems.add(
        'invalid',
        'fields',
        `Not fields of a request: ${quoteTexts(unknown)}. Known are: ${known}.`,
      );
    }
    const fields = [...new Set(input.fields.map((name) => FIELD_NAMES[name.toLowerCase()] ?? name))];
    const returned = problems.take(
      returnRegistration(lead.registration, {
        returnedOn: context.today,
        reason: input.reason,
        fields,
        noteToPartner: input.note ?? '',
      }),
    );
    if (!returned || problems.any) return {};
    context.draft.put('leads', { ...lead, registration: returned });
    context.customers.noteLead(lead.id);
    refreshLeads(context, [lead.id]);
    const about = { lead: returned, partnerName: partner.partner.name };
    queueMail(
      context,
      returnedToPartner(
        partner.partner.contacts,
        about,
        fields,
        input.reason,
        input.note ?? '',
        context.links.leadForm,
      ),
    );
    return { id: lead.id, reason: [input.reason, input.note].filter(Boolean).join(': ') };
  },
});
