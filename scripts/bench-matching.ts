/**
 * Measures the conflict check's likeness on real names, and what keys, indexes and checks cost.
 * Run: `npx tsx scripts/bench-matching.ts DATA_FOLDER`, the folder with `names/` and `organisations/`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleCustomerKeys, type CustomerKeys } from '../src/core/conflict/customer-keys.ts';
import { createLikenessIndex, type LikenessIndex } from '../src/core/conflict/likeness-index.ts';
import { assembleNameKey, normaliseName } from '../src/core/conflict/normalise-name.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of the data: bench-matching.ts FOLDER');

interface Named {
  readonly name: string;
  readonly country: string;
}

function keysOf({ name, country }: Named): CustomerKeys {
  return assembleCustomerKeys({
    id: 'A-0',
    name,
    country,
    website: '',
    emails: [],
    ownDomains: [],
  });
}

/** A seeded generator, so that two runs measure the same. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = createRandom(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? fail();
function fail(): never {
  throw new Error('Nothing to pick from');
}

function editOnce(name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const letter = pick([...'aeinrst']);
  const edits = [
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
  ];
  return pick(edits);
}

interface Noise {
  readonly name: string;
  readonly suits: (core: string) => boolean;
  readonly apply: (core: string) => string;
}

const hasWords = (count: number) => (core: string) => core.split(' ').length >= count;
const NOISES: readonly Noise[] = [
  {
    name: 'legal form',
    suits: () => true,
    apply: (core) => `${core} ${pick(['GmbH', 'Inc.', 'S.A.', 'Ltd', 'B.V.'])}`,
  },
  { name: '1 edit, >= 10 letters', suits: (core) => core.length >= 10, apply: editOnce },
  { name: '1 edit, < 10 letters', suits: (core) => core.length < 10 && core.length > 4, apply: editOnce },
  {
    name: '2 edits, >= 10 letters',
    suits: (core) => core.length >= 10,
    apply: (core) => editOnce(editOnce(core)),
  },
  { name: 'reordered', suits: hasWords(2), apply: (core) => core.split(' ').reverse().join(' ') },
  {
    name: 'country added',
    suits: () => true,
    apply: (core) => `${core} ${pick(['Germany', 'USA', 'France', 'Deutschland', 'Japan'])}`,
  },
  {
    name: 'generic word added',
    suits: () => true,
    apply: (core) => `${core} ${pick(['Group', 'Holding', 'Services', 'International', 'Solutions'])}`,
  },
  { name: 'last word dropped', suits: hasWords(3), apply: (core) => core.split(' ').slice(0, -1).join(' ') },
  { name: 'space merged', suits: hasWords(2), apply: (core) => core.replace(' ', '') },
  { name: 'IT department', suits: () => true, apply: (core) => `IT Department ${core}` },
];

type Index = LikenessIndex<number>;

/** Whether the check would find the record: the same name, or alike. */
function isFound(
  index: Index,
  names: ReadonlyMap<string, ReadonlySet<number>>,
  typed: Named,
  id: number,
): boolean {
  const keys = keysOf(typed);
  if (names.get(assembleNameKey(keys.core))?.has(id) === true) return true;
  return index.findAlike(-1, keys).some((alike) => alike.id === id);
}

function indexAll(all: readonly Named[]): {
  index: Index;
  names: Map<string, Set<number>>;
  keys: readonly CustomerKeys[];
} {
  const index = createLikenessIndex<number>();
  const names = new Map<string, Set<number>>();
  const keys = all.map(keysOf);
  keys.forEach((key, id) => {
    index.put(id, key);
    const nameKey = assembleNameKey(key.core);
    names.set(nameKey, (names.get(nameKey) ?? new Set()).add(id));
  });
  return { index, names, keys };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function readCsv(file: string): Map<string, Named> {
  const rows = new Map<string, Named>();
  // A quoted name may hold commas and line ends.
  for (const match of readFileSync(file, 'utf8').matchAll(
    /^(\d+),(?:"([^"]*)"|([^,\n]*)),([^,\r\n]*)\r?$/gm,
  )) {
    rows.set(match[1] ?? '', { name: match[2] ?? match[3] ?? '', country: match[4] ?? '' });
  }
  return rows;
}

function benchNoisySpellings(): void {
  const clean = [...readCsv(join(folder ?? '', 'names/dnb_test_names.csv'))];
  const noisy = readCsv(join(folder ?? '', 'names/dnb_adjusted_test_names.csv'));
  const { index, names, keys } = indexAll(clean.map(([, named]) => named));
  let found = 0;
  let others = 0;
  const missed: string[] = [];
  clean.forEach(([row, named], id) => {
    const typed = noisy.get(row) ?? fail();
    if (isFound(index, names, typed, id)) found += 1;
    else missed.push(`${named.name} | ${typed.name}`);
    others += index.findAlike(id, keys[id] ?? fail()).length > 0 ? 1 : 0;
  });
  console.log(
    `noisy spellings: found ${percent(found, clean.length)}; alarms among the clean ${percent(others, clean.length)}`,
  );
  console.log(`  missed: ${missed.slice(0, 12).join('; ')}`);
}

interface Organisation {
  readonly id: string;
  readonly names: readonly (readonly [name: string, kind: string, language: string])[];
  readonly website?: string;
  readonly country: string;
  readonly types: readonly string[];
  readonly related?: readonly (readonly [kind: string, id: string])[];
}

function benchOrganisations(): void {
  const organisations = readFileSync(join(folder ?? '', 'organisations/dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Organisation => JSON.parse(line))
    .filter((organisation) => organisation.types.includes('company'));
  const display = (organisation: Organisation): string =>
    (organisation.names.find(([, kind]) => kind === 'display') ?? fail())[0].replace(/ \([^)]*\)$/, '');
  const absent = organisations.filter((_, position) => position % 4 === 0);
  const present = organisations.filter((_, position) => position % 4 !== 0);
  const registry = present.map((organisation) => ({
    name: display(organisation),
    country: organisation.country,
  }));
  const { index, names } = indexAll(registry);

  let alarms = 0;
  const examples: string[] = [];
  for (const organisation of absent) {
    const related = new Set((organisation.related ?? []).map(([, id]) => id));
    const keys = keysOf({ name: display(organisation), country: organisation.country });
    const alike = index.findAlike(-1, keys).filter(({ id }) => !related.has(present[id]?.id ?? ''));
    if (alike.length > 0) {
      alarms += 1;
      examples.push(
        `${display(organisation)} | ${registry[alike[0]?.id ?? 0]?.name} ${alike[0]?.score.toFixed(2)}`,
      );
    }
  }
  console.log(
    `organisations: ${registry.length} in the registry; absent that alarm ${percent(alarms, absent.length)}`,
  );
  console.log(`  ${examples.slice(0, 15).join('; ')}`);

  for (const noise of NOISES) {
    let tried = 0;
    let found = 0;
    const missed: string[] = [];
    registry.forEach(({ name, country }, id) => {
      const { core } = normaliseName(name);
      if (id % 3 !== 0 || !noise.suits(core)) return;
      tried += 1;
      const typed = noise.apply(core);
      if (isFound(index, names, { name: typed, country }, id)) found += 1;
      else missed.push(`${core} | ${typed}`);
    });
    console.log(
      `  ${noise.name}: found ${percent(found, tried)} of ${tried}; missed ${missed.slice(0, 4).join('; ')}`,
    );
  }
  let tried = 0;
  let found = 0;
  present.forEach((organisation, id) => {
    for (const [alias, kind] of organisation.names) {
      if (kind !== 'alias' && kind !== 'label') continue;
      tried += 1;
      if (isFound(index, names, { name: alias, country: organisation.country }, id)) found += 1;
    }
  });
  console.log(`  real aliases: found ${percent(found, tried)} of ${tried}`);
}

function benchCost(): void {
  const organisations = readFileSync(join(folder ?? '', 'organisations/dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Organisation => JSON.parse(line));
  const records = organisations.flatMap(({ names, website = '', country }) =>
    names.map(([name]) => ({ id: 'A-0' as const, name, website, country, emails: [], ownDomains: [] })),
  );
  const started = performance.now();
  const keys = records.slice(0, 7_000).map(assembleCustomerKeys);
  console.log(`keys of 7,000 records, cold: ${(performance.now() - started).toFixed(0)} ms`);
  const rest = records.slice(7_000).map(assembleCustomerKeys);
  const all = [...keys, ...rest, ...keys, ...rest].slice(0, 100_000);
  const index = createLikenessIndex<number>();
  const indexing = performance.now();
  for (const [id, key] of all.entries()) index.put(id, key);
  console.log(`likeness index of ${all.length}: ${(performance.now() - indexing).toFixed(0)} ms`);
  const times = keys.slice(0, 200).map((key, id) => {
    const asked = performance.now();
    index.findAlike(id, key);
    return performance.now() - asked;
  });
  const [first = 0] = times;
  times.sort((a, b) => a - b);
  console.log(
    `a request: first ${first.toFixed(1)} ms, median ${times[100]?.toFixed(1)} ms, p95 ${times[190]?.toFixed(1)} ms`,
  );
}

benchCost();
benchNoisySpellings();
benchOrganisations();
