/**
 * Fits the weights of the likeness measure to one half of the development data, by logistic regression, and prints them.
 * Run: `npx tsx scripts/fit-likeness.ts DATA_FOLDER`, the folder with `organisations/`; copy what it prints into
 * `src/core/conflict/likeness-weights.ts`. What `npm run bench:matching` reports is the other half.
 */
import { alignWords } from '../src/core/conflict/align-words.ts';
import { assembleLikenessKeys, type LikenessKeys } from '../src/core/conflict/assemble-likeness-keys.ts';
import { assembleCustomerKeys, type CustomerKeys } from '../src/core/conflict/customer-keys.ts';
import { assembleFeatures, type LikenessFeatures } from '../src/core/conflict/likeness-features.ts';
import { createLikenessIndex } from '../src/core/conflict/likeness-index.ts';
import { LIKENESS_BIAS, LIKENESS_WEIGHTS } from '../src/core/conflict/likeness-weights.ts';
import { normaliseName } from '../src/core/conflict/normalise-name.ts';
import { createDisturbances } from './matching/disturb-names.ts';
import { fitLogistic, type Sample } from './matching/fit-logistic.ts';
import {
  displayName,
  halfOf,
  isCompany,
  type Organisation,
  otherNames,
  readOrganisations,
  withoutCountry,
} from './matching/organisations.ts';
import { createRandom } from './matching/random.ts';

/** Given by the programme's rules, or too rare in the data to be learned from it. */
const SET: readonly (keyof LikenessFeatures)[] = [
  ...(['initials', 'numbersDiffer', 'otherRegion', 'otherDomain', 'domainLabel'] as const),
];

/** Set once the others are fitted. What another country says is fitted to, and then said less firmly. */
const SET_AFTERWARDS: readonly (keyof LikenessFeatures)[] = ['unknownCountry', 'otherCountry'];

/** How much a name of that kind counts: others' names are fewer than what is made up, and short names hard. */
const IMPORTANCE: Readonly<Record<string, number>> = {
  alias: 2.5,
  'one slip, fewer than 10 letters': 2,
  'one slip, 10 letters or more': 1.5,
  'two slips, 10 letters or more': 0.5,
  'last word dropped': 0.6,
  'department in front': 0.3,
};
const ROUNDS = 3;
/** The most alike of others that each name is told apart from. */
const HARDEST = 4;
/** Countries are often not told, and sometimes wrong. */
const SHARE_WITHOUT_COUNTRY = 0.35;
const SHARE_OF_OTHER_COUNTRY = 0.03;

const FEATURES = Object.keys(LIKENESS_WEIGHTS) as readonly (keyof LikenessFeatures)[];
const random = createRandom(11);

function keysOf(name: string, country: string): CustomerKeys {
  return assembleCustomerKeys({ id: 'A-0', name, country, website: '', emails: [], ownDomains: [] });
}

interface Asked {
  readonly own: Organisation;
  readonly kind: string;
  readonly keys: LikenessKeys;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the data: fit-likeness.ts FOLDER');
const companies = readOrganisations(folder).filter(isCompany);
const byId = new Map(companies.map((company) => [company.id, company]));
const index = createLikenessIndex<string>();
const onFile = new Map<string, LikenessKeys>();
for (const company of companies) {
  const keys = keysOf(displayName(company), company.country);
  index.put(company.id, keys);
}
for (const company of companies) {
  const keys = keysOf(displayName(company), company.country);
  onFile.set(company.id, assembleLikenessKeys(keys, index.rarity));
}

function namesToAsk(): readonly Asked[] {
  const disturbances = createDisturbances(11);
  return companies
    .filter((company) => halfOf(company) === 'tune')
    .flatMap((own) => {
      const name = withoutCountry(displayName(own));
      const bare = normaliseName(name).core;
      const ask = (kind: string, text: string): Asked => {
        const draw = random();
        const country =
          draw < SHARE_WITHOUT_COUNTRY
            ? ''
            : draw < SHARE_WITHOUT_COUNTRY + SHARE_OF_OTHER_COUNTRY
              ? 'Nowhere'
              : own.country;
        return { own, kind, keys: assembleLikenessKeys(keysOf(text, country), index.rarity) };
      };
      return [
        ...otherNames(own).map((text) => ask('alias', text)),
        ...disturbances
          .filter(({ suits }) => suits(bare, name))
          .map((one) => ask(one.name, one.apply(bare, name, own.country))),
      ];
    });
}

function featuresOf(a: LikenessKeys, b: LikenessKeys): LikenessFeatures {
  const [left, right] = a.joined <= b.joined ? [a, b] : [b, a];
  return assembleFeatures(left, right, alignWords(left, right));
}

/** Others that are no duplicates themselves: no relatives, nor the same name in the same country. */
function othersOf({ own, keys }: Asked): readonly LikenessKeys[] {
  const related = new Set([own.id, ...(own.related ?? []).map(([, id]) => id)]);
  const self = onFile.get(own.id);
  return index
    .findCandidates(own.id, keys)
    .filter(([id, other]) => {
      const isTwin = other.key === self?.key || other.key === keys.key;
      return !related.has(id) && !(isTwin && byId.get(id)?.country === own.country);
    })
    .map(([, other]) => other);
}

const asked = namesToAsk();
const free = FEATURES.filter((feature) => !SET.includes(feature) && feature !== 'unknownCountry');
let weights: { bias: number; of: Record<string, number> } = {
  bias: LIKENESS_BIAS,
  of: { ...LIKENESS_WEIGHTS },
};
const scoreOf = (features: LikenessFeatures) =>
  [...SET, ...free].reduce(
    (sum, feature) => sum + (weights.of[feature] ?? 0) * features[feature],
    weights.bias,
  );

const cached = asked.map((one) => ({
  one,
  others: othersOf(one).map((other) => featuresOf(one.keys, other)),
}));
for (let round = 1; round <= ROUNDS; round += 1) {
  const samples: Sample[] = [];
  const take = (features: LikenessFeatures, isSame: boolean, importance: number): void => {
    const offset = SET.reduce((sum, feature) => sum + (weights.of[feature] ?? 0) * features[feature], 0);
    samples.push({ values: [1, ...free.map((feature) => features[feature])], isSame, importance, offset });
  };
  for (const { one, others } of cached) {
    const self = onFile.get(one.own.id);
    if (self === undefined) continue;
    const importance = IMPORTANCE[one.kind] ?? 1;
    if (one.keys.key !== self.key) take(featuresOf(one.keys, self), true, importance);
    const hardest = [...others].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, HARDEST);
    for (const features of hardest) take(features, false, one.kind === 'alias' ? 2 : 1);
  }
  const [bias = 0, ...fitted] = fitLogistic(samples);
  weights = {
    bias,
    of: { ...weights.of, ...Object.fromEntries(free.map((feature, i) => [feature, fitted[i] ?? 0])) },
  };
  console.error(`Round ${round}: ${samples.length} pairs`);
}
for (const feature of FEATURES.filter((one) => !SET_AFTERWARDS.includes(one)))
  console.log(`  ${feature}: ${(weights.of[feature] ?? 0).toFixed(2)},`);
console.log(`LIKENESS_BIAS = ${weights.bias.toFixed(2)}`);
