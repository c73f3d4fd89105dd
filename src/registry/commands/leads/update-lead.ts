import * as v from 'valibot';
import { isApproved } from '../../../core/registration/is-approved.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import { parseContacts } from '../contacts.ts';
import { anything, someEmail, someText, text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { followCorrection } from '../keep-account-of-conversion.ts';
import { guardHolders, recheckVerdicts } from '../record-verdict.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { isEmptied } from '../refuse-emptied.ts';

/**
 * Corrects what a request says of its customer, or hands an approved lead to another sales account owner. A change
 * that would give one customer two holders is refused; any other new verdict is kept and flagged. Programme rules,
 * section 3.
 */
export const updateLead = command({
  name: 'updateLead',
  schema: () =>
    v.strictObject({
      lead: text('The lead'),
      customer: someText(),
      website: anything(),
      country: anything(),
      contacts: anything(),
      note: anything(),
      salesOwner: someEmail('The sales account owner'),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    const emptied = v.safeParse(
      v.object({ website: someText('website'), country: someText('country'), note: someText('note') }),
      raw,
    );
    if (!emptied.success) {
      for (const issue of emptied.issues)
        problems.add('invalid', String(issue.path?.[0].key ?? ''), issue.message);
    }
    if (isEmptied(raw, 'customer')) {
      problems.add('required', 'customer', 'A lead needs its customer’s name.');
    }
    const texts = emptied.success ? emptied.output : { website: null, country: null, note: null };
    return {
      lead,
      partner: partnerOf(lead, context),
      raw,
      texts,
      contacts: parseContacts(raw.contacts, problems),
    };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  decide: (input, { lead, raw, texts, contacts }, context, problems) => {
    if (!lead) return {};
    const { registration } = lead;
    if (input.salesOwner !== null) {
      checkTeamMember(context, problems, 'salesOwner', input.salesOwner, ['sales', 'head']);
      if (!isApproved(registration)) {
        problems.add(
          'illegal-state',
          'salesOwner',
          'The sales account owner is named with the approval: approve the lead.',
        );
      }
    } else if ('salesOwner' in raw && isApproved(registration)) {
      problems.add('required', 'salesOwner', 'An approved lead needs its sales account owner.');
    }
    if (problems.any) return {};
    const facts = {
      customer: input.customer ?? registration.customer,
      website: 'website' in raw ? (texts.website ?? '') : registration.website,
      country: 'country' in raw ? (texts.country ?? '') : registration.country,
      note: 'note' in raw ? (texts.note ?? '') : registration.note,
      contacts: contacts ?? registration.contacts,
    };
    const changed =
      isApproved(registration) && input.salesOwner !== null
        ? { ...registration, ...facts, approval: { ...registration.approval, salesOwner: input.salesOwner } }
        : { ...registration, ...facts };
    context.draft.put('leads', { ...lead, registration: changed });
    const identity = ['customer', 'website', 'country', 'contacts'].some((field) => field in raw);
    if (identity) {
      context.customers.noteLead(lead.id);
      followCorrection(context, registration, changed);
      guardHolders(context, problems, 'customer');
      if (problems.any) return {};
      recheckVerdicts(context, [lead.id]);
    }
    refreshLeads(context, [lead.id]);
    return { id: lead.id };
  },
});
