import { Temporal } from 'temporal-polyfill';

/** Names that were found to be zones: settings are read several times in one execution. */
const known = new Set<string>();

/**
 * Whether the text names a time zone of the IANA database, such as `America/Chicago` or `UTC`. Bare offsets such
 * as `+02:00` are refused: they know nothing of summer time. So are names in other letters than the database's own,
 * such as `america/chicago`: engines know them, spreadsheets do not.
 */
export function isTimeZone(text: string): boolean {
  if (known.has(text)) return true;
  if (!/^[A-Z]/.test(text)) return false;
  try {
    // Whoever asks reads times of that zone next: what is looked up here is remembered for it.
    const isOne = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId === text;
    if (isOne) known.add(text);
    return isOne;
  } catch {
    return false;
  }
}
