import { formatInstant } from '../../core/calendar/format-instant.ts';
import { parseInstant } from '../../core/calendar/parse-instant.ts';
import type { Closing } from '../../registry/state/closing.ts';
import type { Services } from '../services/services.ts';
import { RegistryError } from './registry-error.ts';

/** An import is under way: nobody else may write, and what they wanted can be done once it has ended. */
export class BooksClosed extends RegistryError {
  constructor({ by, since, what }: Closing, timeZone: string) {
    const begun = parseInstant(since);
    const when = begun === null ? since : formatInstant(begun, timeZone).slice(0, 16).replace('T', ' ');
    const which = what === '' ? 'An import' : `An import (${what})`;
    super(
      `${which} is running since ${when}, begun by ${by}. Nothing was changed: try again when it is done. If it was given up, a programme head chooses Lead Registry > Administration > End an import.`,
    );
  }
}

/**
 * Does the work under the workbook's lock; null where the lock could not be had, and while an import is running, which
 * are the same to work that can wait.
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
