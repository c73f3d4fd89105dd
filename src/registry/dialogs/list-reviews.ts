import { businessDaysBetween } from '../../core/calendar/business-days-between.ts';
import type { PlainDate } from '../../core/calendar/dates.ts';
import { decisionTarget } from '../../core/calendar/decision-target.ts';
import type { Email } from '../../core/model/ids.ts';
import { compareArrival } from '../../core/registration/compare-arrival.ts';
import type { Context } from '../commands/context.ts';
import { actorEmail } from '../commands/context.ts';
import { type Decision, findMissingRight, findMissingRole } from '../commands/decide-command.ts';
import { responsibleManager } from '../commands/responsible-manager.ts';
import type { LeadRecord } from '../records.ts';
import type { ReviewLine, ReviewQueue } from './form-description.ts';
import { formatMoment } from './format-value.ts';

/** Nobody works through more at once; the rest comes up as these are decided. */
const MOST_REVIEWS = 100;

/**
 * The requests that wait for their decision, the oldest first: the time that a request may take is the same for all, so
 * that the oldest is the most urgent. For everybody who may see the evidence of the conflict check.
 */
export function listReviews(_question: object, context: Context): Decision {
  const missing = findMissingRole('compareMatches', context);
  if (missing) return { ok: false, issues: [missing] };
  const leads = context.draft.list('leads');
  const waiting = leads
    .filter(({ registration }) => registration.status === 'Submitted')
    .sort((a, b) => compareArrival(a.registration, b.registration));
  const managers = new Map<string, Email>();
  const queue: ReviewQueue = {
    reviews: waiting.slice(0, MOST_REVIEWS).map((lead) => describeReview(lead, managers, context)),
    more: Math.max(0, waiting.length - MOST_REVIEWS),
    returned: leads.filter(({ registration }) => registration.status === 'Returned').length,
  };
  return { ok: true, done: { value: { ...queue } } };
}

function describeReview(lead: LeadRecord, managers: Map<string, Email>, context: Context): ReviewLine {
  const { registration, view } = lead;
  const decideBy = decisionTarget(registration.registeredAt, context.settings);
  const partner = context.draft.get('partners', registration.partner);
  const manager =
    managers.get(registration.partner) ?? (partner ? responsibleManager(context, partner) : undefined);
  if (manager !== undefined) managers.set(registration.partner, manager);
  return {
    lead: lead.id,
    customer: registration.customer,
    website: registration.website,
    country: registration.country,
    partnerName: view.partnerName,
    registeredAt: formatMoment(registration.registeredAt, context.settings.timeZone),
    decideBy,
    ...tellTimeLeft(decideBy, context),
    verdict: view.verdict,
    note: registration.note,
    contacts: registration.contacts
      .map(({ name, title, email }) => [name, title, email].filter(Boolean).join(', '))
      .join('\n'),
    objections: registration.objections.map(({ by, on, reason }) => `${by} on ${on}: ${reason}`),
    attention: view.attention,
    isMine: manager === actorEmail(context.actor),
    mayDecide: findMissingRight('approveLead', { lead, partner }, {}, context) === null,
    mayObject: findMissingRight('objectLead', { lead, partner }, {}, context) === null,
  };
}

function tellTimeLeft(
  decideBy: PlainDate,
  { today, settings: { holidays } }: Context,
): Pick<ReviewLine, 'urgency' | 'timeLeft'> {
  if (today > decideBy) {
    const late = businessDaysBetween(decideBy, today, holidays);
    return { urgency: 'overdue', timeLeft: late === 0 ? 'Overdue' : `Overdue by ${inDays(late)}` };
  }
  if (today === decideBy) return { urgency: 'today', timeLeft: 'Due today' };
  const left = businessDaysBetween(today, decideBy, holidays);
  return { urgency: left <= 1 ? 'soon' : 'later', timeLeft: `${inDays(left)} left` };
}

function inDays(days: number): string {
  return days === 1 ? '1 business day' : `${days} business days`;
}
