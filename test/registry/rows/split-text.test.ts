import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from '../../../src/core/text/cut-text.ts';
import { splitText } from '../../../src/registry/rows/split-text.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

test('the pieces of a long text make it again, each fits a cell, and no character is cut in two', () => {
  const texts = fc
    .tuple(fc.constantFrom('x', '🙂', 'x🙂', '🙂x', 'שx'), fc.integer({ min: 0, max: 60_000 }), fc.nat(3))
    .map(([unit, times, shift]) => 'a'.repeat(shift) + unit.repeat(times));
  fc.assert(
    fc.property(texts, (text) => {
      const pieces = splitText(text);
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece.length <= 50_000 && !LONE_SURROGATE.test(piece))).toBe(true);
      expect(pieces.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(text.length / 44_999)));
    }),
    { numRuns: 40 },
  );
});

test('an empty text is one empty piece', () => {
  expect(splitText('')).toEqual(['']);
});

test('a cut keeps whole characters', () => {
  expect(cutText('a🙂b', 2)).toBe('a');
  expect(cutText('a🙂b', 3)).toBe('a🙂');
  expect(cutText('ab', 9)).toBe('ab');
});
