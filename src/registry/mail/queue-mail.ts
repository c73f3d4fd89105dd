import type { Email } from '../../core/model/ids.ts';
import { findMember } from '../../core/people/find-member.ts';
import { findHead } from '../../core/people/responsible-for.ts';
import { cleanLine } from '../../core/text/clean-text.ts';
import type { Context } from '../commands/context.ts';
import { responsibleManager } from '../commands/responsible-manager.ts';
import type { MailKind } from '../records.ts';

export interface Message {
  readonly kind: MailKind;
  readonly to: readonly Email[];
  readonly subject: string;
  /** Paragraphs; the programme's signature follows. */
  readonly paragraphs: readonly string[];
  /** ID of the record that it is about. */
  readonly about: string;
  /** Where the same occasion may come up again: a text that names it, such as `expiry/L-0001/30`. */
  readonly occasion?: string;
}

/** Google takes this many recipients in one message. */
const MOST_RECIPIENTS = 50;

/**
 * Puts a message into the outbox, once for each occasion; several times where it has more recipients than one message
 * takes. Without recipients nothing is queued.
 */
export function queueMail(context: Context, message: Message): void {
  const to = [...new Set(message.to)];
  const occasion = message.occasion ?? '';
  if (to.length === 0 || (occasion !== '' && context.occasions().has(occasion))) return;
  if (occasion !== '') context.occasions().add(occasion);
  const { companyName, programmeName } = context.settings;
  for (let start = 0; start < to.length; start += MOST_RECIPIENTS) {
    context.draft.put('outbox', {
      id: context.draft.nextId('outbox'),
      kind: message.kind,
      to: to.slice(start, start + MOST_RECIPIENTS),
      // A header has one line, whatever the names in it were.
      subject: cleanLine(message.subject),
      body: [...message.paragraphs, `${companyName}\n${programmeName}`].join('\n\n'),
      about: message.about,
      occasion,
      replyTo: answeredBy(context, to),
      state: 'Queued',
      claimedAt: '',
      queuedAt: context.now,
      sentAt: '',
      error: '',
    });
  }
}

/** Whoever is no person of the team answers to their partner's manager, or to the programme head. */
function answeredBy(context: Context, [first]: readonly Email[]): Email | '' {
  if (first === undefined || findMember(first, context.team) !== null) return '';
  const partner = context.draft
    .list('partners')
    .find((record) => 'manager' in record.partner && record.partner.contacts.includes(first));
  if (partner !== undefined) return responsibleManager(context, partner);
  return findHead(context.team, context.today)?.person ?? '';
}
