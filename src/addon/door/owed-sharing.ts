import type { Services } from '../services/services.ts';

/** Begins the script properties that each name a person of the team with whom something could not be shared. */
export const SHARING_OWED = 'SHARING_OWED ';

/** Notes that the sharing with a person does not follow the Team tab yet. */
export function oweSharing(services: Services, person: string): void {
  services.properties.set(`${SHARING_OWED}${person}`, 'yes');
}
