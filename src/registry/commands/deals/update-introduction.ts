import * as v from 'valibot';
import { RELATIONS } from '../../../core/model/introduction.ts';
import { command } from '../command-spec.ts';
import { someChoice, someEmail, somePastDate, someText, someYesNo, text } from '../fields.ts';
import { findIntroduction, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseEmptied } from '../refuse-emptied.ts';

const NEEDED = {
  name: 'The contact’s name',
  title: 'The contact’s title',
  email: 'The contact’s e-mail',
  relation: 'The relation',
  decisionMaker: 'Decision maker',
  introducedOn: 'The day of the introduction',
};

/** Corrects an introduction. What was confirmed has to be confirmed again once what counts changes. */
export const updateIntroduction = command({
  name: 'updateIntroduction',
  schema: (calendar) =>
    v.strictObject({
      introduction: text('The introduction'),
      name: someText(),
      title: someText('title'),
      email: someEmail('The contact’s e-mail'),
      relation: someChoice('The relation', RELATIONS),
      decisionMaker: someYesNo('Decision maker'),
      introducedOn: somePastDate('The day of the introduction', calendar),
      introducedTo: someText(),
    }),
  find: (raw, context, problems) => {
    const found = findIntroduction(raw, context, problems);
    const lead = found && context.draft.get('leads', found.introduction.lead);
    return { found, lead, partner: partnerOf(lead, context), raw };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ raw }, _context, problems) => refuseEmptied(raw, NEEDED, problems),
  decide: (input, { found, lead, raw }, context, problems) => {
    if (!found || !lead) return {};
    if (problems.any) return {};
    const before = found.introduction;
    const after = {
      ...before,
      contact: input.name ?? before.contact,
      title: input.title ?? before.title,
      email: input.email ?? before.email,
      relation: input.relation ?? before.relation,
      decisionMaker: input.decisionMaker ?? before.decisionMaker,
      introducedOn: input.introducedOn ?? before.introducedOn,
      introducedTo: 'introducedTo' in raw ? (input.introducedTo ?? '') : before.introducedTo,
    };
    const counts =
      after.relation !== before.relation ||
      after.decisionMaker !== before.decisionMaker ||
      after.introducedOn !== before.introducedOn;
    context.draft.put('introductions', {
      id: found.id,
      introduction: counts ? { ...after, confirmation: { state: 'open' } } : after,
    });
    refreshLeads(context, [lead.id]);
    return { id: found.id };
  },
});
