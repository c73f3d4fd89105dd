import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldState } from '../../world-state.ts';

const FORMAT = 1;
const STATE = 'state.json';
const BACKUP = 'state.json.bak';

/** What a folder keeps: the Workspace, and what its pages remember. */
export interface SavedState {
  readonly world: WorldState;
  /** By address: the messages of `world.mail` that the person has opened, as their places in it. */
  readonly readMail: Readonly<Record<string, readonly number[]>>;
}

/** What was found in a folder. `fromBackup` says why the last good file but one was taken. */
export interface LoadedState extends SavedState {
  readonly fromBackup: string | undefined;
}

/** The text under which {@link saveState} keeps a state. */
export function stateText({ world, readMail }: SavedState): string {
  return JSON.stringify({ format: FORMAT, readMail, world });
}

function removeDrafts(folder: string): void {
  if (!existsSync(folder)) return;
  const drafts = readdirSync(folder).filter(
    (name) => name.startsWith(`${STATE}.`) && name.endsWith('.draft'),
  );
  for (const name of drafts) rmSync(join(folder, name), { force: true });
}

/** The state that a folder keeps; undefined when it keeps none. Throws when there is one that cannot be read. */
export function loadState(folder: string): LoadedState | undefined {
  const [path, backup] = [join(folder, STATE), join(folder, BACKUP)];
  removeDrafts(folder);
  if (!existsSync(path) && !existsSync(backup)) return undefined;
  const problems: string[] = [];
  for (const file of [path, backup]) {
    try {
      const fromBackup = file === backup ? (problems[0] ?? 'it is missing') : undefined;
      return { ...parse(readFileSync(file, 'utf8')), fromBackup };
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(
    `The saved Workspace in ${folder} cannot be read: ${problems.join('; ')}. ` +
      'Move the folder away, or begin again with --fresh.',
  );
}

function parse(text: string): SavedState {
  const saved: unknown = JSON.parse(text);
  if (typeof saved !== 'object' || saved === null) throw new Error('it holds no Workspace');
  const format: unknown = Reflect.get(saved, 'format');
  if (format !== FORMAT) throw new Error(`its format is ${String(format)}, and ${FORMAT} is expected`);
  // Written by this very module, whole or not at all.
  return saved as SavedState & { format: number };
}

/**
 * Keeps a state in the folder, for good once the promise is fulfilled. Whenever the process is killed, the folder holds
 * a whole state: this one or the one before.
 */
export async function saveState(folder: string, text: string): Promise<void> {
  const [path, backup] = [join(folder, STATE), join(folder, BACKUP)];
  const draft = join(folder, `${STATE}.${process.pid}.draft`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (existsSync(path)) {
    rmSync(backup, { force: true });
    linkSync(path, backup);
  }
  renameSync(draft, path);
  await syncFolder(folder);
}

/** A renamed file is sure to have its name once the folder itself is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a folder keeps, drafts of killed processes included. */
export function removeState(folder: string): void {
  for (const name of [STATE, BACKUP]) rmSync(join(folder, name), { force: true });
  removeDrafts(folder);
}
