import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleAddon } from './build/bundle-addon.ts';
import { bundleContract } from './build/bundle-contract.ts';
import { bundleDialogs } from './build/bundle-dialogs.ts';
import { bundlePage } from './build/bundle-page.ts';
import { type LibraryCost, measureLibraries } from './build/measure-libraries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Apps Script loads the whole script for every edit and click, so it is kept small. */
export const LARGEST_BUNDLE_BYTES = 1_000_000;

/** The contract is skimmed for every execution, if not evaluated. */
export const LARGEST_CONTRACT_BYTES = 100_000;

/** What a build made. */
export interface BuildReport {
  /** Size of the script in UTF-8. */
  readonly bytes: number;
  /** Size of the script's other file, the contract. */
  readonly contractBytes: number;
  /** The pages of its dialogs with their sizes. */
  readonly pages: readonly LibraryCost[];
  readonly libraries: readonly LibraryCost[];
}

/**
 * Builds `appsscript/Code.js`, `Contract.js` beside it and the pages of the dialogs, the project that is pushed and that the local Workspace runs,
 * and says what they weigh. Each file is replaced as a whole, so that no reader finds half of one. Throws without writing
 * where a script or a page would weigh more than that.
 */
export async function buildAddon({ quiet = false }: { readonly quiet?: boolean } = {}): Promise<BuildReport> {
  const [{ code, metafile }, contract, dialogs] = await Promise.all([
    bundleAddon(ROOT),
    bundleContract(ROOT),
    bundleDialogs(ROOT),
  ]);
  const [bytes, contractBytes] = [Buffer.byteLength(code), Buffer.byteLength(contract)];
  const pages = dialogs.map(({ name, html }) => ({ name: pagePath(name), bytes: Buffer.byteLength(html) }));
  const report = { bytes, contractBytes, pages, libraries: measureLibraries(metafile) };
  if (!quiet) process.stdout.write(describe(report));
  if (bytes > LARGEST_BUNDLE_BYTES) {
    throw new Error(`The script weighs ${bytes} bytes; ${LARGEST_BUNDLE_BYTES} are allowed.`);
  }
  if (contractBytes > LARGEST_CONTRACT_BYTES) {
    throw new Error(`The contract weighs ${contractBytes} bytes; ${LARGEST_CONTRACT_BYTES} are allowed.`);
  }
  await dropOldPages(pages.map(({ name }) => name));
  for (const { name, html } of dialogs) await replaceFile(pagePath(name), html);
  await replaceFile('appsscript/Contract.js', contract);
  // Last, for it says how old the build is.
  await replaceFile('appsscript/Code.js', code);
  return report;
}

function pagePath(name: string): string {
  return `appsscript/${name}.html`;
}

/** A page that is no longer built would be pushed all the same. */
async function dropOldPages(built: readonly string[]): Promise<void> {
  const found = await readdir(join(ROOT, 'appsscript'));
  const old = found
    .map((name) => `appsscript/${name}`)
    .filter((path) => path.endsWith('.html') && !built.includes(path));
  for (const path of old) await rm(join(ROOT, path), { force: true });
}

async function replaceFile(path: string, text: string): Promise<void> {
  const draft = join(ROOT, 'build', `${process.pid}.draft`);
  await mkdir(join(ROOT, 'build'), { recursive: true });
  await writeFile(draft, text);
  await rename(draft, join(ROOT, path));
}

function describe({ bytes, contractBytes, pages, libraries }: BuildReport): string {
  const scripts = [
    { name: 'appsscript/Code.js', bytes },
    { name: 'appsscript/Contract.js', bytes: contractBytes },
  ];
  const rows = [...scripts, ...pages, ...libraries];
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map((row) => `${row.name.padEnd(width)}  ${row.bytes.toLocaleString('en-US').padStart(9)} bytes\n`)
    .join('');
}

const [, script] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  await Promise.all([buildAddon(), bundlePage(ROOT)]);
}
