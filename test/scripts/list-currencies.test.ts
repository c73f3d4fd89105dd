import * as currencies from 'dinero.js/currencies';
import { describe, expect, it } from 'vitest';
import { listCurrencies } from '../../scripts/currencies/list-currencies.ts';
import { CURRENCIES } from '../../src/core/money/generated/currencies.generated.ts';

describe('the list of currencies', () => {
  it('groups codes by the decimals of their amounts, those in fifths as ISO 4217 writes them', () => {
    const listed = listCurrencies([
      { code: 'USD', base: 10, exponent: 2 },
      { code: 'JPY', base: 10, exponent: 0 },
      { code: 'MGA', base: 5, exponent: 1 },
    ]);
    expect(listed).toEqual([
      { digits: 0, codes: 'JPY' },
      { digits: 2, codes: 'MGA USD' },
    ]);
  });

  it('is the one that the library has', () => {
    const listed = listCurrencies(Object.values(currencies)).map(({ digits, codes }) => [digits, codes]);
    expect(CURRENCIES).toEqual(listed);
  });
});
