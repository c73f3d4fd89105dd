import * as v from 'valibot';
import type { Email, PartnerId } from '../../../core/model/ids.ts';
import { joinAcknowledgement, joinRequestToHead } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { email, someText, text } from '../fields.ts';
import { lookUpPartner, namedIn } from '../find-records.ts';
import { heads } from '../heads.ts';

/** Keeps a company's request to join, entered on its behalf. Programme rules, section 7. */
export const requestToJoin = command({
  name: 'requestToJoin',
  schema: () =>
    v.strictObject({
      company: text('The company'),
      contactName: text('The contact’s name'),
      contactEmail: email('The contact’s e-mail'),
      country: someText('country'),
      note: someText('note'),
    }),
  find: (raw, context) => ({ known: lookUpPartner(namedIn(raw, 'company'), context.draft) }),
  check: ({ known }, _context, problems) => {
    if (known) {
      problems.add(
        'illegal-state',
        'company',
        `${known.partner.name} is known as ${known.id}, ${known.partner.status}: admit that one instead.`,
      );
    }
  },
  decide: (input, _found, context, problems) => {
    if (problems.any) return {};
    const { company, contactName, contactEmail, country, note } = input;
    const id = keepJoinRequest(
      context,
      { company, contactName, contactEmail, country: country ?? '', note: note ?? '' },
      [],
    );
    return { id };
  },
});

export interface JoinRequest {
  readonly company: string;
  readonly contactName: string;
  /** Null where a form came without one. */
  readonly contactEmail: Email | null;
  readonly country: string;
  readonly note: string;
}

/** The request kept as a partner that is `Requested`; acknowledged, and the programme head told. */
export function keepJoinRequest(
  context: Context,
  request: JoinRequest,
  responses: readonly string[],
): PartnerId {
  const id = context.draft.nextId('partners') as PartnerId;
  const contacts = request.contactEmail === null ? [] : [request.contactEmail];
  context.draft.put('partners', {
    id,
    partner: {
      id,
      status: 'Requested',
      name: request.company,
      country: request.country,
      contacts,
      requestedAt: context.now,
      contactName: request.contactName,
      note: request.note,
    },
    responses,
  });
  queueMail(context, joinAcknowledgement(contacts, request.company, id));
  queueMail(
    context,
    joinRequestToHead(heads(context.team), request.company, id, request.note, context.links.registry),
  );
  return id;
}
