import type { PlainDate } from '../../core/calendar/dates.ts';
import type { Email } from '../../core/model/ids.ts';
import { assembleMailList } from './format-html.ts';
import type { Message } from './queue-mail.ts';

/** To the programme heads when the self-check finds something new, and when all is well again. */
export function selfCheckReport(
  to: readonly Email[],
  today: PlainDate,
  problems: readonly string[],
  registry: string,
): Message {
  const count = problems.length;
  return {
    kind: 'health',
    to,
    about: 'Self-check',
    occasion: `self-check/${today}`,
    subject:
      count === 0
        ? `Self-check of ${today}: all is well again`
        : `Self-check of ${today}: ${count} ${count === 1 ? 'problem' : 'problems'}`,
    paragraphs: [
      count === 0
        ? 'What the lead registry’s self-check found before is put right.'
        : 'The lead registry’s daily self-check found what somebody should look at:',
      ...(count === 0 ? [] : [assembleMailList(problems)]),
      'You hear of it again only when something changes; the last result stands on the Settings tab.',
      `Lead registry: ${registry}`,
    ],
  };
}

/** To the programme heads: an entry of the journal is missing or was changed, and what to do about it. */
export function brokenJournal(to: readonly Email[], problem: string, registry: string): Message {
  return {
    kind: 'health',
    to,
    about: 'Journal',
    occasion: `journal/${problem}`,
    subject: 'The lead registry’s journal is not whole',
    paragraphs: [
      problem,
      'The records themselves are kept beside the journal and go on as they are; nothing is undone by this. But the history cannot be trusted at that entry, and without it the registry could not be rebuilt.',
      'Look into File > Version history who changed the tab "Journal" and when. To mend it, copy the row of that entry from the earlier version to the end of the tab, exactly as it was.',
      `Lead registry: ${registry}`,
    ],
  };
}
