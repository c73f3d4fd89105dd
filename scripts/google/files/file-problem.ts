import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CommandRefused, EXIT } from '../commands/command.ts';

/** What Node says of a file that cannot be read or written, as far as it is read here. */
interface FileFailure {
  readonly code?: unknown;
  readonly path?: unknown;
  /** Where a file was to be moved to: that is the one which people have named. */
  readonly dest?: unknown;
}

const SENTENCES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => {
    const folder = dirname(path);
    return existsSync(folder)
      ? `There is no file ${path}. Look whether its name is right.`
      : `There is no folder ${folder}. Make it first, or name another one.`;
  },
  EISDIR: (path) => `${path} is a folder and no file. Name a file.`,
  EEXIST: (path) => `${path} is there already as something else. Move it away, or name another.`,
  ENOTDIR: (path) => `${path} leads through a file as if that were a folder. Look whether its name is right.`,
  EACCES: mayNot,
  EPERM: mayNot,
  EROFS: mayNot,
};

function mayNot(path: string): string {
  return `You may not read or write ${path} on this machine. Change its rights, or name another place.`;
}

/**
 * An error of the file system as a refusal that names the file and what to do about it; undefined for any other error.
 * `named` is the file as it was named, for Node does not always say which it was.
 */
export function findFileProblem(error: unknown, named?: string): CommandRefused | undefined {
  const { code, path, dest } = (error ?? {}) as FileFailure;
  const about = named ?? [dest, path].find((one) => typeof one === 'string') ?? 'A file that was named';
  const options = { cause: error };
  if (code === 'ENOSPC') {
    const message = `There is no room left on the disk for ${about}. Make room, then run the command again.`;
    return new CommandRefused(message, EXIT.differences, options);
  }
  const sentence = SENTENCES[String(code)];
  return sentence === undefined
    ? undefined
    : new CommandRefused(sentence(String(about)), EXIT.badUse, options);
}

/** What is in a file that was named on the command line. Throws a CommandRefused that names it where it cannot be read. */
export function readNamed(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw findFileProblem(error, path) ?? error;
  }
}
