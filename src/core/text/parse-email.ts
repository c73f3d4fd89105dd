import { pipe, rfcEmail, safeParse, string } from 'valibot';
import type { Email } from '../model/ids.ts';
import { TEXT_LIMITS } from './clean-text.ts';

/** The domain needs a dot: addresses of the local machine receive no mail from Google. */
const DOTTED_DOMAIN = /@[^@]+\.[^@.]{2,}$/;

const schema = pipe(string(), rfcEmail());

/**
 * The address in lower case without spaces around it, or null where it is none. People are told apart by it, so
 * `Kim@Acme.example` and `kim@acme.example` are one person. Only what is an address before its case is set aside is
 * one: some letters of other scripts become Latin ones in lower case.
 */
export function parseEmail(text: string): Email | null {
  const address = text.trim();
  if (address.length > TEXT_LIMITS.email || !DOTTED_DOMAIN.test(address)) return null;
  return safeParse(schema, address).success ? (address.toLowerCase() as Email) : null;
}
