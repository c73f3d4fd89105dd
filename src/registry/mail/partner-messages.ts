import type { Email } from '../../core/model/ids.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Links } from '../commands/context.ts';
import type { Message } from './queue-mail.ts';

export function joinAcknowledgement(to: readonly Email[], partner: string, about: string): Message {
  return {
    kind: 'acknowledgement',
    to,
    about,
    subject: 'We received your request to join our partner programme',
    paragraphs: [`Thank you for asking to join with ${partner}. We will get back to you.`],
  };
}

export function welcome(
  to: readonly Email[],
  partner: string,
  about: string,
  manager: string,
  settings: Settings,
  links: Links,
): Message {
  const resources = [
    settings.resourcesLink === '' ? '' : `Online resources: ${settings.resourcesLink}`,
    settings.communityLink === '' ? '' : `Partner community: ${settings.communityLink}`,
    settings.trainingDate === null ? '' : `Next sales training: ${settings.trainingDate}`,
  ].filter(Boolean);
  return {
    kind: 'welcome',
    to,
    about,
    subject: `Welcome to the ${settings.programmeName}`,
    paragraphs: [
      `${partner} is now a referral partner. Your alliance manager is ${manager}.`,
      `Register leads with this form, signed in with this address: ${links.leadForm}`,
      ...(resources.length === 0 ? [] : [resources.join('\n')]),
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

export function partnerAssigned(to: readonly Email[], partner: string, about: string): Message {
  return {
    kind: 'assignment',
    to,
    about,
    subject: `You are the alliance manager of ${partner}`,
    paragraphs: [`${partner} (${about}) and its open requests are assigned to you.`],
  };
}

export function joinRequestToHead(
  to: readonly Email[],
  partner: string,
  about: string,
  note: string,
  registry: string,
): Message {
  return {
    kind: 'review-request',
    to,
    about,
    subject: `${partner} asks to join the programme`,
    paragraphs: [
      `${partner} asks to join (${about}). Please admit or decline it.`,
      ...(note === '' ? [] : [note]),
      `Lead registry: ${registry}`,
    ],
  };
}

/** The answer to a lead request that cannot become a registration. */
export function notAPartner(to: readonly Email[], customer: string, about: string): Message {
  return {
    kind: 'not-a-partner',
    to,
    about,
    subject: `Your lead request for ${customer}`,
    paragraphs: [
      `Thank you for your request for ${customer}. We kept it, but could not register it: this address does not belong to an active referral partner.`,
      'Please write to us, or ask to join our partner programme; the request is not lost.',
    ],
  };
}

export function asideToHead(
  to: readonly Email[],
  from: string,
  customer: string,
  about: string,
  why: string,
): Message {
  return {
    kind: 'review-request',
    to,
    about,
    subject: `A lead request was set aside: ${customer} from ${from}`,
    paragraphs: [`${from} asked to register ${customer}. It was kept as ${about} and not registered: ${why}`],
  };
}

export function snapshotShared(
  to: readonly Email[],
  partner: string,
  about: string,
  month: string,
  link: string,
): Message {
  return {
    kind: 'snapshot',
    to,
    about,
    subject: `Your leads and commissions as of ${month}`,
    paragraphs: [`The lead registry of ${partner} as it stood at the end of ${month}: ${link}`],
  };
}

export function dueList(to: readonly Email[], monday: string, lines: readonly string[]): Message {
  return {
    kind: 'due-list',
    to,
    about: monday,
    occasion: `due-list/${monday}`,
    subject: `Commissions due on ${monday}: ${lines.length}`,
    paragraphs: ['These commissions are due or overdue:', lines.join('\n')],
  };
}
