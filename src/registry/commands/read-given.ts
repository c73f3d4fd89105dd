/**
 * The text of a value that a command was sent, trimmed; '' where nothing was given, null where it is none. A number
 * is as good as its digits. Anything else has no text that somebody wrote: JavaScript would make `[object Object]` of
 * it, or throw.
 */
export function readGiven(given: unknown): string | null {
  if (given === undefined || given === null) return '';
  if (typeof given === 'string') return given.trim();
  if (typeof given !== 'number') return null;
  const digits = String(given);
  return /^-?[\d.]+$/.test(digits) ? digits : null;
}

/** As `readGiven`, also for a list: then a text that says only whether anything is in it. */
export function readGivenList(given: unknown): string | null {
  return Array.isArray(given)
    ? given
        .slice(0, 1)
        .map(() => 'list')
        .join('')
    : readGiven(given);
}

/** As `readGiven`, also for `true` and `false`. */
export function readGivenAnswer(given: unknown): string | null {
  return typeof given === 'boolean' ? String(given) : readGiven(given);
}
