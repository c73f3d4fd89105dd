import type { Alignment } from './align-words.ts';
import type { LikenessKeys, WeighedWord } from './assemble-likeness-keys.ts';
import { countEdits } from './count-edits.ts';
import type { LikenessFeatures } from './likeness-features.ts';

function quoteWords(words: readonly WeighedWord[]): string {
  return words.map(({ text }) => `"${text}"`).join(', ');
}

const ALIKE_BY_LETTERS = 0.3;
const ALIKE_BY_SOUND = 0.4;

/** Why two names are alike, in words for a person, what speaks against last. */
export function explainLikeness(
  a: LikenessKeys,
  b: LikenessKeys,
  { respelt, more, evidence }: Alignment,
  features: LikenessFeatures,
): readonly string[] {
  const reasons: string[] = [];
  const all = [...more[0], ...more[1]];
  if (features.initials > 0) {
    const short = a.words.length <= b.words.length ? a : b;
    reasons.push(`"${short.joined}" are the initials of the other name`);
  }
  for (const [left, right] of respelt) reasons.push(describeRespelt(left, right));
  if (features.sameWords > 0 && respelt.length === 0) reasons.push('the same words');
  else if (evidence > 0 && all.length > 0) reasons.push(`the same words but for ${quoteWords(all)}`);
  if (features.sound > ALIKE_BY_SOUND) reasons.push(`"${a.joined}" and "${b.joined}" sound alike`);
  if (reasons.length === 0 && features.letters > ALIKE_BY_LETTERS) {
    const edits = countEdits(a.joined, b.joined);
    reasons.push(`"${a.joined}" and "${b.joined}": ${edits === 1 ? 'one slip' : `${edits} letters`} apart`);
  }
  if (features.domainLabel > 0) reasons.push('the domain of one is called like the other');
  if (features.sameCountry > 0) reasons.push('same country');
  if (features.otherCountry > 0) reasons.push('different countries speak against');
  if (features.otherDomain > 0) reasons.push('different domains speak against');
  if (features.otherRegion > 0) reasons.push('different regions in the names speak against');
  if (features.oneNumber > 0) reasons.push('a number in one name speaks against');
  return reasons;
}

function describeRespelt(left: string, right: string): string {
  if (right.includes(' ') || left.includes(' ')) return `"${left}" and "${right}" are one word or two`;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return long.startsWith(short)
    ? `"${short}" may be short for "${long}"`
    : `"${left}" and "${right}" are spelt alike`;
}
