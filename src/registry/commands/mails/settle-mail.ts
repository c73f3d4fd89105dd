import * as v from 'valibot';
import type { Instant } from '../../../core/calendar/dates.ts';
import { instantToEpochMs } from '../../../core/calendar/instant-to-epoch-ms.ts';
import { toInstant } from '../../../core/calendar/to-instant.ts';
import type { MailRecord } from '../../records.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { anything } from '../fields.ts';

/** Hours after a refusal until the message is tried again; after the last it is left to people. */
const RETRY_HOURS = [1, 6, 24];

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
      if (!mail) continue;
      context.draft.put('outbox', { ...mail, state: 'Sent', sentAt: context.now, retryAt: '', error: '' });
    }
    for (const { id, error } of failed) {
      const mail = context.draft.get('outbox', id);
      if (mail) context.draft.put('outbox', asFailed(mail, error, context));
    }
    const unsent = Array.isArray(input.unsent) ? input.unsent.map(String) : [];
    for (const id of unsent) {
      const mail = context.draft.get('outbox', id);
      if (mail) context.draft.put('outbox', { ...mail, claimedAt: '' });
    }
    return { subject: [...sent, ...failed.map(({ id }) => id)].join(', ') };
  },
});

/** Google refused it, so it did not go out: it is tried again by itself, later each time. */
function asFailed(mail: MailRecord, error: string, { now }: Context): MailRecord {
  const tries = (mail.tries ?? 0) + 1;
  const hours = RETRY_HOURS[tries - 1];
  return {
    ...mail,
    state: 'Failed',
    claimedAt: '',
    tries,
    retryAt: hours === undefined ? '' : hoursAfter(now, hours),
    error,
  };
}

function hoursAfter(now: Instant, hours: number): Instant {
  return toInstant(instantToEpochMs(now) + hours * 60 * 60 * 1000);
}
