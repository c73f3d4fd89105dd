import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GoogleProblem } from '../../../scripts/google/client/google-problem.ts';
import { type SignInWish, signIn } from '../../../scripts/google/client/sign-in.ts';

let folder: string;
let google: Server;
let tokenUrl: string;
/** What was asked of the place where tokens are fetched. */
let asked: URLSearchParams[];
/** What Google answers instead of tokens; null where it gives them. */
let refusal: { readonly status: number; readonly error: string } | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  asked = [];
  refusal = null;
  google = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
      if (refusal !== null) {
        response.end(JSON.stringify({ error: refusal.error }));
        return;
      }
      response.end(
        JSON.stringify({
          access_token: 'short',
          refresh_token: 'lasting',
          token_type: 'Bearer',
          expires_in: 1,
        }),
      );
    });
  });
  await new Promise<void>((resolve) => {
    google.listen(0, '127.0.0.1', resolve);
  });
  tokenUrl = `http://127.0.0.1:${(google.address() as AddressInfo).port}/token`;
});

afterEach(() => {
  vi.unstubAllEnvs();
  google.close();
  google.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const kept = () => join(folder, 'kept');
const keptFile = () => join(kept(), 'sign-in.json');

/** The file that Google Cloud gives for an OAuth client of a desktop application. */
function clientFile(): string {
  const path = join(folder, 'client_secret.json');
  writeFileSync(path, JSON.stringify({ installed: { client_id: 'me', client_secret: 'hush' } }));
  return path;
}

/** A sign-in during which somebody opens the address that is printed; answers what was said. */
async function signInAs(
  wish: Partial<SignInWish>,
  browse: (address: URL) => Promise<unknown>,
): Promise<readonly string[]> {
  const said: string[] = [];
  let browsing: Promise<unknown> = Promise.resolve();
  await signIn({
    areas: ['spreadsheets'],
    credentials: undefined,
    usesDefault: false,
    folder: kept(),
    tokenUrl,
    say: (line) => {
      said.push(line);
      const [address] = /https:\S+/.exec(line) ?? [];
      if (address !== undefined) browsing = browse(new URL(address));
    },
    ...wish,
  });
  await browsing;
  return said;
}

/** Comes back from Google's page as a browser does. */
function comeBack(address: URL, answer: Readonly<Record<string, string>>): Promise<Response> {
  const back = new URL(address.searchParams.get('redirect_uri') ?? '');
  for (const [key, value] of Object.entries(answer)) back.searchParams.set(key, value);
  return fetch(back);
}

const stateOf = (address: URL) => address.searchParams.get('state') ?? '';

describe('Signing in', () => {
  test('explains what it asks for, takes the code of its own browser only, and keeps what lasts for its owner', async () => {
    let challenge = '';
    const said = await signInAs({ credentials: clientFile() }, async (address) => {
      challenge = address.searchParams.get('code_challenge') ?? '';
      expect(address.searchParams.get('scope')).toBe('https://www.googleapis.com/auth/spreadsheets');
      expect(new URL(address.searchParams.get('redirect_uri') ?? '').hostname).toBe('127.0.0.1');
      expect((await comeBack(address, { code: 'stolen', state: 'guessed' })).status).toBe(404);
      expect((await comeBack(address, { code: 'mine', state: stateOf(address) })).status).toBe(200);
    });
    expect(asked.map((one) => one.get('code'))).toEqual(['mine']);
    const verifier = asked[0]?.get('code_verifier') ?? '';
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
    expect(said.join('\n')).toContain('to write what the command lists into the registry');
    expect(said.join('\n')).not.toMatch(/hush|lasting|short/);
    expect(JSON.parse(readFileSync(keptFile(), 'utf8'))).toMatchObject({ refreshToken: 'lasting' });
    expect(readFileSync(keptFile(), 'utf8')).not.toContain('short');
    expect(statSync(keptFile()).mode & 0o777).toBe(0o600);
    expect(statSync(kept()).mode & 0o777).toBe(0o700);
  });

  test('asks again only for what was not asked for, with what was', async () => {
    const agree = (address: URL) => comeBack(address, { code: 'mine', state: stateOf(address) });
    await signInAs({ credentials: clientFile() }, agree);
    expect(await signInAs({}, agree)).toEqual([]);
    let scope = '';
    await signInAs({ areas: ['drive'] }, (address) => {
      scope = address.searchParams.get('scope') ?? '';
      return agree(address);
    });
    expect(scope.split(' ').map((one) => one.split('/').at(-1))).toEqual(['spreadsheets', 'drive']);
    expect(asked).toHaveLength(2);
  });

  test('says how to sign in where nobody has, and what is wrong with the file of the client', async () => {
    await expect(signInAs({}, async () => undefined)).rejects.toThrow('--credentials client_secret.json');
    const path = join(folder, 'other.json');
    writeFileSync(path, '{"web":{}}');
    await expect(signInAs({ credentials: path }, async () => undefined)).rejects.toThrow(
      'is not the file of an OAuth client',
    );
  });

  test.each([
    [
      'with another secret',
      { status: 401, error: 'invalid_client' },
      'Google does not know the OAuth client',
    ],
    ['with a code that is used up', { status: 400, error: 'invalid_grant' }, 'no longer valid'],
    ['from a place that is not allowed', { status: 403, error: 'access_denied' }, 'Google refuses access'],
    ['while Google fails', { status: 503, error: '' }, 'Google failed with 503 at the sign-in'],
    ['without network', null, 'at the sign-in. Check the connection'],
  ])('says why no token is given %s, without the secret', async (_how, given, says) => {
    refusal = given;
    const agree = (address: URL) => comeBack(address, { code: 'mine', state: stateOf(address) });
    // .invalid is no host anywhere.
    const nowhere = given === null ? { tokenUrl: 'http://nowhere.invalid/token' } : {};
    const failure = await signInAs({ credentials: clientFile(), ...nowhere }, agree).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(GoogleProblem);
    expect(String(failure)).toContain(says);
    expect(inspect(failure)).not.toContain('hush');
    expect(existsSync(keptFile())).toBe(false);
  });

  test.each([
    ['there are none', undefined],
    ['their file is not there', 'none.json'],
    ['their file is no such file', 'hush.json'],
  ])('by default credentials says how to get them where %s', async (_why, file) => {
    for (const variable of ['HOME', 'APPDATA']) vi.stubEnv(variable, folder);
    vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', file && join(folder, file));
    writeFileSync(join(folder, 'hush.json'), 'hush hush');
    const failure = await signInAs({ usesDefault: true }, async () => undefined).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(GoogleProblem);
    expect(String(failure)).toContain('gcloud auth application-default login');
    expect(String(failure)).toContain('https://www.googleapis.com/auth/spreadsheets');
    expect(inspect(failure)).not.toContain('hush hush');
  });

  test('by default credentials looks for Google’s machines without asking the network', async () => {
    for (const variable of ['HOME', 'APPDATA']) vi.stubEnv(variable, folder);
    vi.stubEnv('METADATA_SERVER_DETECTION', undefined);
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', clientFile());
    await signInAs({ usesDefault: true }, async () => undefined).catch(() => undefined);
    expect(process.env.METADATA_SERVER_DETECTION).toBe('bios-only');
  });

  test('keeps nothing where it was refused in the browser', async () => {
    const refuse = (address: URL) => comeBack(address, { error: 'access_denied', state: stateOf(address) });
    await expect(signInAs({ credentials: clientFile() }, refuse)).rejects.toThrow('refused in the browser');
    expect(existsSync(keptFile())).toBe(false);
  });
});
