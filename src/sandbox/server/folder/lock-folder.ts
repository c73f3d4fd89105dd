import { closeSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The folder is another living server's. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

const LOCK = 'lock';

/**
 * Takes a folder for this process and answers how to let it go; makes it if need be. A lock that a dead process left
 * is taken over. Throws FolderInUse while another server has it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, LOCK);
  const draft = join(folder, `${LOCK}.${process.pid}`);
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  closeSync(file);
  try {
    take(draft, path, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (ownerOf(path)?.pid === process.pid) rmSync(path, { force: true });
  };
}

/** A link appears with its content, and for one of two who try at the same time. */
function take(draft: string, path: string, folder: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      linkSync(draft, path);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = ownerOf(path);
    if (owner !== undefined && isAlive(owner)) break;
    rmSync(path, { force: true });
  }
  const pid = ownerOf(path)?.pid;
  throw new FolderInUse(
    `Another server is running on ${folder}${pid === undefined ? '' : ` (process ${pid})`}. ` +
      'Use its page, or end it first.',
  );
}

interface Owner {
  readonly pid: number;
  readonly startedAt: string | undefined;
}

function ownerOf(path: string): Owner | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof content !== 'object' || content === null) return undefined;
    const pid: unknown = Reflect.get(content, 'pid');
    const startedAt: unknown = Reflect.get(content, 'startedAt');
    if (typeof pid !== 'number') return undefined;
    return { pid, startedAt: typeof startedAt === 'string' ? startedAt : undefined };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // Numbers of processes are used again: one that began at another time is another one.
  const start = startOf(pid);
  return start === undefined || startedAt === undefined || start === startedAt;
}

/** When a process began, as the kernel counts it; undefined where there is no such file. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
