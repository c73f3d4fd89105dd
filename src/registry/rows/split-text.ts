/** Below the 50,000 characters that a cell holds. */
const CHARACTERS_IN_A_CELL = 45_000;

/**
 * The text in pieces that each fit a cell, one empty piece for an empty text. No character is cut in two: half of one
 * would not survive being stored.
 */
export function splitText(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + CHARACTERS_IN_A_CELL, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}
