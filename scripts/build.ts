import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleAddon } from './build/bundle-addon.ts';
import { type LibraryCost, measureLibraries } from './build/measure-libraries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Apps Script loads the whole script for every edit and click, so it is kept small. */
export const LARGEST_BUNDLE_BYTES = 1_000_000;

/** What a build made. */
export interface BuildReport {
  /** Size of the script in UTF-8. */
  readonly bytes: number;
  readonly libraries: readonly LibraryCost[];
}

/**
 * Builds `appsscript/Code.js`, the script that is pushed and that the local Workspace runs, and says what it weighs.
 * The file is replaced as a whole, so that no reader finds half of one. Throws without writing where the script would
 * weigh more than that.
 */
export async function buildAddon({ quiet = false }: { readonly quiet?: boolean } = {}): Promise<BuildReport> {
  const { code, metafile } = await bundleAddon(ROOT);
  const bytes = Buffer.byteLength(code);
  const libraries = measureLibraries(metafile);
  if (!quiet) process.stdout.write(describe({ bytes, libraries }));
  if (bytes > LARGEST_BUNDLE_BYTES) {
    throw new Error(`The script weighs ${bytes} bytes; ${LARGEST_BUNDLE_BYTES} are allowed.`);
  }
  const folder = join(ROOT, 'build');
  const draft = join(folder, `Code.${process.pid}.js`);
  await mkdir(folder, { recursive: true });
  await writeFile(draft, code);
  await rename(draft, join(ROOT, 'appsscript/Code.js'));
  return { bytes, libraries };
}

function describe({ bytes, libraries }: BuildReport): string {
  const rows = [{ name: 'appsscript/Code.js', bytes }, ...libraries];
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map((row) => `${row.name.padEnd(width)}  ${row.bytes.toLocaleString('en-US').padStart(9)} bytes\n`)
    .join('');
}

const [, script] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) await buildAddon();
