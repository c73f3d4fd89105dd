import type { Services } from '../services/services.ts';

/** Script property: the one account whose triggers act. */
export const TRIGGER_OWNER = 'TRIGGER_OWNER';

/** Whether this execution runs as the owner of the triggers; a handler that runs for anyone else returns at once. */
export function runsAsOwner(services: Services): boolean {
  return services.properties.get(TRIGGER_OWNER) === services.people.effective();
}
