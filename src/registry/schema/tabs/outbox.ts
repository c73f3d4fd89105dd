import { MAIL_KINDS, type MailRecord } from '../../records.ts';
import type { Tab } from '../column.ts';
import { computed } from '../column-builders.ts';

/** Every message before and after it is sent. */
export const OUTBOX: Tab<MailRecord> = {
  kind: 'outbox',
  name: 'Outbox',
  idKey: 'id',
  protection: 'warning',
  hidden: false,
  frozenColumns: 1,
  meaning: 'Every message before and after it is sent.',
  columns: [
    computed('id', 'Mail ID', 'text', 'Given in order of creation.', (r) => r.id, { width: 80 }),
    computed('kind', 'Kind', 'choice', 'What it is for.', (r) => r.kind, { choices: MAIL_KINDS }),
    computed('to', 'To', 'long-text', 'Recipients.', (r) => r.to.join(', ')),
    computed('subject', 'Subject', 'long-text', 'Subject line.', (r) => r.subject),
    computed('about', 'About', 'text', 'The record it is about.', (r) => r.about, { width: 80 }),
    computed('state', 'State', 'choice', 'Queued, sent or failed.', (r) => r.state, {
      choices: ['Queued', 'Sent', 'Failed'],
    }),
    computed('queuedAt', 'Queued at', 'moment', 'When it was written.', (r) => r.queuedAt),
    computed('sentAt', 'Sent at', 'moment', 'When it went out.', (r) => r.sentAt),
    computed('body', 'Text', 'long-text', 'The message.', (r) => r.body),
    computed('error', 'Problem', 'long-text', 'Why it failed.', (r) => r.error),
    computed(
      'retryAt',
      'Tried again at',
      'moment',
      'When a failed one is tried again by itself.',
      (r) => r.retryAt ?? '',
    ),
  ],
};
