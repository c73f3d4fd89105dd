import * as v from 'valibot';
import { brokenJournal } from '../../mail/health-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { heads } from '../heads.ts';

/** Tells the programme heads, once, which entry of the journal is missing or was changed, and what to do about it. */
export const reportJournal = command({
  name: 'reportJournal',
  schema: () => v.strictObject({ problem: v.string() }),
  find: () => ({}),
  decide: ({ problem }, _found, context) => {
    queueMail(context, brokenJournal(heads(context.team), problem, context.links.registry));
    return { subject: 'Journal', reason: problem };
  },
});
