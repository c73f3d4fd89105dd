import { foldText } from './fold-text.ts';
import { stripLegalForms, stripUnspacedForms } from './strip-legal-forms.ts';

/** A company's name in the two forms that are compared. Tokens are separated by one space. */
export interface NormalName {
  /** Case, accents, script and punctuation set aside. */
  readonly full: string;
  /** The same without legal forms; the same as `full` where nothing else would be left. */
  readonly core: string;
}

const APOSTROPHES = /['’‘`´ʼ״]/g;
/** Letters with dots between them, as in "S.p.A." or "U.S.": one word. */
const DOTTED_LETTERS = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/;
const HAS_ONLY_ASCII = /^[\0-\x7f]*$/;

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

/**
 * A company's name as the conflict check compares it.
 *
 * @example normaliseName('GLÖBEX gmbh & Co. KG') // { full: 'globex gmbh and co kg', core: 'globex' }
 * A name of punctuation only is compared as it stands. Normalising a core again gives the same core.
 * Programme rules, section 3: case, accents, punctuation and legal form are set aside.
 */
export function normaliseName(name: string): NormalName {
  const folded = foldText(name);
  const words = splitWords(folded);
  if (words.length === 0) {
    const asItStands = folded.trim();
    return { full: asItStands, core: asItStands };
  }
  const full = words.join(' ');
  const core = HAS_ONLY_ASCII.test(name) ? stripLegalForms(words).join(' ') : stripAllForms(name);
  return { full, core: core === '' ? full : core };
}

/** Cutting one form may bring another to the edge, of either kind: both are cut until nothing changes. */
function stripAllForms(name: string): string {
  let core = name.normalize('NFKC');
  let before: string;
  do {
    before = core;
    core = stripLegalForms(splitWords(foldText(stripUnspacedForms(core)))).join(' ');
  } while (core !== before && !HAS_ONLY_ASCII.test(core));
  return core;
}

/** What makes two names the same name: the core without its spaces. '' for an empty name, which equals no other. */
export function assembleNameKey(core: string): string {
  return core.replaceAll(' ', '');
}
