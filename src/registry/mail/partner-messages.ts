import type { PlainDate } from '../../core/calendar/dates.ts';
import type { Email } from '../../core/model/ids.ts';
import { endSentence } from '../../core/text/end-sentence.ts';
import type { Context } from '../commands/context.ts';
import { assembleMailList, assembleMailTable } from './format-html.ts';
import type { Message } from './queue-mail.ts';

export function joinAcknowledgement(to: readonly Email[], partner: string, about: string): Message {
  return {
    kind: 'acknowledgement',
    to,
    about,
    subject: 'We received your request to join our partner programme',
    paragraphs: [`${endSentence(`Thank you for asking to join with ${partner}`)} We will get back to you.`],
  };
}

/** Everything that a partner needs to begin; to contacts who were added later as well. */
export function welcome(
  to: readonly Email[],
  { partner, about, manager }: { readonly partner: string; readonly about: string; readonly manager: string },
  { settings, links, today }: Pick<Context, 'settings' | 'links' | 'today'>,
): Message {
  const { trainingDate } = settings;
  const resources = [
    settings.resourcesLink === '' ? '' : `Online resources: ${settings.resourcesLink}`,
    settings.communityLink === '' ? '' : `Partner community: ${settings.communityLink}`,
    ...links.resources.map(({ name, link }) => `${name}: ${link}`),
    trainingDate === null || trainingDate < today ? '' : `Next sales training: ${trainingDate}`,
  ].filter(Boolean);
  return {
    kind: 'welcome',
    to,
    about,
    subject: `Welcome to the ${settings.programmeName}`,
    paragraphs: [
      `${partner} is a referral partner of ${settings.companyName}. Your alliance manager is ${manager}.`,
      `Register leads with this form, signed in with this address:\n${links.leadForm}`,
      ...(resources.length === 0 ? [] : [assembleMailList(resources)]),
      'You hear of every decision by mail, and receive your leads and commissions as a spreadsheet on the 1st of each month.',
    ],
  };
}

/** What a company that wants to join is asked before it is decided. */
export function joinQuestion(
  to: readonly Email[],
  partner: string,
  about: string,
  { fields, note }: { readonly fields: readonly string[]; readonly note: string },
  form: string,
): Message {
  return {
    kind: 'decision',
    to,
    about,
    subject: `Please complete your request to join: ${partner}`,
    paragraphs: [
      `${endSentence(`Thank you for asking to join with ${partner}`)} To decide we need to know more:`,
      assembleMailList(fields),
      ...(note === '' ? [] : [note]),
      `Send the form once more with the same company name:\n${form}`,
    ],
  };
}

/** The answer to a contact of a partner who asks to join. */
export function alreadyPartner(to: readonly Email[], partner: string, about: string, form: string): Message {
  return {
    kind: 'acknowledgement',
    to,
    about,
    subject: `${partner} is a referral partner already`,
    paragraphs: [
      `Thank you for your request. ${partner} is in the programme, and you may register leads right away with this form, signed in with this address:\n${form}`,
    ],
  };
}

/** The quarterly sales training. */
export function trainingInvitation(
  to: readonly Email[],
  partner: string,
  about: string,
  date: PlainDate,
  resourcesLink: string,
): Message {
  return {
    kind: 'training',
    to,
    about,
    subject: `Sales training on ${date}`,
    paragraphs: [
      `The people of ${partner} are invited to our quarterly sales training on ${date}.`,
      ...(resourcesLink === '' ? [] : [`Online resources: ${resourcesLink}`]),
      'Please answer this message if you cannot come, or if somebody else should come along.',
    ],
  };
}

export function joinDeclined(to: readonly Email[], partner: string, about: string, reason: string): Message {
  return {
    kind: 'decision',
    to,
    about,
    subject: 'Your request to join our partner programme',
    paragraphs: [`We cannot admit ${partner} to the programme. ${reason}`.trim()],
  };
}

/** To whoever is a partner's alliance manager from now on, with the reviews that come along. */
export function partnerAssigned(
  manager: Email,
  partner: string,
  about: string,
  reviews: readonly string[],
  registry: string,
): Message {
  return {
    kind: 'assignment',
    to: [manager],
    about,
    subject: `You are the alliance manager of ${partner}`,
    paragraphs: [
      `${partner} (${about}) is assigned to you.`,
      ...(reviews.length === 0
        ? ['No request of it waits for a decision.']
        : ['These requests wait for your decision:', assembleMailList(reviews)]),
      `Lead registry: ${registry}`,
    ],
  };
}

/** To whoever was a partner's alliance manager, with the reviews that are no longer theirs. */
export function partnerHandedOver(
  manager: Email,
  partner: string,
  about: string,
  successor: string,
  reviews: readonly string[],
): Message {
  return {
    kind: 'assignment',
    to: [manager],
    about,
    subject: `${partner} is now assigned to ${successor}`,
    paragraphs: [
      `${successor} is the alliance manager of ${partner} (${about}) from now on.`,
      ...(reviews.length === 0
        ? []
        : ['These requests are no longer yours to decide:', assembleMailList(reviews)]),
    ],
  };
}

export function joinRequestToHead(
  to: readonly Email[],
  what: string,
  about: string,
  why: readonly string[],
  registry: string,
): Message {
  return {
    kind: 'review-request',
    to,
    about,
    subject: what,
    paragraphs: [
      `${what} (${about}). Please admit it, decline it, or ask it back.`,
      ...why,
      `Lead registry: ${registry}`,
    ],
  };
}

/** The answer to a lead request that cannot become a registration. */
export function notAPartner(
  to: readonly Email[],
  customer: string,
  about: string,
  joinForm: string,
): Message {
  return {
    kind: 'not-a-partner',
    to,
    about,
    subject: `Your lead request for ${customer}`,
    paragraphs: [
      `${endSentence(`Thank you for your request for ${customer}`)} We kept it, but could not register it: this address does not belong to an active referral partner.`,
      `If your company is a referral partner, please write to us, or send the form again with the address that we know. If not, ask to join our partner programme:\n${joinForm}`,
      'The request is not lost.',
    ],
  };
}

export function asideToHead(
  to: readonly Email[],
  from: string,
  customer: string,
  about: string,
  why: string,
  registry: string,
): Message {
  return {
    kind: 'review-request',
    to,
    about,
    subject: `A lead request was set aside: ${customer} from ${from}`,
    paragraphs: [
      `${endSentence(`${from} asked to register ${customer}`)} ${endSentence(`It was kept as ${about} on the tab Set aside and not registered: ${why}`)}`,
      `Lead registry: ${registry}`,
    ],
  };
}

/** `late` are months made up for, which no message has named yet. */
export function snapshotShared(
  to: readonly Email[],
  {
    partner,
    about,
    month,
    asOf,
    link,
  }: {
    readonly partner: string;
    readonly about: string;
    readonly month: string;
    readonly asOf: string;
    readonly link: string;
  },
  late: readonly { readonly month: string; readonly file: string }[],
): Message {
  return {
    kind: 'snapshot',
    to,
    about,
    subject: `Your leads and commissions as of ${month}`,
    paragraphs: [
      `The leads, deals and commissions of ${partner} as they stood ${asOf}, with what changed and your statement:\n${link}`,
      ...(late.length === 0
        ? []
        : ['Made up for now:', assembleMailList(late.map((one) => `${one.month}: ${one.file}`))]),
    ],
  };
}

/** One commission that is due, in the words of the list to finance. */
export interface DueLine {
  readonly id: string;
  readonly partner: string;
  readonly customer: string;
  readonly amount: string;
  readonly dueOn: string;
}

/** Totals are one a currency: amounts of different currencies are never added together. */
export function dueList(
  to: readonly Email[],
  monday: string,
  lines: readonly DueLine[],
  totals: readonly string[],
  registry: string,
): Message {
  return {
    kind: 'due-list',
    to,
    about: monday,
    occasion: `due-list/${monday}`,
    subject: `Commissions due on ${monday}: ${lines.length}`,
    paragraphs: [
      'These commissions are due or overdue:',
      assembleMailTable([
        ['Commission', 'Partner', 'Customer', 'Amount', 'Due on'],
        ...lines.map(({ id, partner, customer, amount, dueOn }) => [id, partner, customer, amount, dueOn]),
      ]),
      `Together: ${totals.join('; ')}`,
      `Lead registry: ${registry}`,
    ],
  };
}
