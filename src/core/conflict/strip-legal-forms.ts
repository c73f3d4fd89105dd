import { LEGAL_FORMS } from './generated/legal-forms.generated.ts';

/** Forms that also stand before a name. Few, because most short ones begin real names (SAS Institute, A. O. Smith). */
const BEFORE_NAME: ReadonlySet<string> = new Set(
  'ab oy uab pt ooo oao zao pao tov pjsc ojsc cjsc jsc sarl ctytnhh ctycp congtytnhh congtycophan'.split(' '),
);

const BEFORE_NAME_BEGINNINGS: ReadonlySet<string> = new Set(
  [...BEFORE_NAME].flatMap((form) => [...form].map((_, length) => form.slice(0, length + 1))),
);

/** In scripts written without spaces a form is cut wherever it touches the name's beginning or end. */
const UNSPACED_FORMS =
  '株式会社|有限会社|合同会社|合資会社|合名会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|' +
  '\\((?:株|有|同|주|유)\\)|บริษัท|จำกัด(?:\\s*\\(มหาชน\\))?|בע["״”]מ';
const UNSPACED_AT_EDGE = new RegExp(
  `^\\s*(?:${UNSPACED_FORMS})|(?:${UNSPACED_FORMS})\\s*$`.normalize('NFKC'),
  'u',
);
const HAS_UNSPACED_SCRIPT = /[\u0590-\u05ff\u0e00-\u0e7f\u3400-\u9fff\uac00-\ud7af]/;

/** Cyrillic АО is a form before a name; the Latin letters are as often initials. */
const CYRILLIC_BEFORE_NAME = /^\s*[аa][оo]\s+(?=["«„]?\p{Script=Cyrillic})/iu;

interface FormTable {
  readonly forms: ReadonlySet<string>;
  readonly longest: number;
}
let table: FormTable | null = null;

/** Unpacked on first use, because most executions of the add-on compare no names. */
function knownForms(): FormTable {
  if (table === null) {
    const forms = new Set<string>();
    let longest = 0;
    let form = '';
    for (const packed of LEGAL_FORMS.split(' ')) {
      form = form.slice(0, Number.parseInt(packed.charAt(0), 36)) + packed.slice(1);
      forms.add(form);
      longest = Math.max(longest, form.length);
    }
    table = { forms, longest };
  }
  return table;
}

/** The name without the legal forms that must be seen before its letters are transliterated. */
export function stripUnspacedForms(name: string): string {
  let rest = name.replace(CYRILLIC_BEFORE_NAME, '');
  if (!HAS_UNSPACED_SCRIPT.test(rest)) return rest;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(UNSPACED_AT_EDGE, '');
  }
  return rest;
}

/** How many tokens before `end` are a legal form, the longest that fits; 0 where none is. */
function countFormTokens(tokens: readonly string[], start: number, end: number): number {
  const { forms, longest } = knownForms();
  let joined = '';
  let found = 0;
  for (let index = end - 1; index >= start; index -= 1) {
    joined = (tokens[index] ?? '') + joined;
    if (joined.length > longest) break;
    if (forms.has(joined)) found = end - index;
  }
  return found;
}

/** The same, but for the name itself: of a name that is a form throughout, what stands behind its first token. */
function countTrailingForms(tokens: readonly string[], start: number, end: number): number {
  const found = countFormTokens(tokens, start, end);
  return found < end - start ? found : countFormTokens(tokens, start + 1, end);
}

/** How many tokens from `start` on are a form that stands before names; 0 where none is or nothing follows. */
function countLeadingFormTokens(tokens: readonly string[], start: number, end: number): number {
  let joined = '';
  for (let index = start; index < end - 1; index += 1) {
    joined += tokens[index] ?? '';
    if (BEFORE_NAME.has(joined)) return index + 1 - start;
    if (!BEFORE_NAME_BEGINNINGS.has(joined)) return 0;
  }
  return 0;
}

/**
 * The tokens of a folded name without legal forms at its end ("gmbh and co kg") and the few before it ("ab", "pt"). A
 * name that is nothing but legal forms keeps its first ("TBK Co., Ltd." is "tbk"). However a form is spaced ("s a", "sa"), it is one form.
 */
export function stripLegalForms(tokens: readonly string[]): readonly string[] {
  let start = 0;
  let end = tokens.length;
  for (;;) {
    const trailing = countTrailingForms(tokens, start, end);
    end -= trailing;
    while (trailing > 0 && end > start && tokens[end - 1] === 'and') end -= 1;
    const leading = countLeadingFormTokens(tokens, start, end);
    start += leading;
    if (trailing === 0 && leading === 0) break;
  }
  return start === 0 && end === tokens.length ? tokens : tokens.slice(start, end);
}
