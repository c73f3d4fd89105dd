import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import { type GoogleClient, makeGoogleClient } from './google-client.ts';
import type { RetryHabits } from './with-retries.ts';

/**
 * The client of a person of a local Workspace, which is served at `rootUrl`. There the token says who acts; nobody signs
 * in.
 */
export function makeLocalClient(rootUrl: string, person: string, habits: RetryHabits = {}): GoogleClient {
  const local = new auth.OAuth2();
  local.setCredentials({ access_token: `local:${person}` });
  return makeGoogleClient({ auth: local, rootUrl, ...habits });
}
