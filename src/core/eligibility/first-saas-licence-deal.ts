import type { Deal, SignedDeal } from '../model/deal.ts';
import type { ApprovedRegistration } from '../model/registration.ts';
import { isSaasLicenceDeal } from '../registration/is-saas-licence-deal.ts';
import { compareIds } from '../text/compare-ids.ts';

/**
 * The deal that C5 counts as the first SaaS licence deal under the registration, earning or not: by signing date,
 * then by the number in the deal ID, among its signed SaaS licence deals signed on or after Approved on with gross
 * above 0. Null where there is none. Programme rules, section 4: C5. Deals of other leads are passed over.
 */
export function firstSaasLicenceDeal(
  registration: ApprovedRegistration,
  deals: readonly Deal[],
): SignedDeal | null {
  let first: SignedDeal | null = null;
  for (const deal of deals) {
    if (!countsForFirst(deal, registration)) continue;
    if (first === null || compareSigning(deal, first) < 0) first = deal;
  }
  return first;
}

function countsForFirst(deal: Deal, registration: ApprovedRegistration): deal is SignedDeal {
  return (
    deal.lead === registration.id &&
    deal.status === 'Signed' &&
    isSaasLicenceDeal(deal, registration) &&
    deal.signedOn >= registration.approval.approvedOn &&
    deal.revenue !== null &&
    deal.revenue.gross.minor > 0
  );
}

function compareSigning(a: SignedDeal, b: SignedDeal): number {
  if (a.signedOn !== b.signedOn) return a.signedOn < b.signedOn ? -1 : 1;
  return compareIds(a.id, b.id);
}
