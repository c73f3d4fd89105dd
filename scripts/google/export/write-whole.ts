import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { findFileProblem } from '../files/file-problem.ts';

/** Writes a file that only its owner may read, all of it or nothing: one that stood there stands until then. */
export function writeWhole(path: string, content: string | Buffer): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content, { mode: 0o600, flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    // People are told of the file that they named.
    throw findFileProblem(error, path) ?? error;
  }
}
