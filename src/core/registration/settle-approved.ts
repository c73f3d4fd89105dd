import type { PlainDate } from '../calendar/dates.ts';
import { firstSaasLicenceDeal } from '../eligibility/first-saas-licence-deal.ts';
import type { Deal } from '../model/deal.ts';
import type { ApprovedRegistration } from '../model/registration.ts';
import { factsOf } from './facts-of.ts';
import { releaseDateOf, windowEndsOn } from './window-ends-on.ts';

/**
 * The registration in the state that its dates and its deals give today: `Converted` where its first SaaS licence
 * deal was signed inside the window (whenever it was entered), otherwise `Released` where it was released,
 * `Expired` after its last day, `Active` until then. Asked after every change of a deal and by the daily run;
 * settling twice is settling once. Programme rules, sections 2 and 2.9.
 */
export function settleApproved(
  registration: ApprovedRegistration,
  deals: readonly Deal[],
  today: PlainDate,
): ApprovedRegistration {
  const facts = { ...factsOf(registration), approval: registration.approval };
  const releasedOn = releaseDateOf(registration);
  const releaseReason = 'releaseReason' in registration ? registration.releaseReason : '';
  const first = firstSaasLicenceDeal(registration, deals);
  if (first !== null && first.signedOn <= windowEndsOn(registration)) {
    return { ...facts, status: 'Converted', releasedOn, releaseReason };
  }
  if (releasedOn !== null) return { ...facts, status: 'Released', releasedOn, releaseReason };
  return { ...facts, status: today > registration.approval.activeUntil ? 'Expired' : 'Active' };
}
