import { createRandom } from './random.ts';

/** A way in which people write a name otherwise. */
export interface Disturbance {
  readonly name: string;
  /** `bare` is the name without legal form. */
  readonly suits: (bare: string, name: string) => boolean;
  readonly apply: (bare: string, name: string, country: string) => string;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const FORMS = [
  ...['GmbH', 'Inc.', 'S.A.', 'Ltd', 'B.V.', 'LLC', 'AG', 'Corp.', 'S.p.A.', 'Oy', 'AB', 'Co., Ltd.', 'PLC'],
  ...['SARL', 'Limited', 'Incorporated'],
];
const GENERIC = ['Group', 'Holding', 'Holdings', 'Services', 'International', 'Solutions', 'Technologies'];
const DEPARTMENTS = ['IT Department', 'Sales Dept', 'HR Department', 'Purchasing Department'];
const ANY_COUNTRY = ['Germany', 'USA', 'France', 'Deutschland', 'Japan'];
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'United States', 'US'],
  DE: ['Germany', 'Deutschland'],
  FR: ['France'],
  GB: ['UK', 'United Kingdom'],
  JP: ['Japan'],
  IT: ['Italy', 'Italia'],
  ES: ['Spain', 'España'],
  CN: ['China'],
  CA: ['Canada'],
  IN: ['India'],
  CH: ['Switzerland', 'Schweiz'],
  NL: ['Netherlands'],
  SE: ['Sweden'],
  AT: ['Austria'],
  BE: ['Belgium'],
  AU: ['Australia'],
  KR: ['Korea'],
  BR: ['Brazil', 'Brasil'],
};
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bInternational\b/i, 'Intl'],
  [/\bTechnolog(?:y|ies)\b/i, 'Tech'],
  [/\bPharmaceuticals?\b/i, 'Pharma'],
  [/\bManufacturing\b/i, 'Mfg'],
  [/\bManagement\b/i, 'Mgmt'],
  [/\bServices\b/i, 'Svcs'],
  [/\bIndustr(?:y|ies)\b/i, 'Ind'],
  [/\bEngineering\b/i, 'Eng'],
  [/\bLaborator(?:y|ies)\b/i, 'Labs'],
  [/\bDevelopment\b/i, 'Dev'],
  [/\bSystems\b/i, 'Sys'],
  [/\bNational\b/i, 'Natl'],
  [/\bAssociates\b/i, 'Assoc'],
  [/\bCommunications?\b/i, 'Comm'],
  [/\bMedical\b/i, 'Med'],
  [/\bUniversity\b/i, 'Univ'],
  [/\bInstitute\b/i, 'Inst'],
  [/\bCent(?:er|re)\b/i, 'Ctr'],
  [/\bBrothers\b/i, 'Bros'],
  [/\bGroup\b/i, 'Grp'],
  [/\bHoldings?\b/i, 'Hldgs'],
  [/\bBiotechnolog(?:y|ies)\b/i, 'Biotech'],
];

function wordsOf(name: string): string[] {
  return name.split(/\s+/);
}

function lettersIn(name: string): number {
  return name.replaceAll(' ', '').length;
}

/** Every kind of disturbance, drawing from one seed. */
export function createDisturbances(seed: number): readonly Disturbance[] {
  const random = createRandom(seed);
  const draw = (below: number) => Math.floor(random() * below);
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? '';

  function slip(name: string): string {
    for (let tries = 0; tries < 20; tries += 1) {
      const at = draw(name.length);
      const [letter, next] = [name.charAt(at), name.charAt(at + 1)];
      const other = pick(LETTERS);
      if (!/[a-z]/i.test(letter)) continue;
      const kind = draw(4);
      if (kind === 0) return name.slice(0, at) + other + name.slice(at);
      if (kind === 1) return name.slice(0, at) + name.slice(at + 1);
      if (kind === 2 && letter !== other) return name.slice(0, at) + other + name.slice(at + 1);
      if (kind === 3 && /[a-z]/i.test(next) && letter !== next)
        return name.slice(0, at) + next + letter + name.slice(at + 2);
    }
    return name;
  }

  function reorder(name: string): string {
    const words = wordsOf(name);
    if (words.length === 2) return words.reverse().join(' ');
    for (let i = words.length - 1; i > 0; i -= 1) {
      const j = draw(i + 1);
      [words[i], words[j]] = [words[j] ?? '', words[i] ?? ''];
    }
    const shuffled = words.join(' ');
    return shuffled === name ? words.reverse().join(' ') : shuffled;
  }

  function merge(name: string): string {
    const words = wordsOf(name);
    const at = draw(words.length - 1);
    return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)].join(' ');
  }

  function split(name: string): string {
    const words = wordsOf(name);
    const long = words.flatMap((word, i) => (word.length >= 6 ? [i] : []));
    const i = long[draw(long.length)] ?? 0;
    const word = words[i] ?? '';
    const at = 2 + draw(word.length - 4);
    return [...words.slice(0, i), word.slice(0, at), word.slice(at), ...words.slice(i + 1)].join(' ');
  }

  return [
    { name: 'one slip, 10 letters or more', suits: (bare) => lettersIn(bare) >= 10, apply: slip },
    {
      name: 'one slip, fewer than 10 letters',
      suits: (bare) => lettersIn(bare) < 10 && bare.length > 4,
      apply: slip,
    },
    {
      name: 'two slips, 10 letters or more',
      suits: (bare) => lettersIn(bare) >= 10,
      apply: (bare) => slip(slip(bare)),
    },
    { name: 'legal form', suits: () => true, apply: (bare) => `${bare} ${pick(FORMS)}` },
    {
      name: 'abbreviation',
      suits: (_bare, name) => ABBREVIATIONS.some(([word]) => word.test(name)),
      apply: (_bare, name) => ABBREVIATIONS.reduce((text, [word, short]) => text.replace(word, short), name),
    },
    { name: 'word order', suits: (bare) => wordsOf(bare).length >= 2, apply: reorder },
    { name: 'merged words', suits: (bare) => wordsOf(bare).length >= 2, apply: merge },
    { name: 'split word', suits: (bare) => wordsOf(bare).some((word) => word.length >= 6), apply: split },
    { name: 'generic word', suits: () => true, apply: (bare) => `${bare} ${pick(GENERIC)}` },
    {
      name: 'country',
      suits: () => true,
      apply: (bare, _name, country) => `${bare} ${pick(COUNTRIES[country] ?? ANY_COUNTRY)}`,
    },
    {
      name: 'last word dropped',
      suits: (bare) => wordsOf(bare).length >= 2,
      apply: (bare) => wordsOf(bare).slice(0, -1).join(' '),
    },
    { name: 'department in front', suits: () => true, apply: (bare) => `${pick(DEPARTMENTS)} ${bare}` },
  ];
}

/** How often each disturbance is met in what people type: the mix for which one figure is given. */
export const TYPICAL_MIX: Readonly<Record<string, number>> = {
  'legal form': 0.2,
  'one slip, 10 letters or more': 0.15,
  'one slip, fewer than 10 letters': 0.08,
  'two slips, 10 letters or more': 0.04,
  'word order': 0.06,
  'generic word': 0.1,
  country: 0.08,
  abbreviation: 0.08,
  'merged words': 0.06,
  'split word': 0.05,
  'last word dropped': 0.1,
};
