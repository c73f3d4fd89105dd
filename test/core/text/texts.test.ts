import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, parseRequiredText, parseText } from '../../../src/core/text/clean-text.ts';
import { compareIds } from '../../../src/core/text/compare-ids.ts';
import { parseEmail } from '../../../src/core/text/parse-email.ts';
import { codesOf } from '../support/builders.ts';

describe('cleanText', () => {
  test.each([
    { name: 'trims', text: '  Globex \n', cleaned: 'Globex' },
    { name: 'composes accents', text: 'Cafe\u0301', cleaned: 'Caf\u00e9' },
    { name: 'keeps tabs and line ends', text: 'a\tb\nc', cleaned: 'a\tb\nc' },
    { name: 'makes one line end of each kind', text: 'a\r\nb\rc\u2028d', cleaned: 'a\nb\nc\nd' },
    { name: 'drops control characters', text: 'a\u0000b\u0007c\u009fd', cleaned: 'abcd' },
    { name: 'keeps what looks like a formula', text: '=IMPORTXML("x")', cleaned: '=IMPORTXML("x")' },
    { name: 'keeps leading zeros', text: '007', cleaned: '007' },
  ])('$name', ({ text, cleaned }) => {
    expect(cleanText(text)).toBe(cleaned);
  });
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });
  test('makes one line of a name', () => {
    expect(cleanLine(' Globex\n\t GmbH ')).toBe('Globex GmbH');
  });
});

describe('parseText', () => {
  test.each([
    { name: 'takes a name of 200 characters', length: 200, codes: [] },
    { name: 'refuses one of 201', length: 201, codes: ['invalid'] },
  ])('$name', ({ length, codes }) => {
    expect(codesOf(parseText('x'.repeat(length), 'name', 'customer'))).toEqual(codes);
  });
  test('asks for a text that is only white space where one is required', () => {
    expect(codesOf(parseText(' \n', 'name', 'customer'))).toEqual([]);
    expect(codesOf(parseRequiredText(' \n', 'name', 'customer'))).toEqual(['required']);
  });
});

describe('parseEmail', () => {
  test.each([
    { text: ' Kim@Acme.Example ', address: 'kim@acme.example' },
    { text: "o'brien+leads@sub.acme.example", address: "o'brien+leads@sub.acme.example" },
    { text: 'kim@localhost', address: null },
    { text: 'kim@acme', address: null },
    { text: 'kim@@acme.example', address: null },
    { text: 'kim@acme.example, bo@acme.example', address: null },
    { text: 'Kim <kim@acme.example>', address: null },
    { text: 'acme.example', address: null },
    { text: '', address: null },
    { text: `${'x'.repeat(250)}@acme.example`, address: null },
  ])('answers $address to "$text"', ({ text, address }) => {
    expect(parseEmail(text)).toBe(address);
  });
});

describe('compareIds', () => {
  test('orders by number, not by text', () => {
    const ids = ['L-10000', 'L-0002', 'L-9999', 'L-0010'] as const;
    expect([...ids].sort(compareIds)).toEqual(['L-0002', 'L-0010', 'L-9999', 'L-10000']);
  });
});
