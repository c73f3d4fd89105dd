import * as v from 'valibot';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import { heads } from '../heads.ts';

/** Tells the programme heads, once, which entry of the journal is missing or was changed, and what to do about it. */
export const reportJournal = command({
  name: 'reportJournal',
  schema: () => v.strictObject({ problem: v.string() }),
  find: () => ({}),
  decide: ({ problem }, _found, context) => {
    queueMail(context, {
      kind: 'health',
      to: heads(context.team),
      about: 'Journal',
      occasion: `journal/${problem}`,
      subject: 'The lead registry’s journal is not whole',
      paragraphs: [
        problem,
        'The records themselves are kept beside the journal and go on as they are; nothing is undone by this. But the history cannot be trusted at that entry, and without it the registry could not be rebuilt.',
        'Look into File > Version history who changed the tab "Journal" and when. To mend it, copy the row of that entry from the earlier version to the end of the tab, exactly as it was.',
        `Lead registry: ${context.links.registry}`,
      ],
    });
    return { subject: 'Journal', reason: problem };
  },
});
