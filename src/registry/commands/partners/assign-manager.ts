import * as v from 'valibot';
import { decisionTarget } from '../../../core/calendar/decision-target.ts';
import type { Email } from '../../../core/model/ids.ts';
import type { Registration } from '../../../core/model/registration.ts';
import { findMember } from '../../../core/people/find-member.ts';
import { isOpen } from '../../../core/registration/is-approved.ts';
import { partnerAssigned, partnerHandedOver } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { PartnerRecord } from '../../records.ts';
import { checkTeamMember } from '../check-team-member.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { email, text } from '../fields.ts';
import { findPartner } from '../find-records.ts';
import { responsibleManager } from '../responsible-manager.ts';

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
    const { id, name } = found.partner;
    const assigned = { ...found, partner: { ...found.partner, manager: input.manager } };
    context.draft.put('partners', assigned);
    if (before !== input.manager) tellBoth(context, assigned, before, input.manager);
    return { id, reason: before === input.manager ? '' : `${name}: ${before} to ${input.manager}` };
  },
});

/** Both managers are told which reviews move; whoever covers for the new one too. */
function tellBoth(context: Context, partner: PartnerRecord, before: Email, after: Email): void {
  const { id, name } = partner.partner;
  const reviews = context.draft
    .list('leads')
    .filter(({ registration }) => registration.partner === id && isOpen(registration))
    .map(({ registration }) => describeReview(registration, context));
  const nameOf = (person: Email) => findMember(person, context.team)?.name ?? person;
  for (const to of new Set([after, responsibleManager(context, partner)])) {
    queueMail(context, partnerAssigned(to, name, id, reviews, context.links.registry));
  }
  // Who has left is told nothing of the programme any more.
  if (findMember(before, context.team)?.active) {
    queueMail(context, partnerHandedOver(before, name, id, nameOf(after), reviews));
  }
}

function describeReview(registration: Registration, { settings }: Context): string {
  const { id, customer, registeredAt } = registration;
  return registration.status === 'Returned'
    ? `${id} ${customer}: waits for the partner`
    : `${id} ${customer}: decide by ${decisionTarget(registeredAt, settings)}`;
}
