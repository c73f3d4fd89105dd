import { spawn } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefused, EXIT } from '../commands/command.ts';
import { digest } from '../digest.ts';
import type { PushedFile } from './pushed-files.ts';

/** How clasp is run. */
export interface ClaspRun {
  /** The checkout, in which clasp is installed. */
  readonly root: string;
  /** Arguments by which it signs in. */
  readonly signIn: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const EXTENSIONS = { SERVER_JS: '.js', HTML: '.html', JSON: '.json' } as const;

/**
 * Pushes exactly these files with clasp, from a folder of their own: the checkout's manifest names a time zone that need not
 * be the registry's. Throws a CommandRefused with what clasp says; Google takes all of the files or none.
 */
export async function pushWithClasp(
  scriptId: string,
  files: readonly PushedFile[],
  { root, signIn, env = process.env }: ClaspRun,
): Promise<void> {
  const folder = openFolder(join(root, 'build/push', digest(scriptId).slice(0, 12)));
  for (const { name, type, source } of files)
    writeFileSync(join(folder, `${name}${EXTENSIONS[type]}`), source);
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '.' }));
  const program = join(root, 'node_modules/@google/clasp/build/src/index.js');
  // The manifest is overwritten on purpose: it was compared and listed.
  const args = [program, 'push', '--force', '--json', '--project', join(folder, '.clasp.json'), ...signIn];
  const { status, said } = await run(args, folder, env);
  if (status === 0) return;
  throw new CommandRefused(
    `clasp did not push: ${said === '' ? `it ended with ${status}` : said}\nRun the command again; Google takes all files or none. docs/going-live.md says what clasp needs.`,
    EXIT.google,
  );
}

/** An empty folder; clasp takes none that is reached through a link. */
function openFolder(path: string): string {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return realpathSync(path);
}

async function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { status, said: Buffer.concat(chunks).toString('utf8').trim() };
}
