import { expect, test } from 'vitest';
import { formatRate } from '../../../src/core/money/format-rate.ts';

test.each([
  ['0.1', '10 %'],
  ['0.10', '10 %'],
  ['0.125', '12.5 %'],
  ['0.0875', '8.75 %'],
  ['0.05', '5 %'],
  ['0', '0 %'],
  ['1', '100 %'],
  ['0.0001', '0.01 %'],
])('the rate %s is read as %s', (rate, read) => {
  expect(formatRate(rate)).toBe(read);
});
