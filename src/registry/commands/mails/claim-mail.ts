import * as v from 'valibot';
import type { Instant } from '../../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import type { MailRecord } from '../../records.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { command } from '../command-spec.ts';
import { anything } from '../fields.ts';
import { inOrderOfSending } from './order-of-sending.ts';

/** Sends at most this many in one execution: each takes about a second of six minutes. */
const MOST_AT_ONCE = 100;

/** An execution ends after 6 minutes: until then somebody may still be sending what was taken. */
const MINUTES_OF_SENDING = 7;

/** What became unknown when an execution was stopped while it sent. */
const MAY_HAVE_GONE =
  'The registry was stopped while sending this: it may or may not have gone out. Ask the recipient, then choose Lead Registry > Programme > Send a message again if it did not.';

/**
 * Takes messages for sending, what must go first before the rest, as many recipients as the day's quota leaves. What was
 * taken by an execution that never said how it ended may have gone out: it is marked failed, never sent twice unnoticed.
 */
export const claimMail = command({
  name: 'claimMail',
  schema: () => v.strictObject({ quota: anything() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const { draft, now } = context;
    for (const mail of draft.list('outbox')) {
      if (!isStranded(mail, now)) continue;
      draft.put('outbox', { ...mail, state: 'Failed', retryAt: '', error: MAY_HAVE_GONE });
    }
    let left = Number(input.quota);
    const claimed: string[] = [];
    for (const mail of inOrderOfSending(
      draft.list('outbox').filter((one) => isSendable(one, now)),
      now,
    )) {
      if (claimed.length === MOST_AT_ONCE) break;
      if (mail.to.length > left) continue;
      left -= mail.to.length;
      claimed.push(mail.id);
      draft.put('outbox', { ...mail, state: 'Queued', claimedAt: now });
    }
    return { subject: claimed.join(', '), value: { claimed } };
  },
});

/** Whether some message may be sent now, or has to be looked after because its sending was cut off. */
export function hasMailToSend(records: RecordsView, now: Instant): boolean {
  return records.list('outbox').some((mail) => isSendable(mail, now) || isStranded(mail, now));
}

/** Whether a message may be sent now: it waits, or was refused and is to be tried again. */
export function isSendable({ state, claimedAt, retryAt = '' }: MailRecord, now: Instant): boolean {
  if (claimedAt !== '') return false;
  return state === 'Queued' || (state === 'Failed' && retryAt !== '' && retryAt <= now);
}

function isStranded({ state, claimedAt }: MailRecord, now: Instant): boolean {
  return state === 'Queued' && claimedAt !== '' && minutesBetween(claimedAt, now) > MINUTES_OF_SENDING;
}

function minutesBetween(from: Instant, to: Instant): number {
  return (instantToEpochMs(to) - instantToEpochMs(from)) / 60_000;
}
