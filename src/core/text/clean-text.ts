import { type Issue, ok, type Result, refuse } from '../result.ts';

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

/**
 * What neither a cell nor a mail keeps as it was: control characters but for line end and tab, halves of characters,
 * and the two code points that XML has no place for.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
const UNKEEPABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;
const LINE_END = /[\n\t\u2028\u2029]/g;
/** A letter, digit, sign or symbol: something to see. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u;

/**
 * The text in the one form in which it is compared and kept: Unicode composed (NFC), line ends of Windows and of old
 * Macs as `\n`, without the white space around it. Everything else stays as it was written.
 */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/**
 * As `normaliseText`, without the characters that cannot be kept. For what cannot be sent back to whoever wrote it;
 * anything else is refused by `parseText` instead. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  // Without its neighbours a mark may compose with another letter, so what remains is composed anew.
  return normaliseText(normaliseText(text).replace(UNKEEPABLE, ''));
}

/** As `cleanText`, on one line: every run of white space becomes one space. For comparing names and references. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** Whether texts of this kind may have several lines. */
export function hasLines(kind: TextKind): boolean {
  return kind === 'note' || kind === 'reason';
}

/**
 * The text as written but for `normaliseText`, or `invalid` with everything that keeps it from being kept exactly so:
 * characters that no cell holds, several lines where its kind has one, more characters than its kind may have. An
 * empty text is fine.
 */
export function parseText(text: string, kind: TextKind, field: string): Result<string> {
  const kept = normaliseText(text);
  const messages: string[] = [];
  const unkeepable = kept.match(UNKEEPABLE);
  if (unkeepable !== null) {
    messages.push(`It contains characters that cannot be kept (${nameCharacters(unkeepable)}): remove them.`);
  }
  if (!hasLines(kind) && kept.search(LINE_END) >= 0) {
    messages.push('It has line breaks or tabs: write it on one line.');
  }
  const limit = TEXT_LIMITS[kind];
  if (kept.length > limit) {
    messages.push(`This is ${kept.length} characters long; at most ${limit} are kept.`);
  }
  if (messages.length === 0) return ok(isBlank(kept) ? '' : kept);
  const issue: Issue = { code: 'invalid', field, message: messages.join(' ') };
  return refuse(issue);
}

/** As `parseText`, and `required` where there is nothing to see in it. */
export function parseRequiredText(text: string, kind: TextKind, field: string): Result<string> {
  const parsed = parseText(text, kind, field);
  if (parsed.ok && parsed.value === '') {
    return refuse({ code: 'required', field, message: `Fill in ${field}.` });
  }
  return parsed;
}

/** Whether a text shows nothing: white space, marks and invisible characters alone. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** The first three of these characters, each once, by their numbers. */
function nameCharacters(characters: readonly string[]): string {
  const names = new Set(
    characters.map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
  );
  const shown = [...names].slice(0, 3).join(', ');
  return names.size > 3 ? `${shown} and others` : shown;
}
