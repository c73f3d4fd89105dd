import type { ConflictRegistration } from '../../core/conflict/conflict-world.ts';
import type { Registration } from '../../core/model/registration.ts';
import type { RecordsView } from '../state/records-view.ts';

/** The registration with the mail domains of its partner, which say nothing of the customer. Programme rules, section 3. */
export function withOwnDomains(records: RecordsView, registration: Registration): ConflictRegistration {
  const contacts = records.get('partners', registration.partner)?.partner.contacts ?? [];
  const ownDomains = [...new Set(contacts.map((email) => email.slice(email.lastIndexOf('@') + 1)))];
  return { registration, ownDomains };
}
