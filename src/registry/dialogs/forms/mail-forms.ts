import { shortenText } from '../../../core/text/quote-text.ts';
import type { Context } from '../../commands/context.ts';
import { list, NEEDED } from '../field-builders.ts';
import type { Option } from '../form-description.ts';
import { form } from '../form-spec.ts';

/** Nobody chooses among more: the newest are offered. */
const MOST_OFFERED = 100;

export const resendMail = form({
  command: 'resendMail',
  title: 'Send a message again',
  intro:
    'For messages that failed, once what was wrong is put right. Of one that may have gone out ask the recipient first.',
  subject: null,
  fields: (_about, context) => ({
    fields: [
      list('mail', 'Message', failedMessages(context), {
        ...NEEDED,
        help: 'The Outbox tab says why each failed.',
      }),
    ],
  }),
  confirm: 'Send it again',
  done: '{id} is in the queue.',
  next: 'It goes out within a minute where the quota of the day allows it.',
  another: 'Send another',
});

function failedMessages({ draft }: Context): readonly Option[] {
  return draft
    .list('outbox')
    .filter(({ state }) => state === 'Failed')
    .slice(-MOST_OFFERED)
    .reverse()
    .map(({ id, subject, to }) => ({
      value: id,
      label: `${id} ${shortenText(subject, 80)}`,
      hint: to.join(', '),
    }));
}
