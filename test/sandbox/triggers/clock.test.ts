import { describe, expect, test } from 'vitest';
import { nextDue } from '../../../src/sandbox/triggers/clock.ts';
import type { ClockSpec } from '../../../src/sandbox/world-state.ts';

const at = (iso: string): number => Date.parse(iso);

interface Case {
  readonly name: string;
  readonly spec: ClockSpec;
  readonly created: string;
  readonly after?: string;
  readonly minute?: number;
  readonly due: string | null;
}

const timeZone = 'America/Chicago';

const cases: readonly Case[] = [
  {
    name: 'a time of day that has passed waits for the next day',
    spec: { timeZone, everyDays: 1, atHour: 5 },
    created: '2026-01-05T15:00:00Z',
    minute: 17,
    due: '2026-01-06T11:17:00.000Z',
  },
  {
    name: 'a time of day still to come is today',
    spec: { timeZone, everyDays: 1, atHour: 10, nearMinute: 3 },
    created: '2026-01-05T15:00:00Z',
    minute: 17,
    due: '2026-01-05T16:03:00.000Z',
  },
  {
    name: 'a time of day that the clock change skips comes an hour later',
    spec: { timeZone, everyDays: 1, atHour: 2, nearMinute: 30 },
    created: '2026-03-08T06:00:00Z',
    due: '2026-03-08T08:30:00.000Z',
  },
  {
    name: 'a time of day that comes twice fires at the first',
    spec: { timeZone, everyDays: 1, atHour: 1, nearMinute: 30 },
    created: '2026-11-01T05:00:00Z',
    due: '2026-11-01T06:30:00.000Z',
  },
  {
    name: 'and not again an hour later',
    spec: { timeZone, everyDays: 1, atHour: 1, nearMinute: 30 },
    created: '2026-11-01T05:00:00Z',
    after: '2026-11-01T06:30:00Z',
    due: '2026-11-02T07:30:00.000Z',
  },
  {
    name: 'every n-th hour counts from the creation’s full hour',
    spec: { timeZone, everyHours: 6 },
    created: '2026-01-05T15:20:00Z',
    minute: 10,
    due: '2026-01-05T21:10:00.000Z',
  },
  {
    name: 'every second week keeps its week day',
    spec: { timeZone, everyWeeks: 2, weekDay: 1, atHour: 6, nearMinute: 0 },
    created: '2026-01-07T15:00:00Z',
    due: '2026-01-19T12:00:00.000Z',
  },
  {
    name: 'the 31st is the last day of a short month',
    spec: { timeZone, monthDay: 31, atHour: 6, nearMinute: 0 },
    created: '2026-02-01T15:00:00Z',
    due: '2026-02-28T12:00:00.000Z',
  },
  {
    name: 'one shot that has fired is never due again',
    spec: { timeZone, once: at('2026-01-05T15:05:00Z') },
    created: '2026-01-05T15:00:00Z',
    after: '2026-01-05T15:05:00Z',
    due: null,
  },
];

describe('The clock of a trigger', () => {
  test.each(cases)('$name', ({ spec, created, after, minute = 0, due }) => {
    const next = nextDue(spec, at(created), at(after ?? created), minute);
    expect(next === null ? null : new Date(next).toISOString()).toBe(due);
  });
});
