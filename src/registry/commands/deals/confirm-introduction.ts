import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import type { Confirmation } from '../../../core/model/introduction.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { someText, text } from '../fields.ts';
import { findIntroduction, partnerOf } from '../find-records.ts';
import { refreshLeads } from '../refresh-leads.ts';

/** One Network confirms an introduction, or refuses it with a reason. Programme rules, section 4: C2. */
export const confirmIntroduction = command({
  name: 'confirmIntroduction',
  schema: () => v.strictObject({ introduction: text('The introduction'), refuse: someText('reason') }),
  find: (raw, context, problems) => {
    const found = findIntroduction(raw, context, problems);
    const lead = found && context.draft.get('leads', found.introduction.lead);
    return { found, lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  decide: (input, { found, lead }, context, problems) => {
    if (!found || !lead) return {};
    const { introduction } = found;
    const { state } = introduction.confirmation;
    const wanted = input.refuse === null ? 'confirmed' : 'refused';
    if (state === wanted) {
      problems.add('illegal-state', 'introduction', `${found.id} is ${state} already.`);
      return {};
    }
    if (problems.any) return {};
    const who = { by: actorEmail(context.actor) as Email, on: context.today };
    const confirmation: Confirmation =
      input.refuse === null
        ? { state: 'confirmed', ...who }
        : { state: 'refused', ...who, reason: input.refuse };
    context.draft.put('introductions', { id: found.id, introduction: { ...introduction, confirmation } });
    refreshLeads(context, [lead.id]);
    return { id: found.id, reason: input.refuse ?? '' };
  },
});
