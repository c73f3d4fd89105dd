import * as v from 'valibot';
import { shortenText } from '../../../core/text/quote-text.ts';
import { command } from '../command-spec.ts';
import { text } from '../fields.ts';
import { namedIn } from '../find-records.ts';

/** Puts a failed message back into the queue, once somebody has put right why it failed or knows that it never arrived. */
export const resendMail = command({
  name: 'resendMail',
  schema: () => v.strictObject({ mail: text('The message') }),
  find: (raw, context, problems) => {
    const id = namedIn(raw, 'mail').toUpperCase();
    const mail = context.draft.get('outbox', id);
    if (id !== '' && !mail)
      problems.add(
        'not-found',
        'mail',
        `There is no message ${shortenText(id, 80)}. Use the ID of the Outbox tab.`,
      );
    return { mail };
  },
  check: ({ mail }, _context, problems) => {
    if (mail && mail.state !== 'Failed') {
      const why = mail.state === 'Sent' ? 'has been sent' : 'waits to be sent already';
      problems.add('illegal-state', 'mail', `${mail.id} ${why}: only a failed message is sent again.`);
    }
  },
  decide: (_input, { mail }, context, problems) => {
    if (!mail || problems.any) return {};
    context.draft.put('outbox', {
      ...mail,
      state: 'Queued',
      claimedAt: '',
      tries: 0,
      retryAt: '',
      error: '',
    });
    return { id: mail.id };
  },
});
