import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import type { Area } from './areas.ts';
import { type GoogleClient, makeGoogleClient } from './google-client.ts';
import type { RetryHabits } from './with-retries.ts';

/** Who acts in a local Workspace, and how. */
export interface LocalOptions extends RetryHabits {
  /** What the token is good for; everything where it is left out. */
  readonly areas?: readonly Area[];
}

/**
 * The client of a person of a local Workspace, which is served at `rootUrl`. There the token says who acts; nobody signs
 * in.
 */
export function makeLocalClient(
  rootUrl: string,
  person: string,
  { areas, ...habits }: LocalOptions = {},
): GoogleClient {
  const local = new auth.OAuth2();
  const scopes = areas === undefined ? '' : `;${areas.join(',')}`;
  local.setCredentials({ access_token: `local:${person}${scopes}` });
  return makeGoogleClient({ auth: local, rootUrl, ...habits });
}
