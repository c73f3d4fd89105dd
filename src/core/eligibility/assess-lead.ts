import type { PlainDate } from '../calendar/dates.ts';
import type { Eligibility } from '../model/commission-line.ts';
import type { Deal } from '../model/deal.ts';
import type { Introduction } from '../model/introduction.ts';
import type { ApprovedRegistration, Registration } from '../model/registration.ts';
import { isApproved, isOpen } from '../registration/is-approved.ts';
import { isSaasLicenceDeal } from '../registration/is-saas-licence-deal.ts';
import { windowEndsOn } from '../registration/window-ends-on.ts';
import { assessDeal, type LeadContext } from './assess-deal.ts';
import { combineConditions, no, notYet } from './combine-conditions.ts';
import { firstSaasLicenceDeal } from './first-saas-licence-deal.ts';
import { judgeTermSoFar, judgeWindowSoFar } from './judge-dates.ts';
import { judgeIntroductionsSoFar } from './judge-introductions.ts';

/** A lead in any state with what is known of it. */
export interface AnyLeadContext {
  readonly registration: Registration;
  readonly deals: readonly Deal[];
  readonly introductions: readonly Introduction[];
  readonly today: PlainDate;
}

/**
 * What the lead's row says of its eligibility: that of its first SaaS licence deal, or of the prospect of one. The
 * prospect is `not yet` while the request is open or today is inside the window, and `no` afterwards.
 * Programme rules, section 4.
 */
export function assessLead(context: AnyLeadContext): Eligibility {
  const { registration, deals } = context;
  if (!isApproved(registration)) return assessUnapproved(registration);
  const first = firstSaasLicenceDeal(registration, deals);
  const approved = { ...context, registration };
  return first === null ? assessProspect(approved) : assessDeal(first, approved);
}

function assessProspect({ registration, deals, introductions, today }: LeadContext): Eligibility {
  const end = windowEndsOn(registration);
  const inTime = today <= end;
  const uncounted = explainUncounted(registration, deals);
  const licence = inTime
    ? notYet(`No SaaS licence deal that counts is signed yet; there is time to ${end}.${uncounted}`)
    : no(`No SaaS licence deal that counts was signed by ${end}.${uncounted}`);
  return combineConditions({
    c1: judgeWindowSoFar(registration, today),
    c2: judgeIntroductionsSoFar(registration, introductions, { today, inTime }),
    c3: licence,
    c4: judgeTermSoFar(registration, today),
    c5: licence,
  });
}

/** Names the signed SaaS licence deals that are not counted as first, so that nobody looks for the mistake. */
function explainUncounted(registration: ApprovedRegistration, deals: readonly Deal[]): string {
  const reasons = deals.flatMap((deal) => {
    if (deal.status !== 'Signed' || !isSaasLicenceDeal(deal, registration)) return [];
    return deal.signedOn < registration.approval.approvedOn
      ? [`${deal.id} was signed on ${deal.signedOn}, before the approval`]
      : [`${deal.id} has no gross first-year SaaS revenue`];
  });
  return reasons.length === 0 ? '' : ` Not counted: ${reasons.join('; ')}.`;
}

function assessUnapproved(registration: Registration): Eligibility {
  const open = isOpen(registration);
  const all = open
    ? notYet(`${registration.id} is ${registration.status} and not decided yet.`)
    : no(`${registration.id} is ${registration.status}: it was never approved.`);
  return combineConditions({ c1: all, c2: all, c3: all, c4: all, c5: all });
}
