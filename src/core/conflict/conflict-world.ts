import type { PlainDate } from '../calendar/dates.ts';
import type { Account } from '../model/account.ts';
import type { CustomerRecordId, Judgement } from '../model/judgement.ts';
import type { Registration } from '../model/registration.ts';
import type { NameBook } from './name-book.ts';

/** What is known of the customer that a registration or an account names; texts as people typed them. */
export interface CustomerRecord {
  readonly id: CustomerRecordId;
  readonly name: string;
  readonly website: string;
  readonly country: string;
  /** Addresses of the request's contacts; none for accounts, and never those of introductions. */
  readonly emails: readonly string[];
  /** Mail domains of the partner who registered it, which say nothing of the customer; none for accounts. */
  readonly ownDomains: readonly string[];
}

/** A registration with the mail domains of the partner whose it is. */
export interface ConflictRegistration {
  readonly registration: Registration;
  readonly ownDomains: readonly string[];
}

/** Records that are found by a book of names and read one by one. */
export interface ConflictLibrary {
  readonly book: NameBook;
  /** The record of an ID that the book names. */
  readonly load: (id: CustomerRecordId) => ConflictRegistration | { readonly account: Account } | undefined;
  /** All registrations as they stand. */
  readonly registrations: () => Iterable<Registration>;
}

/**
 * Everything that the conflict check compares: all registrations and accounts, also those that are over. With a library
 * those that are new or have changed since its book was made, and the library has the others.
 */
export interface ConflictWorld {
  readonly registrations: readonly ConflictRegistration[];
  readonly accounts: readonly Account[];
  /** Of several for one pair the last counts. */
  readonly judgements: readonly Judgement[];
  /** The date on which is asked, in the programme time zone. */
  readonly today: PlainDate;
  readonly library?: ConflictLibrary | null;
}

/** The customer as a registration names it. */
export function assembleRegistrationRecord({
  registration,
  ownDomains,
}: ConflictRegistration): CustomerRecord {
  const { id, customer, website, country, contacts } = registration;
  const emails = contacts.map((contact) => contact.email).filter((email) => email !== '');
  return { id, name: customer, website, country, emails, ownDomains };
}

/** The customer as an account names it. */
export function assembleAccountRecord({ id, name, website, country }: Account): CustomerRecord {
  return { id, name, website, country, emails: [], ownDomains: [] };
}
