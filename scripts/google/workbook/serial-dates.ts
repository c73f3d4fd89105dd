import { Temporal } from 'temporal-polyfill';

/** Sheets counts days from here, on the wall clock of the spreadsheet. */
const DAY_ZERO = Temporal.PlainDateTime.from('1899-12-30T00:00');
const DAY_MS = 86_400_000;

/**
 * The date that a serial number means in a spreadsheet of that time zone, as its service gives it to scripts. Only the
 * column says whether a number is one. In the hour that comes twice a year it is the first of two moments.
 */
export function dateOfSerial(serial: number, timeZone: string): Date {
  const wall = DAY_ZERO.add({ milliseconds: Math.round(serial * DAY_MS) });
  return new Date(wall.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The serial number under which a spreadsheet of that time zone keeps a moment. */
export function serialOfDate(date: Date, timeZone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(date.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  return DAY_ZERO.until(wall, { largestUnit: 'millisecond' }).total('milliseconds') / DAY_MS;
}
