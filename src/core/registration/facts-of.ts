import type { Registration, RegistrationFacts } from '../model/registration.ts';

/** What the registration has whatever its state, and nothing that belongs to its state alone. */
export function factsOf(registration: Registration): RegistrationFacts {
  return {
    id: registration.id,
    partner: registration.partner,
    customer: registration.customer,
    website: registration.website,
    country: registration.country,
    contacts: registration.contacts,
    note: registration.note,
    registeredAt: registration.registeredAt,
    previousLead: registration.previousLead,
    objections: registration.objections,
  };
}
