import type { RegistrationFacts, SubmittedRegistration } from '../model/registration.ts';

/** The request as it is recorded when it arrives. Programme rules, section 2.1. */
export function submit(facts: RegistrationFacts): SubmittedRegistration {
  return { ...facts, status: 'Submitted' };
}
