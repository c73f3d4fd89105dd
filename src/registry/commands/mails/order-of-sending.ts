import type { Instant } from '../../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import type { MailKind, MailRecord } from '../../records.ts';

/**
 * What must go first when the day's quota is short, the lowest number first: what somebody waits for, then what has to be
 * decided or mended in time, then reminders, and last what goes to everybody and loses nothing by a day.
 */
const RANKS: { readonly [K in MailKind]: number } = {
  decision: 0,
  remittance: 0,
  acknowledgement: 0,
  'not-a-partner': 0,
  welcome: 0,
  assignment: 0,
  'review-request': 1,
  escalation: 1,
  health: 1,
  reminder: 2,
  expiry: 2,
  'due-list': 2,
  snapshot: 3,
  training: 3,
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Messages in the order in which they are sent: by rank, the oldest first. A day of waiting makes up for a rank. */
export function inOrderOfSending(mails: readonly MailRecord[], now: Instant): readonly MailRecord[] {
  const nowMs = instantToEpochMs(now);
  const rankOf = ({ kind, queuedAt }: MailRecord) =>
    RANKS[kind] - Math.floor((nowMs - instantToEpochMs(queuedAt)) / DAY_MS);
  return mails
    .map((mail) => ({ mail, rank: rankOf(mail) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ mail }) => mail);
}
