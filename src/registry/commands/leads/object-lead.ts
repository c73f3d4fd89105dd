import * as v from 'valibot';
import type { Email } from '../../../core/model/ids.ts';
import { isOpen } from '../../../core/registration/is-approved.ts';
import { command } from '../command-spec.ts';
import { actorEmail } from '../context.ts';
import { text } from '../fields.ts';
import { findLead, partnerOf } from '../find-records.ts';

/** Records a sales account owner's objection to an open request; it decides nothing. Programme rules, section 2.11. */
export const objectLead = command({
  name: 'objectLead',
  schema: () => v.strictObject({ lead: text('The lead'), reason: text('The reason', 'reason') }),
  find: (raw, context, problems) => {
    const lead = findLead(raw, context, problems);
    return { lead, partner: partnerOf(lead, context) };
  },
  concerns: ({ lead, partner }) => ({ lead, partner }),
  check: ({ lead }, _context, problems) => {
    if (lead && !isOpen(lead.registration)) {
      problems.add(
        'illegal-state',
        'lead',
        `${lead.id} is ${lead.registration.status}: objections are recorded on open requests (Submitted or Returned).`,
      );
    }
  },
  decide: (input, { lead }, context, problems) => {
    if (!lead || problems.any) return {};
    const objection = { by: actorEmail(context.actor) as Email, on: context.today, reason: input.reason };
    const { registration } = lead;
    context.draft.put('leads', {
      ...lead,
      registration: { ...registration, objections: [...registration.objections, objection] },
    });
    return { id: lead.id, reason: input.reason };
  },
});
