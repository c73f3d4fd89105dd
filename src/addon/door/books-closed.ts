import type { Closing } from '../../registry/state/closing.ts';
import { describeClosing } from '../../registry/state/describe-closing.ts';
import type { Services } from '../services/services.ts';
import { RegistryError } from './registry-error.ts';

/** The command that opens the books after an import. */
export const OPENS_BOOKS = 'endImport';

/** Nobody may write for the time being; what they wanted can be done once that has ended. */
export class BooksClosed extends RegistryError {}

/** An import is under way. */
export function closedForImport(closing: Closing, timeZone: string): BooksClosed {
  return new BooksClosed(
    `${describeClosing(closing, timeZone)}. Nothing was changed: try again when it is done. If it was given up, a programme head chooses Lead Registry > Administration > End an import.`,
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
