import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes a file that only its owner may read, all of it or nothing: one that stood there stands until then. */
export function writeWhole(path: string, content: string | Buffer): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, content, { mode: 0o600, flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
