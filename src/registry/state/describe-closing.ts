import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import type { Closing } from './closing.ts';

/** Which import the registry is closed for, since when and by whom: the beginning of a sentence. */
export function describeClosing({ by, since, what }: Closing, timeZone: string): string {
  const begun = parseInstant(since);
  const when = begun === null ? since : formatInstant(begun, timeZone).slice(0, 16).replace('T', ' ');
  return `An import${what === '' ? '' : ` (${what})`} is running since ${when}, begun by ${by}`;
}
