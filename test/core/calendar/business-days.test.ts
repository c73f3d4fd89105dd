import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays } from '../../../src/core/calendar/add-business-days.ts';
import { decisionTarget } from '../../../src/core/calendar/decision-target.ts';
import { isBusinessDay } from '../../../src/core/calendar/is-business-day.ts';
import { reminderDate } from '../../../src/core/calendar/reminder-date.ts';
import { day, moment } from '../support/builders.ts';

const HOLIDAYS = [day('2026-01-19'), day('2026-07-03')];

describe('addBusinessDays', () => {
  const cases: readonly { name: string; from: string; days: number; to: string }[] = [
    { name: 'within a week', from: '2026-01-05', days: 3, to: '2026-01-08' },
    { name: 'over a weekend', from: '2026-01-09', days: 1, to: '2026-01-12' },
    { name: 'from a Saturday', from: '2026-01-10', days: 1, to: '2026-01-12' },
    { name: 'from a Sunday', from: '2026-01-11', days: 3, to: '2026-01-14' },
    { name: 'over a listed Monday', from: '2026-01-16', days: 1, to: '2026-01-20' },
    { name: 'ten days', from: '2026-01-05', days: 10, to: '2026-01-20' },
    { name: 'none', from: '2026-01-10', days: 0, to: '2026-01-10' },
  ];
  test.each(cases)('counts $name', ({ from, days, to }) => {
    expect(addBusinessDays(day(from), days, HOLIDAYS)).toBe(to);
  });
  test('ends on a business day and adds up', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (a, b) => {
        const start = day('2026-01-02');
        const middle = addBusinessDays(start, a, HOLIDAYS);
        expect(isBusinessDay(middle, HOLIDAYS)).toBe(true);
        expect(addBusinessDays(middle, b, HOLIDAYS)).toBe(addBusinessDays(start, a + b, HOLIDAYS));
      }),
    );
  });
});

describe('the decision target', () => {
  const calendar = { timeZone: 'America/Chicago', decisionDays: 3, holidays: HOLIDAYS };
  const cases: readonly { name: string; at: string; reminder: string; target: string }[] = [
    {
      name: 'of a Tuesday morning',
      at: '2026-01-06T16:00:00Z',
      reminder: '2026-01-08',
      target: '2026-01-09',
    },
    {
      name: 'of a Thursday before a long weekend',
      at: '2026-01-15T16:00:00Z',
      reminder: '2026-01-20',
      target: '2026-01-21',
    },
    { name: 'of a Saturday', at: '2026-01-10T16:00:00Z', reminder: '2026-01-13', target: '2026-01-14' },
    {
      name: 'of late Monday that is Tuesday in UTC',
      at: '2026-01-06T05:59:59Z',
      reminder: '2026-01-07',
      target: '2026-01-08',
    },
    {
      name: 'of the first second of Tuesday',
      at: '2026-01-06T06:00:00Z',
      reminder: '2026-01-08',
      target: '2026-01-09',
    },
  ];
  test.each(cases)('$name is $target, the reminder half-way', ({ at, reminder, target }) => {
    expect(decisionTarget(moment(at), calendar)).toBe(target);
    expect(reminderDate(moment(at), calendar)).toBe(reminder);
  });
  test('never comes before its reminder', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (decisionDays) => {
        const at = moment('2026-01-06T16:00:00Z');
        const own = { ...calendar, decisionDays };
        expect(reminderDate(at, own) <= decisionTarget(at, own)).toBe(true);
      }),
    );
  });
});
