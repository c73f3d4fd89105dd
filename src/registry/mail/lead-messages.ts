import type { PlainDate } from '../../core/calendar/dates.ts';
import type { Email } from '../../core/model/ids.ts';
import type { ActiveRegistration, ReasonCode, RegistrationFacts } from '../../core/model/registration.ts';
import { endSentence } from '../../core/text/end-sentence.ts';
import type { Message } from './queue-mail.ts';

interface About {
  readonly lead: RegistrationFacts;
  readonly partnerName: string;
}

/** The reason in the words that partners may read: who holds a customer, or that it is engaged, stays inside. */
export function partnerReason(reason: ReasonCode): string {
  switch (reason) {
    case 'engaged':
    case 'held-by-partner':
    case 'duplicate':
      return 'The customer is not available for registration.';
    case 'not-a-fit':
      return 'The customer is not a fit for our solutions at present.';
    case 'insufficient-information':
      return 'We need more information to decide.';
    case 'other':
      return '';
  }
}

export function acknowledgement(to: readonly Email[], { lead }: About, decideBy: PlainDate): Message {
  return {
    kind: 'acknowledgement',
    to,
    about: lead.id,
    subject: `We received your lead registration ${lead.id}: ${lead.customer}`,
    paragraphs: [
      `${endSentence(`Thank you for registering ${lead.customer}`)} Your request has the number ${lead.id}.`,
      `Our alliance and sales team review it by the end of ${decideBy}. You will hear from us as soon as it is decided.`,
    ],
  };
}

export function reviewRequest(
  to: readonly Email[],
  { lead, partnerName }: About,
  decideBy: PlainDate,
  verdict: string,
  evidence: string,
  registry: string,
): Message {
  return {
    kind: 'review-request',
    to,
    about: lead.id,
    subject: `Please review ${lead.id}: ${lead.customer} (${partnerName})`,
    paragraphs: [
      `${endSentence(`${partnerName} registered ${lead.customer}`)} Please decide by the end of ${decideBy}.`,
      `Conflict check: ${evidence.startsWith(verdict) ? evidence : [verdict, evidence].filter(Boolean).join('\n')}`,
      `Lead registry: ${registry}`,
    ],
  };
}

export function returnedToPartner(
  to: readonly Email[],
  { lead }: About,
  fields: readonly string[],
  reason: ReasonCode,
  note: string,
  form: string,
): Message {
  return {
    kind: 'decision',
    to,
    about: lead.id,
    subject: `Please complete your lead registration ${lead.id}: ${lead.customer}`,
    paragraphs: [
      `To decide on ${lead.customer} we need more information. Please complete: ${fields.join(', ')}.`,
      [partnerReason(reason), note].filter(Boolean).join('\n'),
      `Send the form again for the same customer: ${form}\nYour place in the order of requests stays as it is.`,
    ].filter(Boolean),
  };
}

export function rejectedToPartner(
  to: readonly Email[],
  { lead }: About,
  reason: ReasonCode,
  note: string,
): Message {
  return {
    kind: 'decision',
    to,
    about: lead.id,
    subject: `Your lead registration ${lead.id}: ${lead.customer} was not approved`,
    paragraphs: [
      endSentence(`We cannot approve the registration of ${lead.customer}`),
      [partnerReason(reason), note].filter(Boolean).join('\n'),
      'Your alliance manager will gladly answer questions.',
    ].filter(Boolean),
  };
}

export function approvedToPartner(to: readonly Email[], lead: ActiveRegistration): Message {
  const { approvedOn, activeUntil } = lead.approval;
  return {
    kind: 'decision',
    to,
    about: lead.id,
    subject: `Your lead registration ${lead.id}: ${lead.customer} is approved`,
    paragraphs: [
      `${lead.customer} is available and your registration ${lead.id} is approved on ${approvedOn}. It is active until ${activeUntil}, that day included.`,
      'Please introduce us to the decision makers before a contract is signed: your commission depends on it.',
    ],
  };
}

export function approvedToSalesOwner(
  lead: ActiveRegistration,
  partnerName: string,
  introduced: string,
  registry: string,
): Message {
  const { activeUntil, salesOwner } = lead.approval;
  return {
    kind: 'assignment',
    to: [salesOwner],
    about: lead.id,
    subject: `You are the sales account owner of ${lead.id}: ${lead.customer}`,
    paragraphs: [
      `${lead.customer} was registered by ${partnerName} and assigned to you. The registration is active until ${activeUntil}.`,
      `Contacts introduced so far: ${introduced === '' ? 'none yet' : introduced}.`,
      `Lead registry: ${registry}`,
    ],
  };
}

export function withdrawnToPartner(to: readonly Email[], { lead }: About, why: string): Message {
  return {
    kind: 'decision',
    to,
    about: lead.id,
    subject: `Your lead registration ${lead.id}: ${lead.customer} was withdrawn`,
    paragraphs: [
      `The registration of ${lead.customer} was withdrawn. ${why}`.trim(),
      'You may register the customer again at any time.',
    ],
  };
}

export function releasedToPartner(
  to: readonly Email[],
  { lead }: About,
  releasedOn: PlainDate,
  why: string,
): Message {
  return {
    kind: 'decision',
    to,
    about: lead.id,
    subject: `Your lead registration ${lead.id}: ${lead.customer} was released`,
    paragraphs: [
      `The registration of ${lead.customer} ends with ${releasedOn}; that day still counts. ${why}`.trim(),
    ],
  };
}

export function expiryNotice(
  to: readonly Email[],
  { lead, partnerName }: About,
  activeUntil: PlainDate,
  days: number,
  step: number,
): Message {
  return {
    kind: 'expiry',
    to,
    about: lead.id,
    occasion: `expiry/${lead.id}/${step}`,
    subject: `${days} ${days === 1 ? 'day' : 'days'} left: ${lead.id} ${lead.customer} is active until ${activeUntil}`,
    paragraphs: [
      `The registration ${lead.id} of ${lead.customer} by ${partnerName} is active until ${activeUntil}, that day included.`,
      'A contract signed by then still earns the commission; the partner may register the customer again afterwards.',
    ],
  };
}

export function reviewReminder(
  to: readonly Email[],
  { lead, partnerName }: About,
  decideBy: PlainDate,
  registry: string,
): Message {
  return {
    kind: 'reminder',
    to,
    about: lead.id,
    occasion: `reminder/${lead.id}`,
    subject: `Still to decide: ${lead.id} ${lead.customer}, by ${decideBy}`,
    paragraphs: [
      `The request ${lead.id} of ${partnerName} for ${lead.customer} is to be decided by the end of ${decideBy}.`,
      'Please approve it, reject it, or ask it back.',
      `Lead registry: ${registry}`,
    ],
  };
}

/** `reviewer` is whose decision it is, for the reader. */
export function reviewEscalation(
  to: readonly Email[],
  { lead, partnerName }: About,
  decideBy: PlainDate,
  reviewer: string,
  registry: string,
): Message {
  return {
    kind: 'escalation',
    to,
    about: lead.id,
    occasion: `escalation/${lead.id}`,
    subject: `Overdue decision: ${lead.id} ${lead.customer}, was due ${decideBy}`,
    paragraphs: [
      `The request ${lead.id} of ${partnerName} for ${lead.customer} should have been decided by the end of ${decideBy}. It waits for ${reviewer}.`,
      'Please decide it, or assign the partner to another alliance manager.',
      `Lead registry: ${registry}`,
    ],
  };
}
