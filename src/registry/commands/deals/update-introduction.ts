import * as v from 'valibot';
import { RELATIONS } from '../../../core/model/introduction.ts';
import { command } from '../command-spec.ts';
import { someChoice, someDate, someEmail, someText, someYesNo, text } from '../fields.ts';
import { findIntroduction, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';
import { refuseFuture } from './record-introduction.ts';

/** Corrects an introduction. What was confirmed has to be confirmed again once what counts changes. */
export const updateIntroduction = command({
  name: 'updateIntroduction',
  schema: () =>
    v.strictObject({
      introduction: text('The introduction'),
      name: someText(),
      title: someText('title'),
      email: someEmail('The contact’s e-mail'),
      relation: someChoice('The relation', RELATIONS),
      decisionMaker: someYesNo('Decision maker'),
      introducedOn: someDate('The day of the introduction'),
      introducedTo: someText(),
    }),
  find: (raw, context, problems) => {
    const found = findIntroduction(raw, context, problems);
    const lead = found && context.draft.get('leads', found.introduction.lead);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  decide: (input, { found, lead }, context, problems) => {
    if (!found || !lead) return {};
    if (input.introducedOn !== null) {
      refuseFuture(context, problems, 'introducedOn', input.introducedOn, 'The introduction');
    }
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
      introducedTo: input.introducedTo ?? before.introducedTo,
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
