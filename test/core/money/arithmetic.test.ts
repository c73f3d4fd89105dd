import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney } from '../../../src/core/money/add-money.ts';
import { checkNetRevenue } from '../../../src/core/money/check-net-revenue.ts';
import { multiplyByRate } from '../../../src/core/money/multiply-by-rate.ts';
import { netRevenue } from '../../../src/core/money/net-revenue.ts';
import { parseRate } from '../../../src/core/money/parse-rate.ts';
import { subtractMoney } from '../../../src/core/money/subtract-money.ts';
import { sumMoney } from '../../../src/core/money/sum-money.ts';
import { totalsByCurrency } from '../../../src/core/money/totals-by-currency.ts';
import { codesOf, day, money, signed } from '../support/builders.ts';

describe('adding money', () => {
  test('adds and subtracts in one currency', () => {
    expect(addMoney(money('0.10 USD'), money('0.20 USD'))).toEqual(money('0.30 USD'));
    expect(subtractMoney(money('0.10 USD'), money('0.30 USD'))).toEqual(money('-0.20 USD'));
    expect(sumMoney([], 'EUR')).toEqual(money('0 EUR'));
  });
  test('never adds two currencies', () => {
    expect(() => addMoney(money('1 USD'), money('1 EUR'))).toThrow('USD and EUR');
    expect(() => subtractMoney(money('1 USD'), money('1 EUR'))).toThrow(TypeError);
    expect(() => sumMoney([money('1 USD')], 'EUR')).toThrow(TypeError);
  });
  test('throws rather than answer what is no longer exact', () => {
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'USD' };
    expect(() => addMoney(most, { minor: 1, currency: 'USD' })).toThrow(RangeError);
  });
  test('totals each currency by itself, in the order of codes', () => {
    const amounts = [money('1 USD'), money('5 EUR'), money('2.50 USD'), money('-5 EUR')];
    expect(totalsByCurrency(amounts)).toEqual([money('0 EUR'), money('3.50 USD')]);
    expect(totalsByCurrency([])).toEqual([]);
  });
});

describe('netRevenue', () => {
  const credit = (text: string) => ({ amount: money(text), creditedOn: day('2026-05-01'), reason: 'outage' });
  test('is gross less deductions less all credits', () => {
    const deal = signed('2026-02-01', {
      gross: '1000 USD',
      deductions: '100.50 USD',
      credits: [credit('10 USD'), credit('0.25 USD')],
    });
    expect(netRevenue(deal)).toEqual(money('889.25 USD'));
  });
  test('is unknown while the revenue is', () => {
    expect(netRevenue(signed('2026-02-01', { gross: null }))).toBeNull();
  });
  test.each([
    { name: 'accepts a net of zero', credits: '900 USD', code: undefined },
    { name: 'refuses a net below zero', credits: '900.01 USD', code: 'invalid' },
  ])('$name', ({ credits, code }) => {
    const deal = signed('2026-02-01', {
      gross: '1000 USD',
      deductions: '100 USD',
      credits: [credit(credits)],
    });
    expect(checkNetRevenue(deal, 'amount')?.code).toBe(code);
  });
});

describe('multiplyByRate', () => {
  const cases: readonly { amount: string; rate: string; product: string }[] = [
    { amount: '123456.75 USD', rate: '0.1', product: '12345.68 USD' },
    { amount: '1234565 JPY', rate: '0.1', product: '123457 JPY' },
    { amount: '1000.005 KWD', rate: '0.1', product: '100.001 KWD' },
    { amount: '1000.004 KWD', rate: '0.1', product: '100.000 KWD' },
    { amount: '-123456.75 USD', rate: '0.1', product: '-12345.68 USD' },
    { amount: '-0.04 USD', rate: '0.1', product: '0 USD' },
    { amount: '1.005 KWD', rate: '1', product: '1.005 KWD' },
    { amount: '77.77 USD', rate: '0', product: '0 USD' },
    { amount: '0.01 USD', rate: '0.499999', product: '0 USD' },
    { amount: '0.01 USD', rate: '0.5', product: '0.01 USD' },
    { amount: '9999999999999.99 USD', rate: '0.999999', product: '9999989999999.99 USD' },
  ];
  test.each(cases)('makes $product of $amount at $rate', ({ amount, rate, product }) => {
    expect(multiplyByRate(money(amount), rate)).toEqual(money(product));
  });
  test('is the integer nearest to the exact product, the larger of two as near, for every amount and rate', () => {
    const most = 999_999_999_999_999;
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), fc.nat(1_000_000), (minor, millionths) => {
        const rate = (millionths / 1_000_000).toFixed(6);
        const rounded = BigInt(multiplyByRate({ minor, currency: 'USD' }, rate).minor);
        const exact = BigInt(minor) * BigInt(millionths);
        const size = (value: bigint) => (value < 0n ? -value : value);
        const error = size(rounded * 1_000_000n - exact);
        expect(error <= 500_000n).toBe(true);
        if (error === 500_000n) expect(size(rounded) * 1_000_000n > size(exact)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseRate', () => {
  test.each([
    { written: '0.1', rate: '0.1' },
    { written: 0.1, rate: '0.1' },
    { written: ' 0.100 ', rate: '0.1' },
    { written: '0', rate: '0' },
    { written: '1', rate: '1' },
    { written: '1.0', rate: '1' },
    { written: '0.123456', rate: '0.123456' },
  ])('reads $written as $rate', ({ written, rate }) => {
    expect(parseRate(written, 'rate')).toEqual({ ok: true, value: rate });
  });
  test.each([
    { written: '10 %', hint: '0.1 for 10 %' },
    { written: '10', hint: '0.1 for 10 %' },
    { written: '7.5%', hint: '0.075 for 7.5 %' },
    { written: '1.000001', hint: 'from 0 to 1' },
    { written: '0.1234567', hint: 'at most 6 decimals' },
    { written: '-0.1', hint: '0.1 for ten per cent' },
    { written: '0,1', hint: '0.1 for ten per cent' },
    { written: 1e-7, hint: '0.1 for ten per cent' },
    { written: '', hint: '0.1 for ten per cent' },
  ])('refuses "$written" with a hint', ({ written, hint }) => {
    const parsed = parseRate(written, 'rate');
    expect(codesOf(parsed)).toEqual(['invalid']);
    expect(parsed.ok || parsed.issues[0]?.message).toContain(hint);
  });
});
