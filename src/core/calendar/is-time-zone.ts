import { Temporal } from 'temporal-polyfill';

/**
 * Whether the text names a time zone of the IANA database, such as `America/Chicago` or `UTC`. Bare offsets such
 * as `+02:00` are refused: they know nothing of summer time.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    // Whoever asks reads times of that zone next: what is looked up here is remembered for it.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
