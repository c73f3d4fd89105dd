import * as v from 'valibot';
import type { IntroductionId } from '../../../core/model/ids.ts';
import { RELATIONS } from '../../../core/model/introduction.ts';
import { command } from '../command-spec.ts';
import { choice, email, pastDate, someText, text, yesNo } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** Records one customer contact whom the partner introduced. Programme rules, sections 1 and 4. */
export const recordIntroduction = command({
  name: 'recordIntroduction',
  schema: (calendar) =>
    v.strictObject({
      lead: text('The lead'),
      name: text('The contact’s name'),
      title: text('The contact’s title', 'title'),
      email: email('The contact’s e-mail'),
      relation: choice('The relation', RELATIONS),
      decisionMaker: yesNo('Decision maker'),
      introducedOn: pastDate('The day of the introduction', calendar),
      introducedTo: someText(),
    }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, _context, problems) => {
    const status = lead?.registration.status;
    if (status === 'Rejected' || status === 'Withdrawn') {
      problems.add(
        'illegal-state',
        'lead',
        `${lead?.id} is ${status}: introductions belong to a request that is open or was approved.`,
      );
    }
  },
  decide: (input, { lead }, context, problems) => {
    if (!lead) return {};
    if (problems.any) return {};
    const id = context.draft.nextId('introductions') as IntroductionId;
    context.draft.put('introductions', {
      id,
      introduction: {
        id,
        lead: lead.id,
        contact: input.name,
        title: input.title,
        email: input.email,
        relation: input.relation,
        decisionMaker: input.decisionMaker,
        introducedOn: input.introducedOn,
        introducedTo: input.introducedTo ?? '',
        confirmation: { state: 'open' },
      },
    });
    refreshLeads(context, [lead.id]);
    return { id };
  },
});
