import { cutText } from './cut-text.ts';

const MOST_CHARACTERS = 80;

/** What a text of one line never shows: control characters, line ends, halves of characters. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu;

/**
 * What a person wrote, in double quotes, as a message can repeat it: on one line, and only the beginning of a long
 * text, so that a message stays readable whatever was typed.
 *
 * @example quoteText('1,234') // '"1,234"'
 */
export function quoteText(text: string): string {
  return `"${shortenText(text, MOST_CHARACTERS)}"`;
}

/** Several texts as `quoteText` shows them, the first five of many. */
export function quoteTexts(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).map(quoteText).join(', ');
  return texts.length <= 5 ? shown : `${shown} and ${texts.length - 5} more`;
}

/** The text on one line, cut with an ellipsis where it is longer than `most` UTF-16 code units. */
export function shortenText(text: string, most: number): string {
  const shown = cutText(text, most);
  return `${shown.replace(UNSHOWN, '\uFFFD')}${shown.length < text.length ? '…' : ''}`;
}
