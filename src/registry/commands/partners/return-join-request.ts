import * as v from 'valibot';
import { joinQuestion } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { someText, text, words } from '../fields.ts';
import { findPartner } from '../find-records.ts';

/** Asks a company that wants to join for more; its next form answers. Programme rules, section 7. */
export const returnJoinRequest = command({
  name: 'returnJoinRequest',
  schema: () =>
    v.strictObject({
      company: text('The company'),
      fields: words('What to complete', 'at least one, such as Country'),
      note: someText('note'),
    }),
  find: (raw, context, problems) => ({ found: findPartner(raw, context, problems, 'company') }),
  check: ({ found }, _context, problems) => {
    if (found && found.partner.status !== 'Requested') {
      problems.add(
        'illegal-state',
        'company',
        `${found.partner.name} is ${found.partner.status}: only a company that asked to join can be asked back.`,
      );
    }
    if (found?.partner.status === 'Requested' && found.partner.contacts.length === 0) {
      problems.add(
        'illegal-state',
        'company',
        `${found.partner.name} left no address to ask: add a contact on the Partners tab first.`,
      );
    }
  },
  decide: (input, { found }, context, problems) => {
    if (found?.partner.status !== 'Requested' || problems.any) return {};
    const { fields } = input;
    const note = input.note ?? '';
    const { id, name, contacts } = found.partner;
    context.draft.put('partners', {
      ...found,
      partner: { ...found.partner, question: { askedOn: context.today, fields, note } },
    });
    queueMail(context, joinQuestion(contacts, name, id, { fields, note }, context.links.joinForm));
    return { id, reason: [fields.join(', '), note].filter(Boolean).join(': ') };
  },
});
