import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import * as v from 'valibot';
import { type Area, explainAreas, isCovered, scopeOf } from './areas.ts';
import type { GoogleAuthorisation } from './google-client.ts';
import { GoogleProblem, toGoogleProblem } from './google-problem.ts';
import { type KeptSignIn, keepSignIn, readSignIn } from './sign-in-file.ts';

const CLIENT_FILE = v.object({
  installed: v.object({ client_id: v.string(), client_secret: v.string() }),
});

/** How somebody signs in. */
export interface SignInWish {
  readonly areas: readonly Area[];
  /** The file of the person's own OAuth client of the type "Desktop app"; undefined for the sign-in that is kept. */
  readonly credentials: string | undefined;
  /** Whether to use what `gcloud auth application-default login` or a service account has left instead. */
  readonly usesDefault: boolean;
  /** Where sign-ins are kept. */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Where tokens are fetched instead of at Google, for tests. */
  readonly tokenUrl?: string;
}

const HOW =
  'Pass --credentials client_secret.json, the file of an OAuth client of the type "Desktop app"; ' +
  'or --default-credentials for application default credentials.';

/** gcloud gives no application default credentials without it. */
const CLOUD_PLATFORM = 'https://www.googleapis.com/auth/cloud-platform';

const LONGEST_WAIT_MS = 300_000;

/** Signs in, asking the person only where what is kept does not cover the areas. */
export async function signIn(wish: SignInWish): Promise<GoogleAuthorisation> {
  const scopes = wish.areas.map(scopeOf);
  if (wish.usesDefault) return findDefault(scopes);
  const kept = readSignIn(wish.folder);
  if (
    wish.credentials === undefined &&
    kept !== undefined &&
    scopes.every((one) => isCovered(one, kept.scopes))
  ) {
    return clientOf(kept);
  }
  if (wish.credentials === undefined && kept === undefined) {
    throw new GoogleProblem('signed out', 'Nobody has signed in on this machine.', HOW);
  }
  const { clientId, clientSecret } =
    wish.credentials === undefined ? (kept as KeptSignIn) : readClient(wish.credentials);
  const isSameClient = kept?.clientId === clientId;
  const all = [...new Set([...(isSameClient ? kept.scopes : []), ...scopes])];
  const refreshToken = await askPerson({ clientId, clientSecret }, all, wish);
  const next = { clientId, clientSecret, scopes: all, refreshToken };
  keepSignIn(wish.folder, next);
  return clientOf(next);
}

/** What somebody has left on this machine for every programme, looked for before anything is asked. */
async function findDefault(scopes: readonly string[]): Promise<GoogleAuthorisation> {
  // Whether this is a machine of Google's is told by the machine: the library asks the network otherwise, and warns of it.
  process.env.METADATA_SERVER_DETECTION ??= 'bios-only';
  const found = new auth.GoogleAuth({ scopes: [...scopes] });
  try {
    await found.getClient();
    return found;
  } catch {
    // What the library says of it is left out, for it may quote the file.
    throw new GoogleProblem(
      'signed out',
      'There are no application default credentials on this machine, or they cannot be read.',
      `Run gcloud auth application-default login --scopes=${[CLOUD_PLATFORM, ...scopes].join(',')} and then the command again.`,
    );
  }
}

function clientOf({ clientId, clientSecret, refreshToken }: KeptSignIn): GoogleAuthorisation {
  const client = new auth.OAuth2({ clientId, clientSecret });
  client.setCredentials({ refresh_token: refreshToken });
  return client;
}

function readClient(path: string): { readonly clientId: string; readonly clientSecret: string } {
  try {
    const { installed } = v.parse(CLIENT_FILE, JSON.parse(readFileSync(path, 'utf8')));
    return { clientId: installed.client_id, clientSecret: installed.client_secret };
  } catch {
    const shortly = `${path} is not the file of an OAuth client of the type "Desktop app".`;
    throw new GoogleProblem('signed out', shortly, 'Download it from the Google Cloud console, Credentials.');
  }
}

/** The way of installed applications: the browser comes back to a port of this machine, with PKCE and a state. */
async function askPerson(
  own: { readonly clientId: string; readonly clientSecret: string },
  scopes: readonly string[],
  { areas, say, tokenUrl }: SignInWish,
): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = server.address() as AddressInfo;
    const client = new auth.OAuth2({
      ...own,
      redirectUri: `http://127.0.0.1:${port}/`,
      ...(tokenUrl === undefined ? {} : { endpoints: { oauth2TokenUrl: tokenUrl } }),
    });
    const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
    const state = randomBytes(24).toString('base64url');
    const url = client.generateAuthUrl({
      access_type: 'offline',
      prompt: 'consent',
      scope: [...scopes],
      state,
      code_challenge_method: 'S256' as never,
      ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
    });
    say('This command asks Google for leave to');
    for (const line of explainAreas(areas)) say(line);
    say(`Open this address in a browser on this machine and sign in:\n${url}`);
    const code = await waitForCode(server, state);
    const { tokens } = await client.getToken({ code, codeVerifier }).catch((error: unknown) => {
      // Not as it is: it holds the request, and that the secret of the client.
      throw toGoogleProblem(error, 'the sign-in');
    });
    if (typeof tokens.refresh_token === 'string') return tokens.refresh_token;
    throw new GoogleProblem('signed out', 'Google gave no lasting sign-in.', 'Run the command again.');
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function waitForCode(server: Server, state: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (shortly: string): void =>
      reject(new GoogleProblem('signed out', shortly, 'Run the command again.'));
    const timer = setTimeout(() => fail('Nobody signed in within five minutes.'), LONGEST_WAIT_MS);
    server.on('request', (request, response) => {
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
      // Whoever does not know the state was not sent by this sign-in.
      if (query.get('state') !== state) {
        response.writeHead(404).end();
        return;
      }
      clearTimeout(timer);
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      response.end('You can close this page and go back to the command line.\n', () => {
        const code = query.get('code');
        if (code === null) fail('The sign-in was refused in the browser.');
        else resolve(code);
      });
    });
  });
}
