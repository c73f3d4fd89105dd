import type { PackedText } from './unpack-text.ts';

/** A pair that occurs less often is not worth a character. */
const LEAST_USES = 8;

/**
 * Packs a long text for the script, whose limit is its size: characters that the text does not use stand for its most
 * frequent pairs, again and again. What comes out is as printable as what went in, so that it can stand in a script.
 */
export function packText(text: string): PackedText {
  let packed = text;
  let pairs = '';
  for (const character of unusedCharacters(text)) {
    const [pair, uses] = mostFrequentPair(packed);
    if (uses < LEAST_USES) break;
    packed = packed.split(pair).join(character);
    pairs += character + pair;
  }
  return { text: packed, pairs };
}

/** Printable characters that need no escape in a script, mark no private name, and do not occur in the text. */
function unusedCharacters(text: string): readonly string[] {
  const used = new Set(text);
  const printable = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
  return printable.filter((character) => !used.has(character) && !'\'"`\\$#'.includes(character));
}

/** The most frequent pair, of equals the first in the text, so that the result is always the same. */
function mostFrequentPair(text: string): readonly [string, number] {
  const uses = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2);
    uses.set(pair, (uses.get(pair) ?? 0) + 1);
  }
  let best: readonly [string, number] = ['', 0];
  for (const entry of uses) if (entry[1] > best[1]) best = entry;
  return best;
}
