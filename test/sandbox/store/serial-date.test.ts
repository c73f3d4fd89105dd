import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOfSerial, serialOfDay, serialOfInstant } from '../../../src/sandbox/store/serial-date.ts';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];
const HOUR = 3_600_000;

describe('Serial dates', () => {
  const known = [
    { name: 'day 0', serial: 0, iso: '1899-12-30T00:00:00.000Z' },
    { name: 'the first day after the century', serial: 2, iso: '1900-01-01T00:00:00.000Z' },
    { name: 'a day of this century', serial: 46_027, iso: '2026-01-05T00:00:00.000Z' },
    { name: 'noon', serial: 46_027.5, iso: '2026-01-05T12:00:00.000Z' },
  ] as const;
  test.each(known)('count $name from 1899-12-30', ({ serial, iso }) => {
    expect(new Date(instantOfSerial(serial, 'UTC')).toISOString()).toBe(iso);
  });

  test('mean the wall clock of the spreadsheet, whatever its zone', () => {
    const serial = serialOfDay(2026, 7, 1, 8 * HOUR) ?? 0;
    const at = (zone: string): string => new Date(instantOfSerial(serial, zone)).toISOString();
    expect(at('America/Chicago')).toBe('2026-07-01T13:00:00.000Z');
    expect(at('Europe/Berlin')).toBe('2026-07-01T06:00:00.000Z');
  });

  test('give a time that a clock change skips as the one an hour later', () => {
    const skipped = serialOfDay(2026, 3, 8, 2.5 * HOUR) ?? 0;
    expect(new Date(instantOfSerial(skipped, 'America/Chicago')).toISOString()).toBe(
      '2026-03-08T08:30:00.000Z',
    );
  });

  test('give a time that comes twice as the first of the two', () => {
    const twice = serialOfDay(2026, 11, 1, 1.5 * HOUR) ?? 0;
    expect(new Date(instantOfSerial(twice, 'America/Chicago')).toISOString()).toBe(
      '2026-11-01T06:30:00.000Z',
    );
  });

  test('know no 30th of February', () => {
    expect(serialOfDay(2026, 2, 30)).toBeNull();
  });

  test('come back to the same instant, but for the hour that a clock change repeats', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        const back = instantOfSerial(serialOfInstant(at, zone), zone);
        expect(at - back === 0 || (at - back > 0 && at - back <= HOUR)).toBe(true);
        expect(serialOfInstant(back, zone)).toBeCloseTo(serialOfInstant(at, zone), 8);
      }),
    );
  });
});
