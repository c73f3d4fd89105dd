import type { Services } from '../services/services.ts';

/** Script property: the one account whose triggers act. */
export const TRIGGER_OWNER = 'TRIGGER_OWNER';

/** Whether this execution runs as the owner of the triggers; a handler that runs for anyone else returns at once. */
export function runsAsOwner(services: Services): boolean {
  return services.properties.get(TRIGGER_OWNER) === services.people.effective();
}

/** Begins the script properties that each name an account whose triggers fire although they are not the owner's. */
export const STRANGER_FIRED = 'STRANGER_FIRED ';

/** Whether a trigger's handler has something to do; that somebody else's trigger fired is noted for the self-check. */
export function actsForOwner(services: Services): boolean {
  if (runsAsOwner(services)) return true;
  const key = `${STRANGER_FIRED}${services.people.effective()}`;
  if (services.properties.get(key) === null) services.properties.set(key, 'yes');
  return false;
}
