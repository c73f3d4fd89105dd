import { assembleDomains } from '../../../core/conflict/assemble-domains.ts';
import type { Email, PartnerId } from '../../../core/model/ids.ts';
import type { RequestedPartner } from '../../../core/model/partner.ts';
import { alreadyPartner, joinAcknowledgement, joinRequestToHead } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { PartnerRecord } from '../../records.ts';
import type { Context } from '../context.ts';
import { heads } from '../heads.ts';
import { findAlikeCompanies } from './find-same-company.ts';

export interface JoinRequest {
  readonly company: string;
  readonly contactName: string;
  /** Null where a form came without one. */
  readonly contactEmail: Email | null;
  readonly country: string;
  readonly note: string;
}

/** A company's first request, kept as a partner that is `Requested`; acknowledged, and the programme head told. */
export function keepJoinRequest(
  context: Context,
  request: JoinRequest,
  responses: readonly string[],
): PartnerId {
  const id = context.draft.nextId('partners') as PartnerId;
  const alike = findAlikeCompanies(context.draft, request).map(
    ({ partner }) => `${partner.name} (${partner.id})`,
  );
  const attention =
    alike.length === 0
      ? ''
      : `Possibly known already: addresses of the same domain belong to ${alike.join(', ')}.`;
  context.draft.put('partners', { id, partner: asRequested(context, id, request), responses, attention });
  acknowledge(context, request, id);
  tellHeads(context, `${request.company} asks to join the programme`, id, [attention, request.note]);
  return id;
}

/**
 * A request of a company that is known: kept with the record that there is, so that nobody is asked twice. It answers
 * what the company was asked, reopens a declined request, and is otherwise noted for the programme head.
 */
export function keepRepeatedRequest(
  context: Context,
  known: PartnerRecord,
  request: JoinRequest,
  responses: readonly string[],
): PartnerId {
  const kept: PartnerRecord = { ...known, responses: [...known.responses, ...responses] };
  switch (known.partner.status) {
    case 'Requested':
      if (known.partner.question === undefined) askAgain(context, kept, known.partner, request);
      else answerQuestion(context, kept, known.partner, request);
      break;
    case 'Declined':
      context.draft.put('partners', {
        ...kept,
        partner: asRequested(context, known.id, request),
        attention: `Declined before: ${known.partner.reason}`,
      });
      acknowledge(context, request, known.id);
      tellHeads(context, `${request.company} asks to join the programme again`, known.id, [
        `It was declined before: ${known.partner.reason}`,
        request.note,
      ]);
      break;
    default:
      askAsPartner(context, kept, request);
  }
  return known.id;
}

function asRequested({ now }: Context, id: PartnerId, request: JoinRequest): RequestedPartner {
  const { company, contactName, contactEmail, country, note } = request;
  const contacts = contactEmail === null ? [] : [contactEmail];
  return { id, status: 'Requested', name: company, country, contacts, requestedAt: now, contactName, note };
}

function answerQuestion(
  context: Context,
  kept: PartnerRecord,
  known: RequestedPartner,
  request: JoinRequest,
): void {
  const { question: _answered, ...rest } = known;
  const { contactName, country, note } = request;
  context.draft.put('partners', {
    ...kept,
    partner: {
      ...rest,
      contacts: withContact(known, request.contactEmail),
      contactName: contactName || known.contactName,
      country: country || known.country,
      note: note === '' || note === known.note ? known.note : [known.note, note].filter(Boolean).join('\n\n'),
    },
  });
  acknowledge(context, request, known.id);
  tellHeads(context, `${known.name} completed its request to join`, known.id, [note]);
}

function askAgain(
  context: Context,
  kept: PartnerRecord,
  known: RequestedPartner,
  request: JoinRequest,
): void {
  const attention = `Asked again on ${context.today}: ${describeSender(request)}.`;
  const contacts = withContact(known, request.contactEmail);
  context.draft.put('partners', { ...kept, partner: { ...known, contacts }, attention });
  acknowledge(context, request, known.id);
  tellHeads(context, `${known.name} asked to join once more`, known.id, [attention, request.note]);
}

/** Somebody asks in the name of a partner: a contact learns where the form is, about anybody else the head decides. */
function askAsPartner(context: Context, kept: PartnerRecord, request: JoinRequest): void {
  const { id, name, status, contacts } = kept.partner;
  const { contactEmail } = request;
  const isContact = contactEmail !== null && contacts.includes(contactEmail);
  if (isContact && status === 'Active') {
    context.draft.put('partners', kept);
    queueMail(context, alreadyPartner([contactEmail], name, id, context.links.leadForm));
    return;
  }
  const attention = `${describeSender(request)} asked to join on ${context.today}; the partner is ${status}.`;
  context.draft.put('partners', { ...kept, attention });
  acknowledge(context, request, id);
  tellHeads(context, `Somebody asks to join as ${name}`, id, [
    attention,
    isContact ? '' : 'Add the address to the partner’s contacts if it speaks for the partner.',
    request.note,
  ]);
}

function describeSender({ contactName, contactEmail }: JoinRequest): string {
  return [contactName, contactEmail].filter(Boolean).join(', ') || 'somebody without an address';
}

/** Whoever asks is a contact of the request too, where the address is of the same company's domain as another. */
function withContact({ contacts }: RequestedPartner, email: Email | null): readonly Email[] {
  if (email === null || contacts.includes(email)) return contacts;
  const own = assembleDomains('', contacts, []);
  const isOfCompany = assembleDomains('', [email], []).some((domain) => own.includes(domain));
  return contacts.length === 0 || isOfCompany ? [...contacts, email] : contacts;
}

function acknowledge(context: Context, { company, contactEmail }: JoinRequest, about: PartnerId): void {
  queueMail(context, joinAcknowledgement(contactEmail === null ? [] : [contactEmail], company, about));
}

function tellHeads(context: Context, what: string, about: PartnerId, why: readonly string[]): void {
  queueMail(
    context,
    joinRequestToHead(heads(context.team), what, about, why.filter(Boolean), context.links.registry),
  );
}
