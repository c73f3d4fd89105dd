import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays } from '../../../src/core/calendar/add-business-days.ts';
import { businessDaysBetween } from '../../../src/core/calendar/business-days-between.ts';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { parsePlainDate } from '../../../src/core/calendar/parse-plain-date.ts';

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}

describe('business days between two days', () => {
  const cases = [
    { name: 'over a weekend', from: '2026-01-09', until: '2026-01-12', days: 1 },
    { name: 'within a week, the last day included', from: '2026-01-05', until: '2026-01-08', days: 3 },
    {
      name: 'without the holidays',
      from: '2026-01-05',
      until: '2026-01-08',
      holidays: ['2026-01-06'],
      days: 2,
    },
    { name: 'from a day to itself', from: '2026-01-05', until: '2026-01-05', days: 0 },
    { name: 'backwards', from: '2026-01-08', until: '2026-01-05', days: 0 },
  ];
  for (const { name, from, until, holidays = [], days } of cases) {
    test(name, () => {
      expect(businessDaysBetween(day(from), day(until), holidays.map(day))).toBe(days);
    });
  }

  test('are as many as were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 40 }), (offset, count) => {
        const from = day(`2026-02-${String(offset + 1).padStart(2, '0')}`);
        const holidays = [day('2026-02-17'), day('2026-03-02')];
        expect(businessDaysBetween(from, addBusinessDays(from, count, holidays), holidays)).toBe(count);
      }),
    );
  });
});
