import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar/add-days.ts';
import { addMonths } from '../../../src/core/calendar/add-months.ts';
import { dayOfWeek } from '../../../src/core/calendar/day-of-week.ts';
import { daysBetween } from '../../../src/core/calendar/days-between.ts';
import { firstDayOf } from '../../../src/core/calendar/first-day-of.ts';
import { lastDayOf } from '../../../src/core/calendar/last-day-of.ts';
import { monthOf } from '../../../src/core/calendar/month-of.ts';
import { parseMonth } from '../../../src/core/calendar/parse-month.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';
import { previousMonth } from '../../../src/core/calendar/previous-month.ts';
import { day } from '../support/builders.ts';

const anyDay = fc
  .date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('2998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('parsePlainDate', () => {
  const validCases: readonly { name: string; text: string }[] = [
    { name: 'the first day it knows', text: '1900-01-01' },
    { name: 'the last day it knows', text: '2999-12-31' },
    { name: 'a leap day', text: '2028-02-29' },
    { name: 'a leap day of a year divisible by 400', text: '2000-02-29' },
  ];
  test.each(validCases)('reads $name', ({ text }) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  const invalidCases: readonly { name: string; text: string }[] = [
    { name: 'a leap day of a common year', text: '2027-02-29' },
    { name: 'a leap day of a century', text: '2100-02-29' },
    { name: 'a 31st of April', text: '2026-04-31' },
    { name: 'month 13', text: '2026-13-01' },
    { name: 'month 0', text: '2026-00-10' },
    { name: 'day 0', text: '2026-01-00' },
    { name: 'the year before 1900', text: '1899-12-31' },
    { name: 'the year after 2999', text: '3000-01-01' },
    { name: 'spaces around', text: ' 2026-01-01' },
    { name: 'a line end after it', text: '2026-01-01\n' },
    { name: 'single digits', text: '2026-1-1' },
    { name: 'another order', text: '01-02-2026' },
    { name: 'slashes', text: '2026/01/02' },
    { name: 'a time', text: '2026-01-01T00:00' },
    { name: 'digits of another script', text: '２０２６-01-01' },
    { name: 'nothing', text: '' },
  ];
  test.each(invalidCases)('refuses $name', ({ text }) => {
    expect(parsePlainDate(text)).toBeNull();
  });
});

describe('parseMonth', () => {
  test.each([
    { text: '2026-12', month: '2026-12' },
    { text: '2026-13', month: null },
    { text: '2026-00', month: null },
    { text: '2026-1', month: null },
    { text: '2026-01-01', month: null },
  ])('answers $month for "$text"', ({ text, month }) => {
    expect(parseMonth(text)).toBe(month);
  });
});

describe('addMonths', () => {
  const cases: readonly { name: string; from: string; months: number; to: string }[] = [
    { name: 'clamps a leap day to the 28th', from: '2028-02-29', months: 12, to: '2029-02-28' },
    { name: 'does not stretch a 28th to the leap day', from: '2027-02-28', months: 12, to: '2028-02-28' },
    { name: 'keeps the day where it exists', from: '2026-01-06', months: 12, to: '2027-01-06' },
    { name: 'clamps a 31st', from: '2026-01-31', months: 1, to: '2026-02-28' },
    { name: 'goes over the year', from: '2026-12-15', months: 1, to: '2027-01-15' },
    { name: 'goes back', from: '2026-03-31', months: -1, to: '2026-02-28' },
  ];
  test.each(cases)('$name', ({ from, months, to }) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('never makes a later date earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(60), (from, days, months) => {
        expect(addMonths(from, months) <= addMonths(addDays(from, days), months)).toBe(true);
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  test('make 2026-03-02 of 30 days after 2026-01-31', () => {
    expect(addDays(day('2026-01-31'), 30)).toBe('2026-03-02');
    expect(daysBetween(day('2026-01-31'), day('2026-03-02'))).toBe(30);
  });
  test('undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });
});

describe('days of the week and months', () => {
  test.each([
    { date: '2026-01-05', weekday: 1 },
    { date: '2026-01-10', weekday: 6 },
    { date: '2026-01-11', weekday: 7 },
    { date: '2000-02-29', weekday: 2 },
  ])('$date is day $weekday of its week', ({ date, weekday }) => {
    expect(dayOfWeek(day(date))).toBe(weekday);
  });
  test.each([
    { date: '2028-02-10', first: '2028-02-01', last: '2028-02-29', previous: '2028-01' },
    { date: '2026-01-31', first: '2026-01-01', last: '2026-01-31', previous: '2025-12' },
    { date: '2026-12-01', first: '2026-12-01', last: '2026-12-31', previous: '2026-11' },
  ])('the month of $date ends on $last', ({ date, first, last, previous }) => {
    const month = monthOf(day(date));
    expect([firstDayOf(month), lastDayOf(month), previousMonth(month)]).toEqual([first, last, previous]);
  });
});
