import type { PlainDate } from '../calendar/dates.ts';
import type { Condition, Eligibility } from '../model/commission-line.ts';
import type { Deal, SignedDeal, UnsignedDeal } from '../model/deal.ts';
import type { Introduction } from '../model/introduction.ts';
import type { ApprovedRegistration } from '../model/registration.ts';
import { isSaasLicenceDeal } from '../registration/is-saas-licence-deal.ts';
import { windowEndsOn } from '../registration/window-ends-on.ts';
import { combineConditions, no, notYet, yes } from './combine-conditions.ts';
import { firstSaasLicenceDeal } from './first-saas-licence-deal.ts';
import { judgeTerm, judgeTermSoFar, judgeWindow, judgeWindowSoFar } from './judge-dates.ts';
import { judgeIntroductions, judgeIntroductionsSoFar } from './judge-introductions.ts';

/** What is known of the lead that a deal belongs to. */
export interface LeadContext {
  readonly registration: ApprovedRegistration;
  /** All deals of the lead. */
  readonly deals: readonly Deal[];
  /** All introductions of the lead. */
  readonly introductions: readonly Introduction[];
  readonly today: PlainDate;
}

/**
 * Whether the deal earns a commission: the five conditions, each with a sentence of evidence. For a signed deal it
 * is `not yet` only where nothing but One Network's confirmation of an introduction is missing; a deal that is
 * still open is `not yet` while signing it could be in time and first. Programme rules, section 4.
 */
export function assessDeal(deal: Deal, context: LeadContext): Eligibility {
  return deal.status === 'Signed' ? assessSigned(deal, context) : assessUnsigned(deal, context);
}

function assessSigned(deal: SignedDeal, context: LeadContext): Eligibility {
  const { registration, introductions } = context;
  const isLicence = isSaasLicenceDeal(deal, registration);
  return combineConditions({
    c1: judgeWindow(registration, deal.signedOn),
    c2: judgeIntroductions(registration, introductions, deal.signedOn),
    c3: isLicence
      ? yes(`${deal.id} is a SaaS licence deal signed on ${deal.signedOn}.`)
      : no(describeOtherKind(deal)),
    c4: judgeTerm(registration, deal.signedOn),
    c5: isLicence ? judgeFirst(deal, context) : no(describeOtherKind(deal)),
  });
}

function assessUnsigned(deal: UnsignedDeal, context: LeadContext): Eligibility {
  const { registration, introductions, today } = context;
  const inTime = today <= windowEndsOn(registration);
  const isLicence = isSaasLicenceDeal(deal, registration);
  const unlessOver = (condition: Condition): Condition => {
    if (deal.status === 'Lost') return no(`${deal.id} was lost.`);
    return isLicence ? condition : no(describeOtherKind(deal));
  };
  const first = firstSaasLicenceDeal(registration, context.deals);
  const unsigned = `${deal.id} is not signed`;
  const stillPossible = inTime
    ? notYet(`${unsigned} yet.`)
    : no(`${unsigned}, and the time for it ended on ${windowEndsOn(registration)}.`);
  return combineConditions({
    c1: judgeWindowSoFar(registration, today),
    c2: judgeIntroductionsSoFar(registration, introductions, { today, inTime }),
    c3: unlessOver(stillPossible),
    c4: judgeTermSoFar(registration, today),
    c5: unlessOver(first === null ? stillPossible : no(`${describeSigning(first)} is the first.`)),
  });
}

function judgeFirst(deal: SignedDeal, { registration, deals }: LeadContext): Condition {
  const first = firstSaasLicenceDeal(registration, deals);
  if (first?.id === deal.id) {
    return yes(`${deal.id} is the first SaaS licence deal under ${registration.id}.`);
  }
  if (deal.signedOn < registration.approval.approvedOn) {
    return no(`${deal.id} was signed before the approval on ${registration.approval.approvedOn}.`);
  }
  if (deal.revenue === null || deal.revenue.gross.minor <= 0) {
    return no(`${deal.id} has no gross first-year SaaS revenue.`);
  }
  return first === null
    ? no(`${deal.id} is no deal of ${registration.id}.`)
    : no(`${describeSigning(first)} is the first; later deals need a re-registration.`);
}

function describeSigning(deal: SignedDeal): string {
  return `${deal.id}, signed on ${deal.signedOn},`;
}

function describeOtherKind(deal: Deal): string {
  return deal.kind === 'Renewal'
    ? `${deal.id} is a renewal; it would count only under a re-registration.`
    : `${deal.id} is of kind ${deal.kind}, no SaaS licence deal.`;
}
