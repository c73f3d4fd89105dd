/** Below the 50,000 characters that a cell holds. */
const CHARACTERS_IN_A_CELL = 45_000;

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

/** The beginning of a text, at most so many UTF-16 code units and no half of a character. */
export function cutText(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  const endsInHalf = most < text.length && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, endsInHalf ? most - 1 : most);
}
