import * as v from 'valibot';
import type { Instant } from '../../../core/calendar/dates.ts';
import { sameCustomer } from '../../../core/conflict/same-customer.ts';
import type { Email, LeadId } from '../../../core/model/ids.ts';
import type { CustomerContact } from '../../../core/model/registration.ts';
import { submit } from '../../../core/registration/submit.ts';
import type { TextKind } from '../../../core/text/clean-text.ts';
import { parseEmail } from '../../../core/text/parse-email.ts';
import { asideToHead, notAPartner } from '../../mail/partner-messages.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { LeadRecord, PartnerRecord } from '../../records.ts';
import type { RecordsView } from '../../state/records-view.ts';
import { command } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { anything, someText, text } from '../fields.ts';
import { heads } from '../heads.ts';
import { completeRegistration, pickGiven } from '../leads/resubmit-lead.ts';
import { makeRegistration } from '../make-registration.ts';
import { Problems } from '../problems.ts';
import { noteLosses, readAnswer } from './read-answer.ts';

/** The questions of the lead form, as their titles say. */
export const LEAD_QUESTIONS = {
  customer: 'Customer name',
  website: 'Customer website',
  country: 'Customer country',
  contactName: 'Contact name',
  contactTitle: 'Contact title',
  contactEmail: 'Contact e-mail',
  note: 'Anything that helps the review',
} as const;

/**
 * Turns a response of the lead form into a registration, or completes the returned request that it is about. What
 * cannot be processed is kept, answered and flagged. The verified address says who asks. Programme rules, sections
 * 2 and 7.
 */
export const takeLeadForm = command({
  name: 'registerLead',
  schema: () =>
    v.strictObject({
      response: text('The response'),
      at: text('The time'),
      from: someText('email'),
      answers: anything(),
    }),
  find: (raw, context) => ({ done: findResponse(context.draft, String(raw.response ?? '')) }),
  decide: (input, { done }, context) => {
    if (done !== null) return { id: done };
    const request = readRequest(input.answers);
    const at = input.at as Instant;
    const from = parseEmail(input.from ?? '');
    const partner = context.draft
      .list('partners')
      .find(
        (record) =>
          from !== null &&
          record.partner.contacts.includes(from) &&
          ['Active', 'Suspended'].includes(record.partner.status),
      );
    if (request.problem !== '')
      return setAside(context, input.response, at, from, request, request.problem, partner);
    if (!partner) {
      return setAside(
        context,
        input.response,
        at,
        from,
        request,
        from === null
          ? 'the form came without the address of who sent it'
          : 'the address belongs to no active partner',
        partner,
      );
    }
    if (partner.partner.status !== 'Active') {
      return setAside(
        context,
        input.response,
        at,
        from,
        request,
        `${partner.partner.name} is ${partner.partner.status}`,
        partner,
      );
    }
    const returned = findReturned(context, partner, request);
    if (returned) {
      const { customer, website, country, note } = request;
      const completed = pickGiven({
        customer,
        website: website || null,
        country: country || null,
        note: note || null,
        contacts: request.contacts,
      });
      completeRegistration(context, new Problems(), returned, partner, completed, input.response);
      return { id: returned.id };
    }
    const { customer, website, country, note, contacts } = request;
    const id = makeRegistration(context, partner, {
      customer,
      website,
      country,
      note,
      contacts,
      registeredAt: at,
      previousLead: null,
      responses: [input.response],
    });
    return { id };
  },
});

interface WrittenRequest {
  readonly customer: string;
  readonly website: string;
  readonly country: string;
  readonly note: string;
  readonly contacts: readonly CustomerContact[];
  /** What keeps it from being processed, '' where nothing does. */
  readonly problem: string;
}

function readRequest(answers: unknown): WrittenRequest {
  const losses: string[] = [];
  const read = (key: keyof typeof LEAD_QUESTIONS, kind: TextKind) => {
    const { text, loss } = readAnswer(answers, LEAD_QUESTIONS[key], kind);
    losses.push(loss);
    return text;
  };
  const contact = {
    name: read('contactName', 'name'),
    title: read('contactTitle', 'title'),
    email: asAddress(read('contactEmail', 'email')),
  };
  const customer = read('customer', 'name');
  const website = read('website', 'website');
  const country = read('country', 'country');
  const note = read('note', 'note');
  return {
    customer,
    website,
    country,
    note: noteLosses(note, losses),
    contacts: contact.name + contact.title + contact.email === '' ? [] : [contact],
    problem: customer === '' ? 'the customer name is missing' : '',
  };
}

/** The address as addresses are kept; what is none stays as it was written. */
function asAddress(text: string): string {
  return parseEmail(text) ?? text;
}

/** The record that this response became already, or null. */
export function findResponse(records: RecordsView, response: string): string | null {
  const holds = (record: { readonly responses: readonly string[] }) => record.responses.includes(response);
  const record =
    records.list('leads').find(holds) ??
    records.list('partners').find(holds) ??
    records.list('aside').find(holds);
  return record?.id ?? null;
}

/** The returned request of this partner that the form is about: the one of the same customer. */
function findReturned(
  context: Context,
  partner: PartnerRecord,
  request: WrittenRequest,
): LeadRecord | undefined {
  const returned = context.draft
    .list('leads')
    .filter(({ registration }) => registration.partner === partner.id && registration.status === 'Returned');
  if (returned.length === 0) return undefined;
  // The request is looked at as if it were registered; the probe is dropped before anything is decided.
  const probe = context.draft.nextId('leads') as LeadId;
  const { customer, website, country, contacts, note } = request;
  context.customers.probe(
    submit({
      id: probe,
      partner: partner.id,
      customer,
      website,
      country,
      contacts,
      note,
      registeredAt: context.now,
      previousLead: null,
      objections: [],
    }),
  );
  const found = returned.find(({ id }) => sameCustomer(context.customers.prepared(), probe, id));
  context.customers.forget();
  context.draft.giveBack('leads');
  return found;
}

function setAside(
  context: Context,
  response: string,
  at: Instant,
  from: Email | null,
  request: WrittenRequest,
  why: string,
  partner: PartnerRecord | undefined,
) {
  const id = context.draft.nextId('aside');
  const [contact] = request.contacts;
  context.draft.put('aside', {
    id,
    arrivedAt: at,
    from: from ?? '',
    why,
    customer: request.customer,
    website: request.website,
    country: request.country,
    contact: contact ? [contact.name, contact.title, contact.email].filter(Boolean).join(', ') : '',
    note: request.note,
    responses: [response],
  });
  const { joinForm, registry } = context.links;
  if (partner?.partner.status !== 'Active')
    queueMail(context, notAPartner(from === null ? [] : [from], request.customer, id, joinForm));
  queueMail(
    context,
    asideToHead(heads(context.team), from ?? 'somebody', request.customer, id, why, registry),
  );
  return { id, reason: why };
}
