import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import { formatAmount } from '../../../src/core/money/format-amount.ts';
import { parseAmount } from '../../../src/core/money/parse-amount.ts';
import { formatCell, misreadAs, parseCell, sameCell } from '../../../src/registry/rows/cell-values.ts';
import type { ColumnType } from '../../../src/registry/schema/column.ts';
import { FakeGrid } from '../support/fake-grid.ts';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Australia/Lord_Howe',
] as const;

const zones = fc.constantFrom(...ZONES);

/** What a cell gives back for the text of a column. */
function store(type: ColumnType, text: string, timeZone: string): unknown {
  const grid = new FakeGrid(timeZone);
  grid.write({ row: 1, column: 1, values: [[formatCell(type, text, timeZone)]] });
  return grid.readCell(1, 1);
}

describe('a text', () => {
  const texts: readonly string[] = [
    '=1+1',
    '=IMPORTXML("https://x.example","//a")',
    "'tis",
    "''",
    '007',
    '1/2',
    '2026-03-01',
    'TRUE',
    '+1',
    '-',
    '@here',
    '1e5',
    '🙂👩‍👩‍👧',
    'שלום עולם',
    'a\nb\tc',
    ' leading and trailing ',
    'x'.repeat(5000),
  ];

  test.each(texts)('arrives in the cell unchanged: %j', (text) => {
    for (const type of ['text', 'long-text', 'choice', 'answer', 'link'] as const) {
      const value = store(type, text, 'UTC');
      expect(value).toBe(text);
      expect(parseCell(type, value, 'UTC')).toBe(text);
    }
  });

  test('of any characters comes back as it went', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(parseCell('text', store('text', text, 'UTC'), 'UTC')).toBe(text);
      }),
    );
  });

  test('longer than a cell is shown up to there, between two characters, and counts as the same', () => {
    const text = `x${'🙂'.repeat(30_000)}`;
    const value = store('long-text', text, 'UTC');
    expect(String(value).length).toBeLessThanOrEqual(50_000);
    expect(sameCell('long-text', text, value, 'UTC')).toBe(true);
    expect(sameCell('long-text', `${text}!`.slice(2), value, 'UTC')).toBe(false);
  });

  test('that does not fit its column stands there literally, for people to see', () => {
    expect(store('date', '31 February', 'UTC')).toBe('31 February');
    expect(store('moment', 'noon', 'UTC')).toBe('noon');
  });
});

describe('a date', () => {
  const dates = fc
    .date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2060-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

  test('comes back as the same day in every time zone', () => {
    fc.assert(
      fc.property(dates, zones, (text, zone) => {
        const value = store('date', text, zone);
        expect(value).toBeInstanceOf(Date);
        expect(parseCell('date', value, zone)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['America/Sao_Paulo', '2018-11-04'],
    ['Asia/Beirut', '2026-03-29'],
    ['Pacific/Apia', '2011-12-29'],
  ])('comes back in %s where its midnight is skipped: %s', (zone, text) => {
    expect(parseCell('date', store('date', text, zone), zone)).toBe(text);
  });

  test('typed into a column of another kind reads as that day', () => {
    const cell = new Date('2026-03-01T06:00:00Z');
    expect(parseCell('text', cell, 'America/Chicago')).toBe('2026-03-01');
    expect(parseCell('amount', cell, 'America/Chicago')).toBe('2026-03-01');
  });
});

describe('a moment', () => {
  const moments = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2050-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`);

  test('counts as the same when it comes back, in every time zone', () => {
    fc.assert(
      fc.property(moments, zones, (text, zone) => {
        expect(sameCell('moment', text, store('moment', text, zone), zone)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('in the hour that comes twice counts as the same, although the sheet gives back the first', () => {
    const second = '2026-11-01T07:30:00Z';
    const value = store('moment', second, 'America/Chicago');
    expect(parseCell('moment', value, 'America/Chicago')).toBe('2026-11-01T06:30:00Z');
    expect(sameCell('moment', second, value, 'America/Chicago')).toBe(true);
  });

  test('an hour later is another one on every other day', () => {
    const value = store('moment', '2026-11-02T07:30:00Z', 'America/Chicago');
    expect(sameCell('moment', '2026-11-02T06:30:00Z', value, 'America/Chicago')).toBe(false);
  });
});

describe('an amount', () => {
  test.each([
    'USD',
    'EUR',
    'JPY',
    'KWD',
  ])('of %s counts as the same when it comes back, to its last digit', (currency) => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (minor) => {
        const text = formatAmount({ minor, currency } as Parameters<typeof formatAmount>[0]);
        const value = store('amount', text, 'UTC');
        expect(typeof value).toBe('number');
        expect(sameCell('amount', text, value, 'UTC')).toBe(true);
        const read = parseAmount(parseCell('amount', value, 'UTC'), currency, { field: '', sign: 'any' });
        expect(read).toMatchObject({ ok: true, value: { minor } });
      }),
    );
  });

  const differences: readonly { readonly name: string; readonly text: string; readonly cell: unknown }[] = [
    { name: 'a cent more', text: '12345.60', cell: 12345.61 },
    { name: 'nothing typed over an amount', text: '0.00', cell: '' },
    { name: 'zero typed over nothing', text: '', cell: 0 },
    { name: 'a word', text: '5.00', cell: 'five' },
    { name: 'a tick', text: '1.00', cell: true },
  ];

  test.each(differences)('is told apart from $name', ({ text, cell }) => {
    expect(sameCell('amount', text, cell, 'UTC')).toBe(false);
  });

  test('is written in digits, never in exponents', () => {
    expect(parseCell('amount', 123_456_789_012_345, 'UTC')).toBe('123456789012345');
    expect(Number(parseCell('rate', 1e-7, 'UTC'))).toBe(1e-7);
    expect(parseCell('rate', 1e-7, 'UTC')).not.toContain('e');
  });
});

test('a ticked box reads as yes, one that is not as no, an empty cell as nothing', () => {
  expect(['answer', 'text'].map((type) => parseCell(type as ColumnType, true, 'UTC'))).toEqual([
    'yes',
    'yes',
  ]);
  expect(parseCell('answer', false, 'UTC')).toBe('no');
  expect([null, undefined, ''].map((value) => parseCell('date', value, 'UTC'))).toEqual(['', '', '']);
});

describe('a cell of a column of texts', () => {
  test.each([
    { name: 'a number', value: 7, misread: 'a number' },
    { name: 'a day', value: new Date('2026-01-02T06:00:00Z'), misread: 'a date' },
    { name: 'yes', value: true, misread: 'yes or no' },
    { name: 'a text', value: '007', misread: null },
    { name: 'nothing', value: '', misread: null },
  ])('that holds $name was taken for $misread', ({ value, misread }) => {
    expect(misreadAs('text', value)).toBe(misread);
  });
  test('is the only one that is misread', () => {
    expect(misreadAs('amount', 7)).toBeNull();
    expect(misreadAs('answer', true)).toBeNull();
  });
});

test('a day that no calendar date names is no date', () => {
  for (const ms of [Date.UTC(12_000, 0, 1), Date.parse('-000001-01-01T00:00:00Z'), Number.NaN]) {
    expect(parsePlainDate(parseCell('date', new Date(ms), 'America/Chicago'))).toBeNull();
  }
});
