import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar/add-days.ts';
import { findOffset } from '../../../src/core/calendar/find-offset.ts';
import { formatInstant } from '../../../src/core/calendar/format-instant.ts';
import { instantToEpochMs } from '../../../src/core/calendar/instant-to-epoch-ms.ts';
import { isTimeZone } from '../../../src/core/calendar/is-time-zone.ts';
import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { startOfDay } from '../../../src/core/calendar/start-of-day.ts';
import { toInstant } from '../../../src/core/calendar/to-instant.ts';
import { toPlainDate } from '../../../src/core/calendar/to-plain-date.ts';
import { day, moment } from '../support/builders.ts';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
];
const anyInstant = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => toInstant(date.getTime()));

describe('toInstant', () => {
  test('cuts off what is below a second, before 1970 too', () => {
    expect(toInstant(1_999)).toBe('1970-01-01T00:00:01Z');
    expect(toInstant(-1)).toBe('1969-12-31T23:59:59Z');
  });
  test('is undone by instantToEpochMs', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(toInstant(instantToEpochMs(instant))).toBe(instant);
      }),
    );
  });
});

describe('parseLocalTime', () => {
  const cases: readonly { name: string; text: string; zone: string; instant: string | null }[] = [
    { name: 'winter', text: '2026-01-06T10:00', zone: 'America/Chicago', instant: '2026-01-06T16:00:00Z' },
    { name: 'summer', text: '2026-07-06T10:00', zone: 'America/Chicago', instant: '2026-07-06T15:00:00Z' },
    { name: 'seconds', text: '2026-01-06T10:00:59', zone: 'UTC', instant: '2026-01-06T10:00:59Z' },
    {
      name: 'a skipped time as long after the change',
      text: '2026-03-08T02:30',
      zone: 'America/Chicago',
      instant: '2026-03-08T08:30:00Z',
    },
    {
      name: 'a repeated time as the first',
      text: '2026-11-01T01:30',
      zone: 'America/Chicago',
      instant: '2026-11-01T06:30:00Z',
    },
    { name: 'no hour 24', text: '2026-01-06T24:00', zone: 'UTC', instant: null },
    { name: 'no second 60', text: '2026-01-06T10:00:60', zone: 'UTC', instant: null },
    { name: 'no unreal day', text: '2026-02-30T10:00', zone: 'UTC', instant: null },
    { name: 'no offset', text: '2026-01-06T10:00Z', zone: 'UTC', instant: null },
    { name: 'no date alone', text: '2026-01-06', zone: 'UTC', instant: null },
    { name: 'no space for the T', text: '2026-01-06 10:00', zone: 'UTC', instant: null },
  ];
  test.each(cases)('reads $name', ({ text, zone, instant }) => {
    expect(parseLocalTime(text, zone)).toBe(instant);
  });
});

describe('formatInstant', () => {
  test.each([
    { instant: '2026-01-06T16:00:00Z', zone: 'America/Chicago', text: '2026-01-06T10:00:00-06:00' },
    { instant: '2026-07-06T16:00:00Z', zone: 'Europe/Berlin', text: '2026-07-06T18:00:00+02:00' },
    { instant: '2026-07-06T16:00:00Z', zone: 'Asia/Kolkata', text: '2026-07-06T21:30:00+05:30' },
    { instant: '2026-07-06T16:00:00Z', zone: 'UTC', text: '2026-07-06T16:00:00+00:00' },
    { instant: '2026-01-06T02:00:00Z', zone: 'America/St_Johns', text: '2026-01-05T22:30:00-03:30' },
  ])('writes $text', ({ instant, zone, text }) => {
    expect(formatInstant(moment(instant), zone)).toBe(text);
  });
  test('is undone by parseInstant', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(parseInstant(formatInstant(instant, zone))).toBe(instant);
      }),
    );
  });
});

describe('parseInstant', () => {
  test.each([
    { text: '2026-01-06T10:00:00.999Z', instant: '2026-01-06T10:00:00Z' },
    { text: '2026-01-06T10:00:00', instant: null },
    { text: '2026-02-30T10:00:00Z', instant: null },
    { text: '2026-01-06T25:00:00Z', instant: null },
    { text: 'yesterday', instant: null },
  ])('answers $instant for "$text"', ({ text, instant }) => {
    expect(parseInstant(text)).toBe(instant);
  });
});

describe('toPlainDate', () => {
  const cases: readonly { name: string; instant: string; zone: string; date: string }[] = [
    {
      name: 'the last second of a day',
      instant: '2026-01-07T05:59:59Z',
      zone: 'America/Chicago',
      date: '2026-01-06',
    },
    {
      name: 'the first second of a day',
      instant: '2026-01-07T06:00:00Z',
      zone: 'America/Chicago',
      date: '2026-01-07',
    },
    {
      name: 'the last second in summer',
      instant: '2026-07-07T04:59:59Z',
      zone: 'America/Chicago',
      date: '2026-07-06',
    },
    {
      name: 'the first second in summer',
      instant: '2026-07-07T05:00:00Z',
      zone: 'America/Chicago',
      date: '2026-07-07',
    },
    { name: 'a zone ahead of UTC', instant: '2026-01-06T15:00:00Z', zone: 'Asia/Tokyo', date: '2026-01-07' },
  ];
  test.each(cases)('knows $name', ({ instant, zone, date }) => {
    expect(toPlainDate(moment(instant), zone)).toBe(date);
  });
  test('gives the day between its start and the start of the next', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const date = toPlainDate(instant, zone);
        expect(startOfDay(date, zone) <= instant && instant < startOfDay(addDays(date, 1), zone)).toBe(true);
      }),
    );
  });
  test('agrees with the runtime’s own formatter, in whatever order moments are asked', () => {
    const formatters = new Map(
      ZONES.map((timeZone) => [timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone })]),
    );
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const own = formatters.get(zone)?.format(instantToEpochMs(instant));
        expect(toPlainDate(instant, zone)).toBe(own);
      }),
      { numRuns: 500 },
    );
  });
});

describe('findOffset', () => {
  test.each([
    { name: 'the second before clocks go forward', at: '2026-03-08T07:59:59Z', hours: -6 },
    { name: 'the second clocks go forward', at: '2026-03-08T08:00:00Z', hours: -5 },
    { name: 'the second before clocks go back', at: '2026-11-01T06:59:59Z', hours: -5 },
    { name: 'the second clocks go back', at: '2026-11-01T07:00:00Z', hours: -6 },
  ])('knows $name', ({ at, hours }) => {
    expect(findOffset(instantToEpochMs(moment(at)), 'America/Chicago')).toBe(hours * 3_600_000);
  });
});

test('a zone first asked for the very moment of a change still knows the second before', () => {
  // Clocks in London go forward at 01:00 UTC on 2026-03-29; no other test asks for this zone.
  const change = instantToEpochMs(moment('2026-03-29T01:00:00Z'));
  expect(findOffset(change, 'Europe/London')).toBe(3_600_000);
  expect(findOffset(change - 1000, 'Europe/London')).toBe(0);
});

describe('startOfDay', () => {
  test('is midnight in the zone', () => {
    expect(startOfDay(day('2026-01-06'), 'America/Chicago')).toBe('2026-01-06T06:00:00Z');
  });
  test('is the hour after where the clocks skip midnight', () => {
    expect(startOfDay(day('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z');
  });
});

describe('isTimeZone', () => {
  test.each([
    { text: 'America/Chicago', known: true },
    { text: 'UTC', known: true },
    { text: 'Mars/Olympus', known: false },
    { text: '+02:00', known: false },
    { text: '', known: false },
  ])('says $known of "$text"', ({ text, known }) => {
    expect(isTimeZone(text)).toBe(known);
  });
});
