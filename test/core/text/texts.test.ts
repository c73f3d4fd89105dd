import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, parseRequiredText, parseText } from '../../../src/core/text/clean-text.ts';
import { compareIds } from '../../../src/core/text/compare-ids.ts';
import { parseEmail } from '../../../src/core/text/parse-email.ts';
import { codesOf, messagesOf } from '../support/builders.ts';

describe('cleanText', () => {
  test.each([
    { name: 'trims', text: '  Globex \n', cleaned: 'Globex' },
    { name: 'composes accents', text: 'Cafe\u0301', cleaned: 'Caf\u00e9' },
    { name: 'keeps tabs and line ends', text: 'a\tb\nc', cleaned: 'a\tb\nc' },
    { name: 'writes line ends one way', text: 'a\r\nb\rc', cleaned: 'a\nb\nc' },
    { name: 'keeps separators of lines', text: 'a\u2028b\u2029c', cleaned: 'a\u2028b\u2029c' },
    { name: 'drops halves of characters', text: 'a\ud83db\udd8ac', cleaned: 'abc' },
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
  test.each([
    { name: 'a control character', text: 'a\u0000b', says: 'U+0000' },
    { name: 'half of a character', text: 'a\ud83d', says: 'U+D83D' },
    { name: 'a line break in a name', text: 'Globex\nGmbH', says: 'one line' },
    { name: 'a tab in a name', text: 'Globex\tGmbH', says: 'one line' },
    { name: 'a separator of lines in a name', text: 'Globex\u2028GmbH', says: 'one line' },
  ])('refuses $name', ({ text, says }) => {
    expect(messagesOf(parseText(text, 'name', 'customer'))).toEqual([expect.stringContaining(says)]);
  });
  test('says everything that is wrong with one text', () => {
    const [message] = messagesOf(parseText(`\u0007\n${'x'.repeat(300)}`, 'name', 'customer'));
    expect(message).toMatch(/U\+0007.*one line.*at most 200/);
  });
  test.each([
    { name: 'spaces inside', text: 'Globex   GmbH' },
    { name: 'what looks like a formula', text: '=IMPORTXML("https://x.example")' },
    { name: 'what looks like a number', text: '007' },
    { name: 'joined emoji and writing from the right', text: '\u202eشركة 👩‍👩‍👧' },
  ])('keeps $name as it was written', ({ text }) => {
    expect(parseText(`  ${text} `, 'name', 'customer')).toEqual({ ok: true, value: text });
  });
  test.each([
    '\u200b',
    '\u00a0',
    '\u2060\u200d',
    '\u0301',
  ])('takes %j, which shows nothing, for no text', (text) => {
    expect(codesOf(parseRequiredText(text, 'name', 'customer'))).toEqual(['required']);
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
    // The sign for kelvin becomes a Latin k in lower case.
    { text: '\u212aim@acme.example', address: null },
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
