import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CsvRow, parseCsv } from '../../../scripts/conflicts/read-csv.ts';
import type { Matcher } from './matchers.ts';

/** How often the right name comes first, and among the first five. */
export interface NoisyNames {
  readonly asked: number;
  readonly first: number;
  readonly firstFive: number;
}

function readNames(path: string): readonly CsvRow[] {
  const file = parseCsv(readFileSync(path, 'utf8'), { needed: ['company_name'], optional: ['country'] });
  if (!file.ok) throw new Error(file.problems.join('\n'));
  return file.rows;
}

/** Asks DNB's noisy spellings of 500 names, with or without their countries. */
export function measureNoisyNames(folder: string, matcher: Matcher, withCountry: boolean): NoisyNames {
  const named = ({ values }: CsvRow) => ({
    name: values.company_name ?? '',
    country: withCountry ? (values.country ?? '') : '',
  });
  const clean = readNames(join(folder, 'names/dnb_test_names.csv'));
  const noisy = readNames(join(folder, 'names/dnb_adjusted_test_names.csv'));
  const ask = matcher.prepare(clean.map(named));
  const ranks = noisy.map((row, place) => {
    const scores = [...ask(named(row))].sort((a, b) => b[1] - a[1]);
    return scores.findIndex(([found]) => found === place);
  });
  const share = (count: number) => ranks.filter((rank) => rank >= 0 && rank < count).length / ranks.length;
  return { asked: ranks.length, first: share(1), firstFive: share(5) };
}
