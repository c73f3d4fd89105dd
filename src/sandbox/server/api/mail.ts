import * as v from 'valibot';
import { AccessDenied } from '../../errors.ts';
import type { SentMail } from '../../world-state.ts';
import { isRecipient } from '../mail-marks.ts';
import { changing, reading } from './define-route.ts';

/** A message in an inbox. */
export interface ListedMail {
  readonly id: number;
  readonly at: number;
  readonly from: string;
  readonly fromName: string | null;
  readonly subject: string;
  /** The beginning of its text. */
  readonly snippet: string;
  readonly isRead: boolean;
}

/** A message as its reader sees it: blind copies are shown to nobody else. */
export interface MailView extends ListedMail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly isBlindCopy: boolean;
  readonly replyTo: string | null;
  readonly body: string;
  readonly htmlBody: string | null;
}

/** An inbox, or as much of it as was asked for. */
export interface Inbox {
  readonly mails: readonly ListedMail[];
  /** How many messages match. */
  readonly total: number;
}

const SNIPPET = 140;

function listMail(mail: SentMail, id: number, isRead: boolean): ListedMail {
  return {
    id,
    at: mail.at,
    from: mail.from,
    fromName: mail.name,
    subject: mail.subject,
    snippet: mail.body.replace(/\s+/g, ' ').trim().slice(0, SNIPPET),
    isRead,
  };
}

function matches(mail: SentMail, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = `${mail.subject} ${mail.from} ${mail.name ?? ''} ${mail.body}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** The viewer's inbox, newest first. */
export const listInbox = reading(
  v.object({ query: v.string(), limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) }),
  ({ live }, { query, limit }, { viewer }): Inbox =>
    live.workspace.read(({ mail }) => {
      const found = mail
        .map((one, id) => ({ one, id }))
        .filter(({ one }) => isRecipient(one, viewer) && matches(one, query))
        .reverse();
      const mails = found
        .slice(0, limit)
        .map(({ one, id }) => listMail(one, id, live.mailMarks.isRead(viewer, id)));
      return { mails, total: found.length };
    }),
);

/** One message of the viewer's inbox, which is opened by it. */
export const openMail = changing(v.object({ id: v.number() }), ({ live }, { id }, { viewer }): MailView => {
  const mail = live.workspace.read((state) => state.mail[id]);
  if (mail === undefined || !isRecipient(mail, viewer)) {
    throw new AccessDenied('This message is not in the inbox of whoever is looking.');
  }
  if (!live.mailMarks.isRead(viewer, id)) {
    live.mailMarks.mark(viewer, id, true);
    live.touch();
  }
  const { to, cc, replyTo, body, htmlBody } = mail;
  const isBlindCopy = !isRecipient({ ...mail, bcc: [] }, viewer);
  return { ...listMail(mail, id, true), to, cc, isBlindCopy, replyTo, body, htmlBody };
});

/** Marks a message of the viewer as not yet opened. */
export const markUnread = changing(v.object({ id: v.number() }), ({ live }, { id }, { viewer }): null => {
  live.mailMarks.mark(viewer, id, false);
  live.touch();
  return null;
});
