import { instantOfWall, offsetAt } from './time-zones.ts';

const DAY_MS = 86_400_000;

/** Days from 1899-12-30, which Sheets counts as 0, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** The serial number under which Sheets keeps the instant `at` in a spreadsheet of `timeZone`. */
export function serialOfInstant(at: number, timeZone: string): number {
  return (at + offsetAt(timeZone, at)) / DAY_MS + EPOCH_SERIAL;
}

/** Days from 1970-01-01 to the last moment that a Date of JavaScript tells, less one for the time zone. */
const MOST_DAYS = 99_999_999;

/** Whether the serial number is a day that a Date can tell. */
export function isTellable(serial: number): boolean {
  return Math.abs(serial - EPOCH_SERIAL) <= MOST_DAYS;
}

/** The instant (milliseconds since 1970 UTC, whole) that `serial` means in a spreadsheet of `timeZone`. */
export function instantOfSerial(serial: number, timeZone: string): number {
  return instantOfWall(timeZone, wallOfSerial(serial));
}

/** The wall clock of `serial` as milliseconds since 1970 as if they were UTC, rounded to whole ones. */
export function wallOfSerial(serial: number): number {
  return Math.round((serial - EPOCH_SERIAL) * DAY_MS);
}

/** The serial number of a calendar date and, optionally, milliseconds into that day; null if no such day. */
export function serialOfDay(year: number, month: number, day: number, msOfDay = 0): number | null {
  const wall = Date.UTC(year, month - 1, day);
  const check = new Date(wall);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || year < 1900 || year > 9999)
    return null;
  return (wall + msOfDay) / DAY_MS + EPOCH_SERIAL;
}
