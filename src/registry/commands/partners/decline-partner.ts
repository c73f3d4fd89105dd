import * as v from 'valibot';
import { joinDeclined } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { text } from '../fields.ts';
import { findPartner } from '../find-records.ts';
import { refreshPartner } from './refresh-partner.ts';

/** Declines a company that asked to join, with mail. Programme rules, section 7. */
export const declinePartner = command({
  name: 'declinePartner',
  schema: () => v.strictObject({ partner: text('The partner'), reason: text('The reason', 'reason') }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  check: ({ found }, _context, problems) => {
    if (found && found.partner.status !== 'Requested') {
      problems.add(
        'illegal-state',
        'partner',
        `${found.partner.name} is ${found.partner.status} and cannot become Declined: only a company that asked to join can be declined.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    if (!found || problems.any) return {};
    const { id, name, country, contacts } = found.partner;
    context.draft.put('partners', {
      ...found,
      partner: { id, name, country, contacts, status: 'Declined', reason: input.reason },
      attention: '',
    });
    queueMail(context, joinDeclined(contacts, name, id, input.reason));
    return { id, reason: input.reason };
  },
});

/** Suspends a partner: its leads still hold and earn, its payable lines go on hold. Programme rules, section 7. */
export const suspendPartner = command({
  name: 'suspendPartner',
  schema: () => v.strictObject({ partner: text('The partner'), reason: text('The reason', 'reason') }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems) }),
  check: ({ found }, _context, problems) => {
    if (found && found.partner.status !== 'Active') {
      problems.add(
        'illegal-state',
        'partner',
        `${found.partner.name} is ${found.partner.status} and cannot become Suspended: only an active partner can be suspended.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    if (found?.partner.status !== 'Active' || problems.any) return {};
    context.draft.put('partners', {
      ...found,
      partner: { ...found.partner, status: 'Suspended', reason: input.reason },
    });
    refreshPartner(context, found.id);
    return { id: found.id, reason: input.reason };
  },
});
