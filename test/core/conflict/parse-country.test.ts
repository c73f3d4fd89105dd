import { expect, test } from 'vitest';
import { isCountryContradicting, parseCountry } from '../../../src/core/conflict/parse-country.ts';

const known: readonly (readonly [code: string, spellings: readonly string[]])[] = [
  [
    'DE',
    ['de', 'DEU', 'Germany', 'Deutschland', 'Allemagne', 'Alemania', 'Germania', 'Duitsland', 'Alemanha'],
  ],
  ['GB', ['UK', 'U.K.', 'GBR', 'United Kingdom', 'Great Britain', 'England', 'Vereinigtes Königreich']],
  ['US', ['USA', 'U.S.A.', 'the United States', 'United States of America', 'États-Unis', 'Estados Unidos']],
  ['NL', ['The Netherlands', 'Holland', 'Nederland', 'Países Bajos']],
  ['AT', ['Österreich', 'Oesterreich', 'austria']],
  ['CI', ["Côte d'Ivoire", 'Côte d’Ivoire', 'Ivory Coast']],
  ['GE', ['Georgia']],
];

test.each(known)('reads every spelling of %s', (code, spellings) => {
  expect(spellings.map(parseCountry)).toEqual(spellings.map(() => code));
});

test('compares an unknown country as its text', () => {
  expect(parseCountry(' Atlántis ')).toBe(parseCountry('ATLANTIS'));
  expect(isCountryContradicting(parseCountry('Atlantis'), parseCountry('Germany'))).toBe(true);
});

test.each(['', ' ', '-', 'n/a', 'unknown'])('an empty country (%j) contradicts nothing', (text) => {
  expect(parseCountry(text)).toBe('');
  expect(isCountryContradicting(parseCountry(text), 'DE')).toBe(false);
});
