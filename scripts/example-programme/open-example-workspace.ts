import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { WorldState } from '../../src/sandbox/world-state.ts';
import { readBundle } from '../replay/open-world.ts';
import { EXAMPLE_PEOPLE, type Person } from './cast.ts';
import { generateProgramme } from './generate-programme.ts';
import { playProgramme, type ReportProgress } from './play-programme.ts';

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
  /** The project's folder; the add-on below it must have been built. */
  readonly root: string;
  /** Where the played example is kept: one file, which a start with another add-on replaces. */
  readonly cacheFolder: string;
  readonly report?: ReportProgress;
  readonly seed?: number;
}

type Kept = Pick<ExampleWorkspace, 'state' | 'spreadsheetId' | 'scriptId'>;

const PREFIX = 'example-programme-';
const SEED = 20250303;

/**
 * The Workspace in which the example programme was played. It is played anew only where the add-on, the example or
 * the local Workspace have changed since it was kept; that takes a minute or two.
 */
export function openExampleWorkspace(options: ExampleOptions): ExampleWorkspace {
  const { root, cacheFolder, report = () => undefined, seed = SEED } = options;
  const bundle = readBundle(root);
  const sources = hashSources(root);
  const key = createHash('sha256')
    .update(JSON.stringify({ bundle, sources, seed }))
    .digest('hex')
    .slice(0, 24);
  const file = join(cacheFolder, `${PREFIX}${key}.json`);
  const kept = readKept(file);
  if (kept !== null) return { ...kept, people: EXAMPLE_PEOPLE, wasCached: true };
  const { world } = playProgramme(generateProgramme(seed).scenario, bundle, report);
  const played: Kept = {
    state: world.workspace.toJSON(),
    spreadsheetId: world.spreadsheetId,
    scriptId: world.scriptId,
  };
  keep(played, cacheFolder, file);
  return { ...played, people: EXAMPLE_PEOPLE, wasCached: false };
}

/** Everything besides the add-on that decides what the example becomes. */
const SOURCES = ['scripts/example-programme', 'scripts/replay', 'scripts/matching/random.ts', 'src/sandbox'];
/** Parts of the local Workspace that only show it. */
const SHOWS_ONLY = [join('src/sandbox', 'server'), join('src/sandbox', 'page')];

function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of listFiles(join(root, source))) {
      if (SHOWS_ONLY.some((folder) => relative(root, path).startsWith(folder))) continue;
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  }
  return hash.digest('hex');
}

function listFiles(path: string): readonly string[] {
  if (/\.\w+$/.test(path)) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
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

/** Keeps the example in place of earlier ones: whole or not at all. */
function keep(played: Kept, folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(PREFIX)) rmSync(join(folder, name), { force: true });
  }
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(played));
  renameSync(partial, file);
}
