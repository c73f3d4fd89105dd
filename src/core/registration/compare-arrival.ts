import type { RegistrationFacts } from '../model/registration.ts';
import { compareIds } from '../text/compare-ids.ts';

/**
 * Negative where `a` arrived before `b`, positive where after: by Registered at, ties by the number in the Lead ID.
 * Programme rules, section 2.2.
 */
export function compareArrival(
  a: Pick<RegistrationFacts, 'id' | 'registeredAt'>,
  b: Pick<RegistrationFacts, 'id' | 'registeredAt'>,
): number {
  if (a.registeredAt !== b.registeredAt) return a.registeredAt < b.registeredAt ? -1 : 1;
  return compareIds(a.id, b.id);
}
