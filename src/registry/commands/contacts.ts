import type { CustomerContact } from '../../core/model/registration.ts';
import { cleanLine, TEXT_LIMITS } from '../../core/text/clean-text.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import type { Problems } from './problems.ts';

const MOST_CONTACTS = 50;

/** Reads the contacts of a request: objects with name, e-mail and title, each part optional but not all. */
export function parseContacts(given: unknown, problems: Problems): readonly CustomerContact[] | null {
  if (given === undefined || given === null || given === '') return null;
  if (!Array.isArray(given)) {
    problems.add(
      'invalid',
      'contacts',
      'Contacts must be a list of people, each with name, e-mail and title.',
    );
    return null;
  }
  if (given.length > MOST_CONTACTS) {
    problems.add('invalid', 'contacts', `At most ${MOST_CONTACTS} contacts are kept with a request.`);
    return null;
  }
  const contacts: CustomerContact[] = [];
  given.forEach((item: unknown, i) => {
    const contact = parseContact(item, `contacts.${i}`, problems);
    if (contact) contacts.push(contact);
  });
  return contacts;
}

function parseContact(item: unknown, field: string, problems: Problems): CustomerContact | null {
  if (typeof item !== 'object' || item === null) {
    problems.add('invalid', field, 'A contact needs a name or an e-mail address.');
    return null;
  }
  const part = (key: 'name' | 'title' | 'email') => {
    const value: unknown = Reflect.get(item, key);
    const text = value === undefined || value === null ? '' : cleanLine(String(value));
    if (text.length > TEXT_LIMITS.name)
      problems.add('invalid', `${field}.${key}`, `At most ${TEXT_LIMITS.name} characters are kept.`);
    return text;
  };
  const contact = { name: part('name'), title: part('title'), email: part('email') };
  if (contact.email !== '') {
    const email = parseEmail(contact.email);
    if (email === null) {
      problems.add('invalid', `${field}.email`, `"${contact.email}" is not an e-mail address.`);
      return null;
    }
    return { ...contact, email };
  }
  return contact.name === '' && contact.title === '' ? null : contact;
}
