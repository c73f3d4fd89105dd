import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

const KEPT = v.object({
  clientId: v.string(),
  clientSecret: v.string(),
  scopes: v.array(v.string()),
  refreshToken: v.string(),
});

/** What is kept of a sign-in. The short-lived token is not. */
export type KeptSignIn = v.InferOutput<typeof KEPT>;

/** Where sign-ins are kept: outside the repository, in the person's own folder. */
export function signInFolder(env: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CONFIG_HOME: config } = env;
  return join(config === undefined || config === '' ? join(homedir(), '.config') : config, 'lead-registry');
}

/** The sign-in kept in a folder; undefined where there is none that can be used. */
export function readSignIn(folder: string): KeptSignIn | undefined {
  const path = join(folder, 'sign-in.json');
  if (!existsSync(path)) return undefined;
  try {
    const parsed = v.safeParse(KEPT, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a sign-in so that only its owner can read it. */
export function keepSignIn(folder: string, kept: KeptSignIn): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const path = join(folder, 'sign-in.json');
  // A file that is there already would keep the rights that it has.
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}
