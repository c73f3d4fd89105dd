import { describe, expect, test } from 'vitest';
import type { ImportType } from '../../../src/registry/import/import-kinds.ts';
import { parseMapping } from '../../../src/registry/import/mapping.ts';
import { proposeMapping } from '../../../src/registry/import/propose-mapping.ts';
import {
  type FileCell,
  isDateFormat,
  type Locale,
  readValue,
} from '../../../src/registry/import/read-value.ts';

const GERMAN: Locale = { dateFormat: 'DD.MM.YYYY', decimal: ',', thousands: '.' };
const AMERICAN: Locale = { dateFormat: 'M/D/YYYY', decimal: '.', thousands: '' };

function read(type: ImportType, cell: FileCell, locale: Locale = GERMAN): string | null {
  const field = { key: 'x', label: 'X', type, isRequired: false, headers: [], choices: ['Signed', 'Lost'] };
  const found = readValue(cell, field, locale, { gewonnen: 'Signed' });
  return 'value' in found ? found.value : null;
}

describe('a cell is read in the files’ own way and in no other', () => {
  test.each([
    ['date', '31.03.2026', GERMAN, '2026-03-31'],
    ['date', '2026-03-31', GERMAN, '2026-03-31'],
    ['date', '03/31/2026', GERMAN, null],
    ['date', '31.02.2026', GERMAN, null],
    ['date', '3/4/2026', AMERICAN, '2026-03-04'],
    ['date', '13/4/2026', AMERICAN, null],
    ['date', 46_112, AMERICAN, null],
    ['moment', '31.03.2026 9:30', GERMAN, '2026-03-31T09:30'],
    ['moment', '2026-03-31T09:30:15', GERMAN, '2026-03-31T09:30:15'],
    ['moment', '31.03.2026 25:00', GERMAN, null],
    ['amount', '1.234.567,50', GERMAN, '1234567.50'],
    ['amount', '1234,5', GERMAN, '1234.5'],
    ['amount', '1.234', GERMAN, '1234'],
    ['amount', '12.34', GERMAN, null],
    ['amount', '1,234', AMERICAN, null],
    ['amount', '$5', AMERICAN, null],
    ['amount', 1234.5, GERMAN, '1234.5'],
    ['amount', 1e30, GERMAN, null],
    ['answer', true, GERMAN, 'yes'],
    ['answer', 'maybe', GERMAN, null],
    ['choice', 'GEWONNEN', GERMAN, 'Signed'],
    ['choice', 'won', GERMAN, null],
    ['text', ' =1+1 ', GERMAN, '=1+1'],
    ['text', '', GERMAN, ''],
  ] as const)('%s %j', (type, cell, locale, expected) => {
    expect(read(type, cell, locale)).toBe(expected);
  });

  test('date formats name a year, a month and a day, once each', () => {
    expect(['DD.MM.YYYY', 'D/M/YYYY', 'YYYY-MM-DD'].filter(isDateFormat)).toHaveLength(3);
    expect(['', 'DD.MM', 'DD.MM.YY', 'MM/MM/YYYY', 'YYYYMMDD', 'DD.MM.YYYY x'].filter(isDateFormat)).toEqual(
      [],
    );
  });
});

describe('a mapping', () => {
  const TABLE = {
    file: 'deals 2019.csv',
    sheet: '',
    headers: ['Deal no.', 'Lead no.', 'Type', 'Stage', 'Close date', 'Revenue', 'Owner'],
    rows: [['7', '3', 'SaaS', 'won', '01.02.2020', '1.000,00', 'Sam']],
  };

  test('is proposed from headers, and guesses neither dates nor decimals', () => {
    expect(JSON.parse(proposeMapping([TABLE]))).toMatchObject({
      dateFormat: '',
      decimal: '',
      sources: [
        {
          kind: 'deals',
          columns: {
            reference: 'Deal no.',
            lead: 'Lead no.',
            kind: 'Type',
            status: 'Stage',
            signedOn: 'Close date',
            gross: 'Revenue',
            currency: '',
          },
        },
      ],
    });
  });

  test('is refused with all that is wrong with it', () => {
    const source = {
      kind: 'deals',
      file: 'd.csv',
      columns: { reference: 'A', colour: 'B' },
      words: { shape: {} },
    };
    const text = JSON.stringify({
      version: 1,
      dateFormat: 'DD.MM',
      decimal: ';',
      sources: [source, { ...source, kind: 'cars' }],
    });
    const parsed = parseMapping(text);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.split(/[:(]/)[0]?.trim())).toEqual([
      'dateFormat',
      'decimal',
      'sources.0',
      'sources.0',
      'sources.0.columns.lead',
      'sources.0.columns.kind',
      'sources.0.columns.status',
      'sources.1.kind',
    ]);
  });

  test('is refused where it is no JSON or of another version', () => {
    expect(parseMapping('{')).toMatchObject({ ok: false });
    expect(parseMapping('{"version":2}')).toMatchObject({ ok: false });
  });
});
