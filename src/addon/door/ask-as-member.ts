import { parseEmail } from '../../core/text/parse-email.ts';
import type { Services } from '../services/services.ts';
import type { Answer } from './answer.ts';
import { type Books, readBooks } from './books.ts';

/** Answers people of the team only. */
export function askAsMember(services: Services, ask: (books: Books) => Answer): Answer {
  const books = readBooks(services.workbook());
  const email = parseEmail(services.people.active());
  const member = email === null ? undefined : books.state.get('team', email)?.member;
  return member?.active
    ? ask(books)
    : refusal('not-allowed', 'Only people of the team may ask this. Ask the programme head.');
}

/** An answer that says what is wrong with what was sent. */
export function refusal(code: 'invalid' | 'not-allowed' | 'illegal-state', message: string): Answer {
  return { ok: false, code, issues: [{ code, message }] };
}
