import * as v from 'valibot';
import type { Instant } from '../../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import { command } from '../command-spec.ts';
import { anything } from '../fields.ts';

/** Sends at most this many in one execution: each takes about a second of six minutes. */
const MOST_AT_ONCE = 100;

/** An execution ends after 6 minutes: until then somebody may still be sending what was taken. */
const MINUTES_OF_SENDING = 7;

/**
 * Takes queued messages for sending, oldest first, as many recipients as the day's quota leaves. What was taken by an
 * execution that never said how it ended may have gone out: it is marked failed, never sent twice unnoticed.
 */
export const claimMail = command({
  name: 'claimMail',
  schema: () => v.strictObject({ quota: anything() }),
  find: () => ({}),
  decide: (input, _found, context) => {
    let left = Number(input.quota);
    const claimed: string[] = [];
    for (const mail of context.draft.list('outbox')) {
      if (mail.state !== 'Queued') continue;
      if (mail.claimedAt !== '') {
        if (minutesBetween(mail.claimedAt, context.now) <= MINUTES_OF_SENDING) continue;
        const error =
          'The registry was stopped while sending this: it may or may not have gone out. Check with the recipient.';
        context.draft.put('outbox', { ...mail, state: 'Failed', error });
        continue;
      }
      if (claimed.length === MOST_AT_ONCE || mail.to.length > left) continue;
      left -= mail.to.length;
      claimed.push(mail.id);
      context.draft.put('outbox', { ...mail, claimedAt: context.now });
    }
    return { subject: claimed.join(', '), value: { claimed } };
  },
});

/** Says which of the messages taken went out, why others did not, and which are given back because time was up. */
export const settleMail = command({
  name: 'settleMail',
  schema: () => v.strictObject({ sent: anything(), failed: anything(), unsent: v.optional(anything()) }),
  find: () => ({}),
  decide: (input, _found, context) => {
    const sent = Array.isArray(input.sent) ? input.sent.map(String) : [];
    const failed = Array.isArray(input.failed) ? (input.failed as { id: string; error: string }[]) : [];
    for (const id of sent) {
      const mail = context.draft.get('outbox', id);
      if (mail) context.draft.put('outbox', { ...mail, state: 'Sent', sentAt: context.now, error: '' });
    }
    for (const { id, error } of failed) {
      const mail = context.draft.get('outbox', id);
      if (mail) context.draft.put('outbox', { ...mail, state: 'Failed', error });
    }
    const unsent = Array.isArray(input.unsent) ? input.unsent.map(String) : [];
    for (const id of unsent) {
      const mail = context.draft.get('outbox', id);
      if (mail) context.draft.put('outbox', { ...mail, claimedAt: '' });
    }
    return { subject: [...sent, ...failed.map(({ id }) => id)].join(', ') };
  },
});

function minutesBetween(from: Instant, to: Instant): number {
  return (instantToEpochMs(to) - instantToEpochMs(from)) / 60_000;
}
