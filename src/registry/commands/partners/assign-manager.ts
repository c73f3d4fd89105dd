import * as v from 'valibot';
import { partnerAssigned } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import { email, text } from '../fields.ts';
import { findPartner } from '../find-records.ts';

/** Assigns another alliance manager; the partner's open requests go along. Programme rules, sections 6 and 7. */
export const assignManager = command({
  name: 'assignManager',
  schema: () => v.strictObject({ partner: text('The partner'), manager: email('The alliance manager') }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  check: ({ found }, _context, problems) => {
    if (found && !('manager' in found.partner)) {
      problems.add(
        'illegal-state',
        'partner',
        `${found.partner.name} is ${found.partner.status}: managers are assigned to admitted partners.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    if (!found) return {};
    checkTeamMember(context, problems, 'manager', input.manager, ['manager', 'head']);
    if (problems.any || !('manager' in found.partner)) return {};
    const before = found.partner.manager;
    context.draft.put('partners', { ...found, partner: { ...found.partner, manager: input.manager } });
    if (before !== input.manager) {
      queueMail(context, partnerAssigned([input.manager, before], found.partner.name, found.id));
    }
    return { id: found.id };
  },
});
