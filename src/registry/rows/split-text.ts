import { cutText } from '../../core/text/cut-text.ts';

/** Below the 50,000 characters that a cell holds. */
export const CHARACTERS_IN_A_CELL = 45_000;

/**
 * The text in pieces that each fit a cell, one empty piece for an empty text. No character is cut in two: half of one
 * would not survive being stored.
 */
export function splitText(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; rest = rest.slice(pieces.at(-1)?.length)) {
    pieces.push(cutText(rest, CHARACTERS_IN_A_CELL));
  }
  return pieces.length === 0 ? [''] : pieces;
}
