import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorldState } from '../../src/sandbox/world-state.ts';
import { readBundle } from '../replay/open-world.ts';
import { EXAMPLE_PEOPLE, type Person } from './cast.ts';
import type { Progress } from './play-programme.ts';

/** The example as a Workspace can begin with it. */
export interface ExampleWorkspace {
  readonly state: WorldState;
  readonly spreadsheetId: string;
  readonly scriptId: string;
  readonly people: readonly Person[];
  /** False where it was played just now. */
  readonly wasCached: boolean;
}

/** Where the example is built from and kept, and who is told how far it has come. */
export interface ExampleOptions {
  /** The folder of the project, this one unless said otherwise; the add-on below it must have been built. */
  readonly root?: string;
  /** Where the played example is kept: one file, which replaces that of an earlier add-on. */
  readonly cacheFolder: string;
  readonly report?: (progress: Progress) => void;
  readonly seed?: number;
}

type Kept = Pick<ExampleWorkspace, 'state' | 'spreadsheetId' | 'scriptId'>;

const PROJECT = resolve(import.meta.dirname, '../..');
const PREFIX = 'example-programme-';
const SEED = 20250303;

/**
 * The Workspace in which the example programme was played. It is played anew only where the add-on, the example or
 * the local Workspace have changed since it was kept; that takes about a minute, in a process of its own.
 */
export async function openExampleWorkspace(options: ExampleOptions): Promise<ExampleWorkspace> {
  const { root = PROJECT, cacheFolder, report = () => undefined, seed = SEED } = options;
  const file = join(cacheFolder, `${PREFIX}${hashExample(root, seed)}.json`);
  const kept = readKept(file);
  if (kept !== null) return { ...kept, people: EXAMPLE_PEOPLE, wasCached: true };
  forgetEarlier(cacheFolder);
  await playApart([root, file, String(seed)], report);
  const played = readKept(file);
  if (played === null) throw new Error(`The example programme was played but cannot be read from ${file}.`);
  return { ...played, people: EXAMPLE_PEOPLE, wasCached: false };
}

/** Everything besides the add-on that decides what the example becomes. */
const SOURCES = ['scripts/example-programme', 'scripts/replay', 'scripts/matching/random.ts', 'src/sandbox'];
/** Parts of the local Workspace that only show it. */
const SHOWS_ONLY = [join('src/sandbox', 'server'), join('src/sandbox', 'page')];

function hashExample(root: string, seed: number): string {
  // The pages of its dialogs show the records and make none.
  const { manifest, code } = readBundle(root);
  const hash = createHash('sha256').update(JSON.stringify({ manifest, code, seed }));
  for (const path of SOURCES.flatMap((source) => listFiles(join(root, source)))) {
    const name = relative(root, path);
    if (SHOWS_ONLY.some((folder) => name.startsWith(folder))) continue;
    hash.update(`\0${name}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 24);
}

function listFiles(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What was kept; null where nothing was or it cannot be read, since it can be played again. */
function readKept(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

function forgetEarlier(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(PREFIX)) rmSync(join(folder, name), { force: true });
  }
}

/** Executions leave much behind that is short-lived: with more room for that the play takes two thirds of the time. */
const ROOM_FOR_THE_SHORT_LIVED = '--max-semi-space-size=128';

async function playApart(args: readonly string[], report: (progress: Progress) => void): Promise<void> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./play-process.ts', import.meta.url));
  const player = fork(script, args, { execArgv: [ROOM_FOR_THE_SHORT_LIVED, '--import', loader] });
  player.on('message', (progress) => report(progress as Progress));
  // Who gives up waiting does not leave it running.
  const stop = () => player.kill();
  process.once('exit', stop);
  try {
    await new Promise<void>((resolve, reject) => {
      player.once('error', reject);
      player.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error('The example programme could not be played; the reason is printed above.'));
      });
    });
  } finally {
    process.off('exit', stop);
  }
}
