import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUNDLE = 'appsscript/Code.js';
const SOURCES = ['src/core', 'src/registry', 'src/contract', 'src/addon', 'src/dialogs', 'package.json'];

/** Whether the built script under `root` is missing or older than something that it is built from. */
export function isBundleStale(root: string): boolean {
  const builders = readdirSync(join(root, 'scripts')).filter((name) => name.startsWith('build'));
  const sources = [...SOURCES, ...builders.map((name) => join('scripts', name))];
  return isStale(root, BUNDLE, sources);
}

/** Whether what was built under `root` is missing or older than one of its sources. */
export function isStale(root: string, built: string, sources: readonly string[]): boolean {
  const builtAt = changedAt(join(root, built));
  return builtAt === null || sources.some((source) => isNewer(join(root, source), builtAt));
}

function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** A folder counts itself too: a deleted file leaves no other trace. */
function isNewer(path: string, thanEpochMs: number): boolean {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return false;
  if (entry.mtimeMs > thanEpochMs) return true;
  return entry.isDirectory() && readdirSync(path).some((name) => isNewer(join(path, name), thanEpochMs));
}
