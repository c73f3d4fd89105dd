import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDigits, isCurrency } from '../../../src/core/money/currency-digits.ts';
import { formatAmount } from '../../../src/core/money/format-amount.ts';
import { parseAmount } from '../../../src/core/money/parse-amount.ts';
import { parseCurrency } from '../../../src/core/money/parse-currency.ts';
import { accepted, codesOf } from '../support/builders.ts';

const anyRules = { field: 'gross', sign: 'any' } as const;

describe('currencies', () => {
  test.each([
    { code: 'USD', digits: 2 },
    { code: 'JPY', digits: 0 },
    { code: 'KWD', digits: 3 },
    { code: 'CLF', digits: 4 },
    { code: 'MGA', digits: 2 },
    { code: 'MRU', digits: 2 },
  ])('$code has $digits digits', ({ code, digits }) => {
    expect(currencyDigits(code)).toBe(digits);
  });
  test.each(['usd', 'US', 'XXX', '', 'toString'])('does not know "%s"', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => currencyDigits(code)).toThrow(RangeError);
  });
  test.each([
    { text: ' usd ', codes: [] },
    { text: '', codes: ['required'] },
    { text: '$', codes: ['invalid'] },
  ])('answers $codes to "$text"', ({ text, codes }) => {
    expect(codesOf(parseCurrency(text, 'currency'))).toEqual(codes);
  });
});

describe('parseAmount', () => {
  const validCases: readonly { name: string; written: string | number; currency: string; minor: number }[] = [
    { name: 'two decimals', written: '123456.75', currency: 'USD', minor: 12_345_675 },
    { name: 'one decimal', written: '0.5', currency: 'USD', minor: 50 },
    { name: 'no decimals', written: '7', currency: 'USD', minor: 700 },
    { name: 'a currency without decimals', written: '1234565', currency: 'JPY', minor: 1_234_565 },
    { name: 'three decimals', written: '1000.005', currency: 'KWD', minor: 1_000_005 },
    { name: 'a cell number', written: 1234.1, currency: 'EUR', minor: 123_410 },
    { name: 'spaces around', written: ' 12.00 ', currency: 'EUR', minor: 1200 },
    { name: 'leading zeros', written: '007', currency: 'EUR', minor: 700 },
    { name: 'a negative amount', written: '-0.01', currency: 'EUR', minor: -1 },
    { name: 'minus zero as plain zero', written: '-0.00', currency: 'EUR', minor: 0 },
    {
      name: '15 digits with decimals',
      written: '9999999999999.99',
      currency: 'USD',
      minor: 999_999_999_999_999,
    },
    {
      name: '15 digits without decimals',
      written: '999999999999999',
      currency: 'JPY',
      minor: 999_999_999_999_999,
    },
    { name: 'leading zeros beyond 15 digits', written: '000000000000000001', currency: 'JPY', minor: 1 },
  ];
  test.each(validCases)('reads $name', ({ written, currency, minor }) => {
    expect(parseAmount(written, currency, anyRules)).toEqual({ ok: true, value: { minor, currency } });
  });

  const invalidCases: readonly { name: string; written: string | number; currency: string; says: string }[] =
    [
      {
        name: 'thousands separators',
        written: '123,456.75',
        currency: 'USD',
        says: 'without thousands separators',
      },
      {
        name: 'a comma before decimals',
        written: '12,5',
        currency: 'EUR',
        says: 'a point before the decimals',
      },
      { name: 'an apostrophe', written: "1'000", currency: 'CHF', says: 'without thousands separators' },
      { name: 'a currency sign', written: '$5', currency: 'USD', says: 'currency signs' },
      { name: 'an exponent', written: '1e3', currency: 'USD', says: 'exponents' },
      { name: 'a cell number with an exponent', written: 1e21, currency: 'USD', says: 'exponents' },
      { name: 'not a number', written: Number.NaN, currency: 'USD', says: 'such as 1234.50' },
      { name: 'a plus sign', written: '+5', currency: 'USD', says: 'such as 1234.50' },
      { name: 'a bare point', written: '.5', currency: 'USD', says: 'such as 1234.50' },
      { name: 'a trailing point', written: '5.', currency: 'KWD', says: 'such as 1234.500' },
      { name: 'a word', written: 'ten', currency: 'JPY', says: 'such as 1234,' },
      { name: 'a third decimal', written: '1.005', currency: 'USD', says: 'has 3 decimals; USD has 2' },
      {
        name: 'a third decimal that is zero',
        written: '1.000',
        currency: 'USD',
        says: 'has 3 decimals; USD has 2',
      },
      { name: 'decimals of yen', written: '1.5', currency: 'JPY', says: 'JPY has none' },
      {
        name: 'what binary floats make of 0.1 + 0.2',
        written: 0.1 + 0.2,
        currency: 'USD',
        says: 'USD has 2',
      },
      {
        name: '16 digits with decimals',
        written: '10000000000000.00',
        currency: 'USD',
        says: '15 significant digits',
      },
      {
        name: '16 digits without decimals',
        written: '1000000000000000',
        currency: 'JPY',
        says: '15 significant digits',
      },
      { name: 'an unknown currency', written: '1', currency: 'XXX', says: '"XXX" is none' },
    ];
  test.each(invalidCases)('refuses $name and says what is expected', ({ written, currency, says }) => {
    const parsed = parseAmount(written, currency, anyRules);
    expect(codesOf(parsed)).toEqual(['invalid']);
    expect(parsed.ok || parsed.issues[0]?.field).toBe('gross');
    expect(parsed.ok || parsed.issues[0]?.message).toContain(says);
  });

  test('asks for what is empty', () => {
    expect(codesOf(parseAmount(' ', 'USD', anyRules))).toEqual(['required']);
  });

  const signCases: readonly {
    sign: 'positive' | 'not-negative' | 'any';
    written: string;
    codes: string[];
  }[] = [
    { sign: 'positive', written: '0.01', codes: [] },
    { sign: 'positive', written: '0', codes: ['invalid'] },
    { sign: 'positive', written: '-0.01', codes: ['invalid'] },
    { sign: 'not-negative', written: '0', codes: [] },
    { sign: 'not-negative', written: '-0', codes: [] },
    { sign: 'not-negative', written: '-0.01', codes: ['invalid'] },
    { sign: 'any', written: '-0.01', codes: [] },
  ];
  test.each(signCases)('where it must be $sign, answers $codes to $written', ({ sign, written, codes }) => {
    expect(codesOf(parseAmount(written, 'USD', { field: 'amount', sign }))).toEqual(codes);
  });
});

describe('formatAmount', () => {
  test.each([
    { minor: 1_234_568, currency: 'USD', text: '12345.68' },
    { minor: 123_457, currency: 'JPY', text: '123457' },
    { minor: 100_001, currency: 'KWD', text: '100.001' },
    { minor: 5, currency: 'USD', text: '0.05' },
    { minor: -50, currency: 'USD', text: '-0.50' },
    { minor: 0, currency: 'USD', text: '0.00' },
    { minor: 1, currency: 'MGA', text: '0.01' },
    { minor: -999_999_999_999_999, currency: 'USD', text: '-9999999999999.99' },
  ])('writes $text $currency', ({ minor, currency, text }) => {
    expect(formatAmount({ minor, currency })).toBe(text);
  });
  test('is undone by parseAmount, for texts and for cell numbers', () => {
    const most = 999_999_999_999_999;
    fc.assert(
      fc.property(
        fc.integer({ min: -most, max: most }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'CLF', 'MRU'),
        (minor, currency) => {
          const amount = { minor: minor + 0, currency };
          const text = formatAmount(amount);
          expect(accepted(parseAmount(text, currency, anyRules))).toEqual(amount);
          expect(accepted(parseAmount(Number(text), currency, anyRules))).toEqual(amount);
        },
      ),
    );
  });
});
