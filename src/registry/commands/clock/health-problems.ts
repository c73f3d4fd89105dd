import { daysBetween } from '../../../core/calendar/days-between.ts';
import { toPlainDate } from '../../../core/calendar/to-plain-date.ts';
import { isAvailable, mayManage } from '../../../core/people/is-available.ts';
import { shortenText } from '../../../core/text/quote-text.ts';
import type { Context } from '../context.ts';
import { heads } from '../heads.ts';
import { isSendable } from '../mails/claim-mail.ts';

/** What the shell saw of the platform around the records: plain data, empty where nothing is wrong. */
export interface HealthFacts {
  /** Breaks of the journal's chain. */
  readonly journal: readonly string[];
  /** Records that say something else than the journal. */
  readonly differing: readonly string[];
  /** What kept the clock from doing its work, such as a tab that is missing. */
  readonly failures: readonly string[];
  /** Handlers without their trigger, or with several. */
  readonly triggers: readonly string[];
  /** Whose triggers act; '' where nobody's do. */
  readonly triggerOwner: string;
  /** Accounts whose triggers fire without acting. */
  readonly strangers: readonly string[];
  /** Time zones that differ from the programme's, with where. */
  readonly zones: readonly string[];
  /** Recipients left of the day's quota. */
  readonly quotaLeft: number;
  /** What is wrong with the forms. */
  readonly forms: readonly string[];
  /** Form responses that became no record. */
  readonly responses: readonly string[];
  /** Snapshots whose sharing could not be changed. */
  readonly sharing: readonly string[];
}

/** Something that is wrong. The code stays the same for as long as it is the same problem. */
export interface HealthProblem {
  readonly code: string;
  /** What is wrong, where, and what to do next. */
  readonly text: string;
}

const SET_UP = 'Choose Lead Registry > Administration > Set up this registry.';

/** Everything that is wrong, in the order of how much it matters. */
export function listHealthProblems(facts: HealthFacts, context: Context): readonly HealthProblem[] {
  return [
    ...about(
      'journal',
      facts.journal,
      (list) => `The journal is not whole: ${list} See the message about it.`,
    ),
    ...about(
      'differing',
      facts.differing,
      (list) =>
        `The hidden tab _state does not say what the journal says of ${list}. Restore it from File > Version history, or ask whoever looks after the script.`,
    ),
    ...facts.failures.map((text) => ({ code: `failure: ${text}`, text })),
    ...about(
      'triggers',
      facts.triggers,
      (list) => `The triggers are not as they should be: ${list}. ${SET_UP}`,
    ),
    ...ownerProblems(facts, context),
    ...about(
      'zones',
      facts.zones,
      (list) =>
        `Time zones differ from the programme’s (${context.settings.timeZone}): ${list}. Choose the same in File > Settings and in Extensions > Apps Script > Project settings.`,
    ),
    ...about('forms', facts.forms, (list) => `${list}. ${SET_UP}`),
    ...about(
      'responses',
      facts.responses,
      (list) =>
        `Form responses that are neither a lead nor set aside: ${list}. Look at them in the form; the log of the executions says why they wait.`,
    ),
    ...mailProblems(facts, context),
    ...snapshotProblems(facts, context),
    ...managerProblems(context),
  ];
}

/** Longer lists are cut: the mail is to be read. */
const MOST_NAMED = 10;

function about(
  code: string,
  found: readonly string[],
  describe: (list: string) => string,
): readonly HealthProblem[] {
  if (found.length === 0) return [];
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  return [{ code, text: describe(`${found.slice(0, MOST_NAMED).join(', ')}${more}`) }];
}

function ownerProblems(
  { triggerOwner, strangers }: HealthFacts,
  { team }: Context,
): readonly HealthProblem[] {
  const isHead = heads(team).some((head) => head === triggerOwner);
  const who = triggerOwner === '' ? 'nobody' : triggerOwner;
  return [
    ...(isHead
      ? []
      : [
          {
            code: 'owner',
            text: `The triggers belong to ${who}, no active programme head: tabs of heads cannot be written. A head should choose Administration > Take over the triggers.`,
          },
        ]),
    ...about(
      'strangers',
      strangers,
      (list) =>
        `Triggers of ${list} fire and do nothing. Ask them to choose Administration > Set up this registry, which removes them.`,
    ),
  ];
}

function mailProblems(
  { quotaLeft }: HealthFacts,
  { draft, now, today, settings }: Context,
): readonly HealthProblem[] {
  const mails = draft.list('outbox').filter(({ state }) => state !== 'Sent');
  const waiting = mails.filter((mail) => isSendable(mail, now));
  const recipients = waiting.reduce((sum, { to }) => sum + to.length, 0);
  const old = mails.filter(
    ({ state, queuedAt }) =>
      state === 'Queued' && daysBetween(toPlainDate(queuedAt, settings.timeZone), today) > 1,
  );
  const failed = mails.filter(({ state, retryAt = '' }) => state === 'Failed' && retryAt === '');
  return [
    ...(recipients > quotaLeft
      ? [
          {
            code: 'quota',
            text: `${recipients} recipients wait for mail and ${quotaLeft} are left of today’s quota: the rest goes the next day, what is urgent first.`,
          },
        ]
      : []),
    ...(old.length === 0
      ? []
      : [
          {
            code: 'outbox',
            text: `${old.length} messages have waited for more than a day, the oldest ${old[0]?.id}.`,
          },
        ]),
    ...(failed.length === 0
      ? []
      : [
          {
            // A newer one is another problem.
            code: `failed ${failed.at(-1)?.id}`,
            text: `${failed.length} messages failed, the last ${failed.at(-1)?.id}: ${shortenText(failed.at(-1)?.error ?? '', 200)} See the Outbox tab, and send them again once it is put right.`,
          },
        ]),
  ];
}

function snapshotProblems(
  { sharing }: HealthFacts,
  { draft, today, settings }: Context,
): readonly HealthProblem[] {
  const waiting = draft
    .list('snapshots')
    .filter(({ file, askedAt }) => {
      if (file !== '' || askedAt === undefined) return false;
      return daysBetween(toPlainDate(askedAt, settings.timeZone), today) > 1;
    })
    .map(({ id }) => id);
  return [
    ...about(
      'snapshots',
      waiting,
      (list) => `Snapshots have waited for more than a day to be made: ${list}.`,
    ),
    ...about(
      'sharing',
      sharing,
      (list) =>
        `The sharing of these snapshots could not follow the partners’ contacts: ${list}. Their owners can share them by hand.`,
    ),
  ];
}

/** Nobody is left without a reviewer: these partners' requests go to the cover or the head until somebody is assigned. */
function managerProblems({ draft, team, today }: Context): readonly HealthProblem[] {
  const orphans = draft.list('partners').flatMap(({ id, partner }) => {
    if (partner.status !== 'Active') return [];
    const manager = team.find(({ person }) => person === partner.manager);
    if (manager?.active && mayManage(manager)) return [];
    const cover = team.find(({ person }) => person === manager?.away?.cover);
    return cover !== undefined && mayManage(cover) && isAvailable(cover, today)
      ? []
      : [`${partner.name} (${id})`];
  });
  return about(
    'managers',
    orphans,
    (list) =>
      `The alliance manager has left, so that requests go to the programme head: ${list}. Assign another.`,
  );
}
