import { maxLength, pipe, regex, rfcEmail, safeParse, string, toLowerCase, trim } from 'valibot';
import type { Email } from '../model/ids.ts';
import { TEXT_LIMITS } from './clean-text.ts';

/** The domain needs a dot: addresses of the local machine receive no mail from Google. */
const DOTTED_DOMAIN = /@[^@]+\.[^@.]{2,}$/;

const schema = pipe(
  string(),
  trim(),
  toLowerCase(),
  maxLength(TEXT_LIMITS.email),
  rfcEmail(),
  regex(DOTTED_DOMAIN),
);

/**
 * The address in lower case without spaces around it, or null where it is none. People are told apart by it, so
 * `Kim@Acme.example` and `kim@acme.example` are one person.
 */
export function parseEmail(text: string): Email | null {
  const parsed = safeParse(schema, text);
  return parsed.success ? (parsed.output as Email) : null;
}
