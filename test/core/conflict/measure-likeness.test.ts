import { describe, expect, test } from 'vitest';
import { assembleLikenessKeys } from '../../../src/core/conflict/assemble-likeness-keys.ts';
import { assembleCustomerKeys } from '../../../src/core/conflict/customer-keys.ts';
import { POSSIBLE_FROM } from '../../../src/core/conflict/likeness-weights.ts';
import { measureLikeness } from '../../../src/core/conflict/measure-likeness.ts';

interface Known {
  readonly countries?: readonly [string, string];
  readonly websites?: readonly [string, string];
}

function measure(
  left: string,
  right: string,
  known: Known = {},
): { readonly score: number; readonly reasons: readonly string[] } {
  const { countries = ['', ''], websites = ['', ''] } = known;
  const keysOf = (name: string, country: string, website: string) =>
    assembleLikenessKeys(
      assembleCustomerKeys({ id: 'A-0', name, country, website, emails: [], ownDomains: [] }),
    );
  const { score, explain } = measureLikeness(
    keysOf(left, countries[0], websites[0]),
    keysOf(right, countries[1], websites[1]),
  );
  return { score, reasons: explain(left, right) };
}

/** The same customer as people write it, by what they do to a name. */
const alike: readonly { readonly why: string; readonly names: readonly [string, string] }[] = [
  { why: 'a slip in a short name', names: ['Globex', 'Globbex'] },
  { why: 'letters swapped', names: ['Globex', 'Golbex'] },
  { why: 'a slip', names: ['Northwind Traders', 'Nortwind Traders'] },
  { why: 'a plural', names: ['Northwind Traders', 'Northwind Trader'] },
  { why: 'a country', names: ['Globex', 'Globex Germany'] },
  { why: 'a country and another legal form', names: ['Globex Deutschland', 'Globex GmbH'] },
  { why: 'a country in another language', names: ['Globex Deutschland', 'Globex Germany'] },
  { why: 'a generic word', names: ['Globex', 'Globex Group'] },
  { why: 'an abbreviation', names: ['Globex International', 'Globex Intl.'] },
  { why: 'another order', names: ['Stark Industries', 'Industries Stark'] },
  { why: 'a slip and a generic word', names: ['Zephyr Turbines', 'Zephir Turbines Holding'] },
  { why: 'words written as one', names: ['PricewaterhouseCoopers', 'Price Waterhouse Coopers'] },
  { why: 'initials of four letters', names: ['International Biscuit Machine Works', 'IBMW'] },
  { why: 'initials of three letters', names: ['International Business Machines', 'IBM'] },
  { why: 'a department', names: ['Wayne Aerospace Systems', 'IT Department Wayne Aerospace Systems'] },
  { why: 'another language', names: ['Skyros Investigação', 'Skyros Research'] },
  { why: 'another script', names: ['Газпром', 'Gazprom'] },
  { why: 'kana', names: ['Crestec Corporation', '株式会社クレステック'] },
  { why: 'Hangul', names: ['Samsung', '삼성'] },
  { why: 'a word of Japanese business', names: ['Starlite Industries', 'スターライト工業株式会社'] },
  { why: 'umlauts written out', names: ['Müller Maschinenbau', 'Mueller Maschinenbau'] },
];

/** Other customers whose names have something in common. */
const unlike: readonly { readonly why: string; readonly names: readonly [string, string] }[] = [
  { why: 'nothing', names: ['Globex', 'Initech'] },
  { why: 'common words', names: ['Alpine Foods', 'Alpine Railways'] },
  { why: 'other numbers', names: ['Studio 54', 'Studio 55'] },
  { why: 'other Roman numbers', names: ['Fund II', 'Fund III'] },
  { why: 'a generic word', names: ['Smith Group', 'Jones Group'] },
  { why: 'a common word', names: ['National Bank', 'National Steel'] },
  { why: 'two generic words', names: ['Global Solutions Group', 'Global Services Group'] },
  { why: 'a slip in three letters', names: ['Abc', 'Abd'] },
  { why: 'other countries', names: ['Bank of China', 'Bank of India'] },
  { why: 'other regions', names: ['Royal Bank of Scotland', 'Royal Bank of Canada'] },
  { why: 'a first word', names: ['Delta Air Lines', 'Delta Faucet'] },
  { why: 'letters in another order', names: ['3M', 'M3'] },
  { why: 'an ordinal', names: ['First National Bank', 'Second National Bank'] },
  { why: 'a common first word', names: ['General Motors', 'General Electric'] },
];

describe('measureLikeness', () => {
  test.each(alike)('finds the same customer in spite of $why: $names', ({ names: [left, right] }) => {
    expect(measure(left, right).score).toBeGreaterThanOrEqual(POSSIBLE_FROM);
  });

  test.each(unlike)('tells others apart that share $why: $names', ({ names: [left, right] }) => {
    expect(measure(left, right).score).toBeLessThan(POSSIBLE_FROM);
  });

  test('is never certain, not even of the same words', () => {
    expect(measure('Globex', 'Globex', { countries: ['DE', 'DE'] }).score).toBeLessThan(1);
  });

  test('takes another country for a reason against', () => {
    const apart = measure('Globex', 'Globbex', { countries: ['DE', 'FR'] });
    expect(apart.score).toBeLessThan(measure('Globex', 'Globbex').score);
    expect(apart.reasons).toContain('different countries speak against');
  });

  test('takes another region in the name for a reason against', () => {
    expect(measure('Globex France', 'Globex Germany').score).toBeLessThan(
      measure('Globex France', 'Globex').score,
    );
  });

  test('weighs a rare word more than common ones', () => {
    const rare = measure('Zyklon Optics', 'Zyklon Services').score;
    const common = measure('Global Solutions', 'Global Services').score;
    expect(rare).toBeGreaterThan(common);
  });

  test('takes a name that is the label of the other’s domain for a reason', () => {
    const websites = ['', 'zyklon-optics.example'] as const;
    expect(measure('Zyklon Optics', 'ZO Holding', { websites }).score).toBeGreaterThanOrEqual(POSSIBLE_FROM);
    expect(measure('Zyklon Optics', 'ZO Holding').score).toBeLessThan(POSSIBLE_FROM);
  });

  const sentences: readonly {
    readonly names: readonly [string, string];
    readonly reasons: readonly string[];
  }[] = [
    {
      names: ['Globex Deutschland', 'Globex GmbH'],
      reasons: ["'Globex Deutschland' and 'Globex GmbH' differ only in legal form and country word"],
    },
    {
      names: ['IBM', 'International Business Machines'],
      reasons: ["'IBM' is the acronym of 'International Business Machines'"],
    },
    {
      names: ['Stark Industries Group', 'Industries Stark'],
      reasons: [
        `'Stark Industries Group' and 'Industries Stark' differ only in the word "group" and word order`,
      ],
    },
    {
      names: ['Zephyr Turbines', 'Turbines Zephir Rotor'],
      reasons: [
        '"zephir" and "zephyr" are spelt alike',
        `'Zephyr Turbines' and 'Turbines Zephir Rotor' have the same words but for "rotor"`,
      ],
    },
    {
      names: ['Price Waterhouse', 'PriceWaterhouse'],
      reasons: ["'Price Waterhouse' and 'PriceWaterhouse' differ only in spacing"],
    },
    {
      names: ['Haltec', 'ハルテック'],
      reasons: ["'Haltec' and 'ハルテック' sound alike"],
    },
  ];

  test.each(sentences)('says why in words: $names', ({ names: [left, right], reasons }) => {
    expect(measure(left, right).reasons).toEqual(reasons);
  });
});
