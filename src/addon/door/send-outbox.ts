import { toInstant } from '../../core/calendar/to-instant.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import { hasMailToSend } from '../../registry/commands/mails/claim-mail.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { formatHtml } from '../../registry/mail/format-html.ts';
import type { MailRecord } from '../../registry/records.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import type { Answer } from './answer.ts';
import { readBooks } from './books.ts';
import { runSystemCommand } from './door.ts';
import { makeSnapshots } from './make-snapshots.ts';
import { RegistryError } from './registry-error.ts';
import { settleSnapshots } from './settle-snapshots.ts';
import { hasTimeToSend } from './work-time.ts';

const SENT_NOTHING: Answer = { ok: true, value: { sent: 0 } };

/**
 * Sends what waits in the outbox, in an execution of its own: takes messages (journaled), sends them without holding
 * the lock, and says what became of them (journaled). What exceeds the day's quota waits for the next run.
 */
export function sendOutbox(services: Services, known = readBooks(services.workbook()).state): Answer {
  if (!hasMailToSend(known, toInstant(services.tools.startedAtMs))) return SENT_NOTHING;
  const claimed = runSystemCommand(services, 'claimMail', {
    quota: services.mail.quotaLeft(),
  });
  if (!claimed.ok) return claimed;
  const ids = Array.isArray(claimed.value?.claimed) ? claimed.value.claimed.map(String) : [];
  if (ids.length === 0) return SENT_NOTHING;
  const { state } = readBooks(services.workbook());
  const name = readSettings(state).programmeName;
  const outcome = sendAll(
    services,
    ids.flatMap((id) => state.get('outbox', id) ?? []),
    name,
  );
  const settled = settle(services, outcome);
  return settled.ok ? { ok: true, value: { sent: outcome.sent.length } } : settled;
}

interface SendOutcome {
  readonly sent: readonly string[];
  readonly failed: readonly { readonly id: string; readonly error: string }[];
  /** What there was no time for, and what the day's quota did not suffice for after all. */
  readonly unsent: readonly string[];
}

/** Sends messages in order. Whatever else sends as this account may use the quota up on the way: the rest waits then. */
function sendAll(services: Services, mails: readonly MailRecord[], name: string): SendOutcome {
  const sent: string[] = [];
  const failed: { id: string; error: string }[] = [];
  const unsent: string[] = [];
  for (const mail of mails) {
    // What cannot be sent in time is given back: taken and never settled, it would count as "may have gone out".
    if (!hasTimeToSend(services)) {
      unsent.push(mail.id);
      continue;
    }
    const error = sendOne(services, mail, name);
    if (error === '') sent.push(mail.id);
    // Google's message is in the account's language: what is left of the quota says what it means.
    else if (services.mail.quotaLeft() < mail.to.length) unsent.push(mail.id);
    else failed.push({ id: mail.id, error });
  }
  return { sent, failed, unsent };
}

/** The lock may be taken for long: what is not said now would look as if it may or may not have gone out. */
const SETTLE_TRIES = 3;

function settle(services: Services, outcome: SendOutcome): Answer {
  let answer = runSystemCommand(services, 'settleMail', { ...outcome });
  for (let tries = 1; tries < SETTLE_TRIES && !answer.ok && answer.code === 'busy'; tries += 1) {
    answer = runSystemCommand(services, 'settleMail', { ...outcome });
  }
  return answer;
}

/** Sends a message; returns why it failed, '' where it went out. */
function sendOne(services: Services, mail: MailRecord, name: string): string {
  const { to, subject, body, replyTo = '' } = mail;
  const htmlBody = formatHtml(body);
  try {
    services.mail.send({
      to: to.join(','),
      subject,
      body,
      htmlBody,
      name,
      ...(replyTo === '' ? {} : { replyTo }),
    });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As `workOff`, for the person whose command left it: only people of the team may. */
export function sendOutboxAs(services: Services): Answer {
  const email = parseEmail(services.people.active());
  const { state } = readBooks(services.workbook());
  const member = email === null ? undefined : state.get('team', email)?.member;
  if (!member?.active) {
    const message = 'Only people of the team may send what waits in the outbox. Ask the programme head.';
    return { ok: false, code: 'not-allowed', issues: [{ code: 'not-allowed', message }] };
  }
  return workOff(services, state);
}

/** What this person cannot make, because a journal's archive is not open to them, say, the owner of the triggers makes. */
function makeAsked(services: Services, known: RecordsView): number {
  try {
    return makeSnapshots(services, known).made;
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    services.tools.log(`Snapshots wait for the clock: ${error.message}`);
    return 0;
  }
}

/** What a command or a typed cell left for an execution of its own: snapshots to make or to share, and mail. */
export function workOff(services: Services, known = readBooks(services.workbook()).state): Answer {
  const made = makeAsked(services, known);
  const answer = made > 0 ? sendOutbox(services) : sendOutbox(services, known);
  settleSnapshots(services, known);
  return answer;
}
