import { describe, expect, test } from 'vitest';
import { parseSetting, parseSettings } from '../../../src/core/settings/parse-settings.ts';
import { SETTINGS } from '../../../src/core/settings/setting-table.ts';
import { termsOf } from '../../../src/core/settings/terms-of.ts';
import { accepted, codesOf, TERMS } from '../support/builders.ts';

describe('parseSettings', () => {
  test('gives the defaults of the programme rules without any row', () => {
    expect(accepted(parseSettings([]))).toEqual({
      companyName: 'One Network',
      programmeName: 'Referral Partner Programme',
      timeZone: 'America/Chicago',
      rate: '0.1',
      windowMonths: 12,
      paymentDays: 30,
      introductionsRequired: 1,
      decisionDays: 3,
      returnedDays: 10,
      expiryNoticeDays: [60, 30, 7],
      holidays: [],
      resourcesLink: '',
      communityLink: '',
      trainingDate: null,
      minimumPayout: new Map(),
      reportingCurrency: '',
    });
  });
  test('reads the declared defaults as rows like any other', () => {
    const rows = Object.values(SETTINGS).map((setting) => ({ name: setting.name, value: setting.default }));
    expect(parseSettings(rows)).toEqual(parseSettings([]));
  });
  test('reads texts and cell numbers', () => {
    const settings = accepted(
      parseSettings([
        { name: ' Programme time zone ', value: 'Europe/Berlin' },
        { name: 'Commission rate', value: 0.15 },
        { name: 'Payment days after first cash receipt', value: 14 },
        { name: 'Holidays', value: '2026-12-25, 2026-01-01,2026-12-25' },
        { name: 'Expiry notice days', value: '7, 90' },
        { name: 'Training date', value: '2026-09-15' },
        { name: 'Resources link', value: 'https://one.example/resources' },
      ]),
    );
    expect(settings).toMatchObject({
      timeZone: 'Europe/Berlin',
      rate: '0.15',
      paymentDays: 14,
      holidays: ['2026-01-01', '2026-12-25'],
      expiryNoticeDays: [90, 7],
      trainingDate: '2026-09-15',
      resourcesLink: 'https://one.example/resources',
    });
  });
  test('says everything that is wrong at once, with the setting as field', () => {
    const parsed = parseSettings([
      { name: 'Comission rate', value: '0.1' },
      { name: 'Commission rate', value: '10 %' },
      { name: 'Holidays', value: '2026-02-30' },
      { name: 'Holidays', value: '' },
    ]);
    expect(codesOf(parsed)).toEqual(['invalid', 'invalid', 'invalid', 'invalid']);
    const fields = parsed.ok ? [] : parsed.issues.map(({ field }) => field);
    expect(fields).toEqual(['Comission rate', 'Holidays', 'Commission rate', 'Holidays']);
  });
});

describe('parseSetting', () => {
  const cases: readonly { name: string; value: string | number; fine: boolean }[] = [
    { name: 'Company name', value: 'Two Networks', fine: true },
    { name: 'Company name', value: ' ', fine: false },
    { name: 'Programme time zone', value: 'Berlin', fine: false },
    { name: 'Commission rate', value: 1, fine: true },
    { name: 'Commission rate', value: 1.01, fine: false },
    { name: 'Registration window months', value: 1, fine: true },
    { name: 'Registration window months', value: 0, fine: false },
    { name: 'Registration window months', value: 1.5, fine: false },
    { name: 'Registration window months', value: '12 months', fine: false },
    { name: 'Payment days after first cash receipt', value: 365, fine: true },
    { name: 'Payment days after first cash receipt', value: 366, fine: false },
    { name: 'Introductions required', value: 0, fine: true },
    { name: 'Introductions required', value: -1, fine: false },
    { name: 'Decision target business days', value: 0, fine: false },
    { name: 'Returned request business days', value: 10, fine: true },
    { name: 'Holidays', value: '', fine: true },
    { name: 'Holidays', value: '25.12.2026', fine: false },
    { name: 'Expiry notice days', value: '60, x', fine: false },
    { name: 'Resources link', value: 'javascript:alert(1)', fine: false },
    { name: 'Community link', value: 'one.example', fine: false },
    { name: 'Training date', value: '2026-02-29', fine: false },
  ];
  test.each(cases)('$name = "$value" is fine: $fine', ({ name, value, fine }) => {
    expect(codesOf(parseSetting(name, value))).toEqual(fine ? [] : [value === ' ' ? 'required' : 'invalid']);
  });
  test('names the known settings to who asks for an unknown one', () => {
    const parsed = parseSetting('Rate', '0.1');
    expect(parsed.ok || parsed.issues[0]?.message).toContain('Commission rate');
  });
});

test('the terms of an approval are those of the settings', () => {
  expect(termsOf(accepted(parseSettings([])))).toEqual(TERMS);
});
