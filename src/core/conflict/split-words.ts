const APOSTROPHES = /['’‘`´ʼ״]/g;
/** Letters with dots between them, as in "S.p.A." or "U.S.": one word. */
const DOTTED_LETTERS = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/;
/** Whether a text needs no look at other scripts. */
export const HAS_ONLY_ASCII = /^[\0-\x7f]*$/;

function isWord(text: string): boolean {
  return text !== '';
}

/** The words of a folded text: "&" reads "and", dotted letters are one word, other punctuation separates. */
export function splitWords(folded: string): readonly string[] {
  let text = folded;
  if (/[&+]/.test(text)) text = text.replace(/&|(?<=\s)\+(?=\s)/g, ' and ');
  text = text.replace(APOSTROPHES, '');
  if (text.includes('.')) text = text.replace(DOTTED_LETTERS, (letters) => letters.replaceAll('.', ''));
  return text.split(HAS_ONLY_ASCII.test(text) ? BETWEEN_ASCII_WORDS : BETWEEN_WORDS).filter(isWord);
}
