import { ok, type Result, refuse } from '../result.ts';

/** How long texts of a kind may be, in UTF-16 code units as a cell counts them. */
export const TEXT_LIMITS = {
  name: 200,
  title: 200,
  email: 254,
  country: 100,
  reference: 200,
  reason: 2000,
  website: 2000,
  note: 5000,
} as const;
export type TextKind = keyof typeof TEXT_LIMITS;

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g;

/**
 * The text as it is kept: Unicode in composed form (NFC), line ends as `\n`, control characters other than line
 * end and tab removed, spaces around it trimmed. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROL_CHARACTERS, '')
    .normalize('NFC')
    .trim();
}

/** As `cleanText`, on one line: every run of white space becomes one space. For names, titles and references. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** The text cleaned, or `invalid` where it is longer than its kind may be. An empty text is fine. */
export function parseText(text: string, kind: TextKind, field: string): Result<string> {
  const cleaned = kind === 'note' || kind === 'reason' ? cleanText(text) : cleanLine(text);
  const limit = TEXT_LIMITS[kind];
  if (cleaned.length <= limit) return ok(cleaned);
  return refuse({
    code: 'invalid',
    field,
    message: `This is ${cleaned.length} characters long; at most ${limit} are kept.`,
  });
}

/** As `parseText`, and `required` where nothing is left after cleaning. */
export function parseRequiredText(text: string, kind: TextKind, field: string): Result<string> {
  const parsed = parseText(text, kind, field);
  if (parsed.ok && parsed.value === '') {
    return refuse({ code: 'required', field, message: `Fill in ${field}.` });
  }
  return parsed;
}
