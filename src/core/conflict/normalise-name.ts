import { foldText } from './fold-text.ts';
import { findCountryCode } from './parse-country.ts';
import { HAS_ONLY_ASCII, splitWords } from './split-words.ts';
import { stripLegalForms, stripUnspacedForms } from './strip-legal-forms.ts';

/** A company's name in the two forms that are compared. Tokens are separated by one space. */
export interface NormalName {
  /** Case, accents, script and punctuation set aside. */
  readonly full: string;
  /** The same without legal forms; the same as `full` where nothing else would be left. */
  readonly core: string;
  /** The country in parentheses behind the name, with which both of them end; '' where there is none. */
  readonly located: string;
}

/**
 * A company's name as the conflict check compares it.
 *
 * @example normaliseName('GLÖBEX gmbh & Co. KG') // { full: 'globex gmbh and co kg', core: 'globex' }
 * A country in parentheses behind the name stays, the legal form before it does not.
 * A name of punctuation only is compared as it stands. Normalising a core again gives the same core.
 * Programme rules, section 3: case, accents, punctuation and legal form are set aside.
 */
export function normaliseName(name: string): NormalName {
  const located = locate(name);
  if (located === null) return { ...normalisePlain(name), located: '' };
  const { full, core } = normalisePlain(located.name);
  const { country } = located;
  return { full: `${full} ${country}`, core: `${core} ${country}`, located: country };
}

const IN_PARENTHESES = /^(.*\S)\s*[(（]([^()（）]*)[)）]\s*$/u;

/** A country in parentheses behind a name, which would hide the legal form: "Globex AG (Germany)". */
function locate(name: string): { readonly name: string; readonly country: string } | null {
  const [, before, inside] = IN_PARENTHESES.exec(name) ?? [];
  if (before === undefined || inside === undefined) return null;
  const country = splitWords(foldText(inside)).join(' ');
  return findCountryCode(country) === undefined ? null : { name: before, country };
}

function normalisePlain(name: string): Omit<NormalName, 'located'> {
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
