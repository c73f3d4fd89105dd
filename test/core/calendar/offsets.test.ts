import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { findOffset } from '../../../src/core/calendar/find-offset.ts';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Europe/Berlin',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
];

/** What the library says, asked for this moment alone. */
function offsetByLibrary(epochMs: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

describe('the offset of a zone', () => {
  it('is that of the moment, whatever was asked before', () => {
    const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2045, 0, 1) });
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.array(moment, { minLength: 1, maxLength: 20 }),
        (zone, all) => {
          for (const epochMs of all) expect(findOffset(epochMs, zone)).toBe(offsetByLibrary(epochMs, zone));
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('changes at the very millisecond at which the clocks do', () => {
    const spring = Date.UTC(2026, 2, 29, 1);
    expect([spring - 1, spring, spring + 1].map((at) => findOffset(at, 'Europe/Berlin') / 3_600_000)).toEqual(
      [1, 2, 2],
    );
    const dateLine = Date.UTC(2011, 11, 30, 10);
    expect([dateLine - 1, dateLine].map((at) => findOffset(at, 'Pacific/Apia') / 3_600_000)).toEqual([
      -10, 14,
    ]);
  });
});
