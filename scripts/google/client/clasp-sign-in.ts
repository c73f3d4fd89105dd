import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoogleProblem } from './google-problem.ts';
import { readSignIn } from './sign-in-file.ts';

/**
 * Lets clasp use the sign-in that is kept in a folder, so that nobody signs in twice: `work` gets the arguments for clasp. The
 * file that they name has its owner's rights alone and is gone afterwards.
 */
export async function withClaspSignIn<T>(
  folder: string,
  usesDefault: boolean,
  work: (args: readonly string[]) => Promise<T>,
): Promise<T> {
  if (usesDefault) return work(['--adc']);
  const kept = readSignIn(folder);
  if (kept === undefined) {
    throw new GoogleProblem(
      'signed out',
      'Nobody has signed in on this machine.',
      'Pass --credentials client_secret.json, the file of an OAuth client of the type "Desktop app".',
    );
  }
  const path = join(folder, `clasp-${randomBytes(8).toString('hex')}.json`);
  const account = {
    type: 'authorized_user',
    client_id: kept.clientId,
    client_secret: kept.clientSecret,
    refresh_token: kept.refreshToken,
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify({ tokens: { default: account } }), { mode: 0o600, flag: 'wx' });
  try {
    return await work(['--auth', path]);
  } finally {
    rmSync(path, { force: true });
  }
}
