import { describe, expect, test } from 'vitest';
import { assembleLikenessKeys } from '../../../src/core/conflict/assemble-likeness-keys.ts';
import { LIKENESS } from '../../../src/core/conflict/likeness-weights.ts';
import { type Likeness, measureLikeness } from '../../../src/core/conflict/measure-likeness.ts';
import { normaliseName } from '../../../src/core/conflict/normalise-name.ts';

function measure(left: string, right: string, countries: readonly [string, string] = ['', '']): Likeness {
  const [a, b] = [left, right].map((name, index) => {
    const { full, core } = normaliseName(name);
    return assembleLikenessKeys({ name: full, core, domains: [], country: countries[index] ?? '' });
  });
  if (a === undefined || b === undefined) throw new Error('Two names are compared');
  return measureLikeness(a, b);
}

const alike: readonly (readonly [left: string, right: string])[] = [
  ['Globex', 'Globbex'],
  ['Globex', 'Golbex'],
  ['Northwind Traders', 'Nortwind Traders'],
  ['Northwind Traders', 'Northwind Trader'],
  ['Globex', 'Globex Germany'],
  ['Globex', 'Globex Group'],
  ['Globex International', 'Globex Intl.'],
  ['Stark Industries', 'Industries Stark'],
  ['Zephyr Turbines', 'Zephir Turbines Holding'],
  ['North Wind Solutions', 'Northwind Services'],
  ['International Biscuit Machine Works', 'IBMW'],
  ['Wayne Aerospace Systems', 'IT Department Wayne Aerospace Systems'],
];

const unlike: readonly (readonly [left: string, right: string])[] = [
  ['Globex', 'Initech'],
  ['Alpine Foods', 'Alpine Railways'],
  ['Studio 54', 'Studio 55'],
  ['Fund II', 'Fund III'],
  ['Smith Group', 'Jones Group'],
  ['National Bank', 'National Steel'],
  ['Abc', 'Abd'],
];

describe('measureLikeness', () => {
  test.each(alike)('%j may be %j', (left, right) => {
    expect(measure(left, right).score).toBeGreaterThanOrEqual(LIKENESS.possible);
  });

  test.each(unlike)('%j is not %j', (left, right) => {
    expect(measure(left, right).score).toBeLessThan(LIKENESS.possible);
  });

  test('is never certain, not even of the same words', () => {
    expect(measure('Globex', 'Globex', ['DE', 'DE']).score).toBeLessThan(1);
  });

  test('takes another country for a reason against', () => {
    const apart = measure('Globex', 'Globbex', ['DE', 'FR']);
    expect(apart.score).toBeLessThan(measure('Globex', 'Globbex').score);
    expect(apart.reasons).toContain('different countries speak against');
  });

  test('takes another region in the name for a reason against', () => {
    expect(measure('Globex France', 'Globex Germany').score).toBeLessThan(
      measure('Globex France', 'Globex').score,
    );
  });

  test('says why in words, the name that sorts first named first', () => {
    expect(measure('Zephyr Turbines', 'Turbines Zephir Poland').reasons).toEqual([
      '"zephir" and "zephyr" are spelt alike',
      'the same words but for "poland"',
    ]);
  });
});
