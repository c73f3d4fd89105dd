import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import type { Closing } from '../../registry/state/closing.ts';
import type { Services } from '../services/services.ts';
import { RegistryError } from './registry-error.ts';

/** The command that opens the books after an import. */
export const OPENS_BOOKS = 'endImport';

/** Nobody may write for the time being; what they wanted can be done once that has ended. */
export class BooksClosed extends RegistryError {}

/** An import is under way. */
export function closedForImport({ by, since, what }: Closing, timeZone: string): BooksClosed {
  const begun = parseInstant(since);
  const when = begun === null ? since : formatInstant(begun, timeZone).slice(0, 16).replace('T', ' ');
  const which = what === '' ? 'An import' : `An import (${what})`;
  return new BooksClosed(
    `${which} is running since ${when}, begun by ${by}. Nothing was changed: try again when it is done. If it was given up, a programme head chooses Lead Registry > Administration > End an import.`,
  );
}

/**
 * Does the work under the workbook's lock; null where the lock could not be had, and while nobody may write, which are
 * the same to work that can wait.
 */
export function aloneUnlessClosed<T>(services: Services, work: () => T): { readonly value: T } | null {
  try {
    return services.lock.alone(work);
  } catch (error) {
    if (!(error instanceof BooksClosed)) throw error;
    services.tools.log(error.message);
    return null;
  }
}
