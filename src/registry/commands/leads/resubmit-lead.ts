import * as v from 'valibot';
import type { CustomerContact } from '../../../core/model/registration.ts';
import { type Completion, resubmit } from '../../../core/registration/resubmit.ts';
import type { LeadRecord, PartnerRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import { parseContacts } from '../contacts.ts';
import type { Context } from '../context.ts';
import { anything, someText, text } from '../fields.ts';
import { findPreviousLead } from '../find-previous-lead.ts';
import { findLead, partnerOf } from '../find-records.ts';
import type { Problems } from '../problems.ts';
import { recordVerdict } from '../record-verdict.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { tellOfReview } from '../tell-of-review.ts';
import { refuseMove } from './refuse-move.ts';

/** Which part of a request each asked-for field stands in. */
const PARTS: { readonly [field: string]: keyof Completion } = {
  'Customer name': 'customer',
  'Customer website': 'website',
  'Customer country': 'country',
  Contacts: 'contacts',
  'Contact name': 'contacts',
  'Contact title': 'contacts',
  'Contact e-mail': 'contacts',
  'Anything that helps the review': 'note',
};

/** Completes a returned request, which keeps its place. Programme rules, section 2.7. */
export const resubmitLead = command({
  name: 'resubmitLead',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      customer: someText(),
      website: someText('website'),
      country: someText('country'),
      contacts: anything(),
      note: someText('note'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context), contacts: parseContacts(raw.contacts, problems) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, context, problems) => refuseMove(lead, 'Submitted', context, problems),
  decide: (input, { lead, partner, contacts }, context, problems) => {
    if (!lead || !partner) return {};
    const { customer, website, country, note } = input;
    const completed = pickGiven({ customer, website, country, contacts, note });
    if (lead.registration.status === 'Returned') {
      for (const field of lead.registration.fields) {
        const part = PARTS[field];
        if (part === undefined || completed[part] !== undefined || isFilled(lead, part)) continue;
        problems.add('required', part, `${field} was asked for: give it with the request.`);
      }
    }
    completeRegistration(context, problems, lead, partner, completed);
    return { id: lead.id };
  },
});

/** The request completed with what was given, checked again, and back in review. */
export function completeRegistration(
  context: Context,
  problems: Problems,
  lead: LeadRecord,
  partner: PartnerRecord,
  completed: Completion,
  response?: string,
): void {
  const submitted = problems.take(resubmit(lead.registration, completed));
  if (!submitted || problems.any) return;
  const responses = response === undefined ? lead.responses : [...lead.responses, response];
  context.draft.put('leads', { ...lead, registration: submitted, responses });
  context.customers.noteLead(lead.id);
  if (submitted.previousLead === null) {
    const previousLead = findPreviousLead(context, lead.id);
    context.draft.put('leads', { ...lead, registration: { ...submitted, previousLead }, responses });
  }
  recordVerdict(context, lead.id);
  refreshLeads(context, [lead.id]);
  tellOfReview(context, lead.id, partner);
}

interface Given {
  readonly customer: string | null;
  readonly website: string | null;
  readonly country: string | null;
  readonly contacts: readonly CustomerContact[] | null;
  readonly note: string | null;
}

/** Only what was given: an empty field leaves what the request says. */
export function pickGiven({ customer, website, country, contacts, note }: Given): Completion {
  return {
    ...(customer === null ? {} : { customer }),
    ...(website === null ? {} : { website }),
    ...(country === null ? {} : { country }),
    ...(contacts === null || contacts.length === 0 ? {} : { contacts }),
    ...(note === null ? {} : { note }),
  };
}

function isFilled({ registration }: LeadRecord, part: keyof Completion): boolean {
  const value = registration[part];
  return value !== null && value.length > 0;
}
