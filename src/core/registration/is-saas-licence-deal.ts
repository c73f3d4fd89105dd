import type { Deal } from '../model/deal.ts';
import type { RegistrationFacts } from '../model/registration.ts';

/**
 * Whether the deal counts as a SaaS licence deal under this registration: of kind `SaaS licence`, or a `Renewal`
 * under a re-registration. Programme rules, section 1.
 */
export function isSaasLicenceDeal(
  deal: Pick<Deal, 'kind'>,
  registration: Pick<RegistrationFacts, 'previousLead'>,
): boolean {
  return deal.kind === 'SaaS licence' || (deal.kind === 'Renewal' && registration.previousLead !== null);
}
