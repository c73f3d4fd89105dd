import type { CustomerContact } from '../../core/model/registration.ts';
import { parseText } from '../../core/text/clean-text.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import { quoteText, shortenText } from '../../core/text/quote-text.ts';
import type { Problems } from './problems.ts';
import { readGiven } from './read-given.ts';

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

const PARTS = ['name', 'title', 'email'] as const;

function parseContact(item: unknown, field: string, problems: Problems): CustomerContact | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    problems.add('invalid', field, 'A contact needs a name or an e-mail address.');
    return null;
  }
  for (const key of Object.keys(item).filter((known) => !PARTS.some((part) => part === known))) {
    const path = `${field}.${shortenText(key, 80)}`;
    problems.add('invalid', path, `A contact has name, title and email, and no ${quoteText(key)}.`);
  }
  const part = (key: (typeof PARTS)[number]): string => {
    const text = readGiven(Object.hasOwn(item, key) ? Reflect.get(item, key) : '');
    if (text === null) {
      problems.add('invalid', `${field}.${key}`, 'Write a text here.');
      return '';
    }
    return problems.take(parseText(text, key, `${field}.${key}`)) ?? '';
  };
  const contact = { name: part('name'), title: part('title'), email: part('email') };
  if (contact.email !== '') {
    const email = parseEmail(contact.email);
    if (email === null) {
      problems.add('invalid', `${field}.email`, `${quoteText(contact.email)} is not an e-mail address.`);
      return null;
    }
    return { ...contact, email };
  }
  return contact.name === '' && contact.title === '' ? null : contact;
}
