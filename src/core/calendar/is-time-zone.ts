/**
 * Whether the text names a time zone of the IANA database, such as `America/Chicago` or `UTC`. Bare offsets such
 * as `+02:00` are refused: they know nothing of summer time.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
