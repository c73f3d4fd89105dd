import { describe, expect, test } from 'vitest';
import { exactProduct } from '../../../src/core/money/exact-product.ts';
import { convertOn, type ExchangeRate, parseExchangeRate } from '../../../src/core/money/exchange-rates.ts';
import { minimumPayoutOf } from '../../../src/core/settings/minimum-payout.ts';
import { parseSettings } from '../../../src/core/settings/parse-settings.ts';
import { accepted, codesOf, day, money } from '../support/builders.ts';

const rate = (currency: string, on: string, text: string, into = 'USD'): ExchangeRate => ({
  currency,
  into,
  on: day(on),
  rate: text,
});
const RATES = [
  rate('EUR', '2026-01-31', '1.0842'),
  rate('EUR', '2026-03-31', '1.1'),
  rate('EUR', '2026-02-28', '1.09'),
  rate('JPY', '2026-02-01', '0.0066'),
  rate('EUR', '2026-01-01', '160.5', 'JPY'),
];

describe('a converted amount', () => {
  const at = (text: string, into: string, on: string) =>
    convertOn(money(text), into, { day: day(on), rates: RATES });

  test('is at the latest rate of the day or before, which stands beside it', () => {
    expect(at('100 EUR', 'USD', '2026-03-30')).toEqual({
      amount: money('109.00 USD'),
      rate: '1.09',
      rateOn: '2026-02-28',
    });
  });
  test.each([
    { name: 'half a cent away from zero', text: '0.50 EUR', into: 'USD', on: '2026-02-01', is: '0.54 USD' },
    { name: 'a negative amount likewise', text: '-7.05 EUR', into: 'USD', on: '2026-03-01', is: '-7.68 USD' },
    { name: 'into a currency with no decimals', text: '1 EUR', into: 'JPY', on: '2026-02-01', is: '161 JPY' },
    {
      name: 'from a currency with no decimals',
      text: '1 JPY',
      into: 'USD',
      on: '2026-02-01',
      is: '0.01 USD',
    },
  ])('rounds $name', ({ text, into, on, is }) => {
    expect(at(text, into, on)?.amount).toEqual(money(is));
  });
  test('is none without a rate, and itself in its own currency', () => {
    expect(at('1 EUR', 'USD', '2026-01-30')).toBeNull();
    expect(at('1 USD', 'EUR', '2026-03-30')).toBeNull();
    expect(at('1 USD', 'USD', '2026-01-01')).toMatchObject({ rate: '1', amount: money('1 USD') });
  });
  test('has a rate above zero with a point before its decimals', () => {
    expect(
      ['1.0842', '0001.50', '12', '0.0000620000'].map((text) => accepted(parseExchangeRate(text, 'rate'))),
    ).toEqual(['1.0842', '1.5', '12', '0.000062']);
    for (const text of ['0', '0.0', '-1', '1,08', '1e3', '', '1.12345678901'])
      expect(codesOf(parseExchangeRate(text, 'rate')), text).toEqual(['invalid']);
  });
});

test('a product before rounding has every digit', () => {
  expect(exactProduct(money('123456.75 USD'), '0.1')).toBe('12345.675');
  expect(exactProduct(money('1000.005 KWD'), '0.125')).toBe('125.000625');
});

describe('the minimum payout', () => {
  const minimum = (value: string, currency: string) =>
    minimumPayoutOf(accepted(parseSettings([{ name: 'Minimum payout', value }])), currency);

  test.each([
    { value: '', currency: 'USD', is: null },
    { value: '50', currency: 'USD', is: '50.00 USD' },
    { value: '50.75', currency: 'JPY', is: '50 JPY' },
    { value: '50, JPY 5000', currency: 'JPY', is: '5000 JPY' },
    { value: '100 eur, 20.5 USD', currency: 'USD', is: '20.50 USD' },
    { value: '100 EUR', currency: 'USD', is: null },
  ])('of $currency under "$value"', ({ value, currency, is }) => {
    expect(minimum(value, currency)).toEqual(is === null ? null : money(is));
  });
  test.each(['50, 60', 'USD', 'XYZ 5', '-5', 'JPY 5.5', '5 USD 6'])('is refused as "%s"', (value) => {
    expect(codesOf(parseSettings([{ name: 'Minimum payout', value }]))).toEqual(['invalid']);
  });
});
