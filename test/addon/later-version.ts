import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundleAddon } from '../../scripts/build/bundle-addon.ts';
import type { Registry } from './open-registry.ts';
import { scriptOf } from './world-parts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What made-up later versions of the script add to today's, one migration each. */
const ADDED = [
  `{ what: 'Accounts get a segment.', upgrade: (kind, record) => kind === 'accounts' ? { ...record, segment: 'Unknown' } : record }`,
  `{ what: 'Accounts get a tier, from their segment.', upgrade: (kind, record) => kind === 'accounts' ? { ...record, tier: 'of ' + record.segment } : record }`,
];

const NO_MIGRATIONS = 'MIGRATIONS: readonly Migration[] = []';
const FIRST_COLUMN = "computed('sources', 'From leads'";

/** The script with so many versions more, whose Accounts tab shows what they add. */
async function bundleLater(versions: number): Promise<string> {
  const columns = ['segment', 'tier'].slice(0, versions).map((field) => {
    const header = field[0]?.toUpperCase() + field.slice(1);
    return `computed('${field}', '${header}', 'text', 'Made up.', (r) => String((r as unknown as { ${field}?: string }).${field} ?? '')),\n`;
  });
  const later: Plugin = {
    name: 'later-version',
    setup({ onLoad }) {
      onLoad({ filter: /registry[\\/]migrations[\\/]migrations\.ts$/ }, ({ path }) =>
        change(
          path,
          NO_MIGRATIONS,
          `MIGRATIONS: readonly Migration[] = [${ADDED.slice(0, versions).join()}]`,
        ),
      );
      onLoad({ filter: /schema[\\/]tabs[\\/]people\.ts$/ }, ({ path }) =>
        change(path, FIRST_COLUMN, columns.join('') + FIRST_COLUMN),
      );
    },
  };
  return (await bundleAddon(ROOT, 'src/addon/main.ts', [later])).code;
}

async function change(path: string, found: string, wanted: string) {
  const source = await readFile(path, 'utf8');
  if (!source.includes(found)) throw new Error(`${path} has no "${found}" any more.`);
  return { loader: 'ts' as const, contents: source.replace(found, () => wanted) };
}

const bundles = new Map<number, Promise<string>>();

/** The registry after a script of so many versions more was pushed to it; 0 is today's again. */
export async function push(registry: Registry, versions: number): Promise<Registry> {
  let bundle = bundles.get(versions);
  if (bundle === undefined) {
    bundle = versions === 0 ? bundleAddon(ROOT).then(({ code }) => code) : bundleLater(versions);
    bundles.set(versions, bundle);
  }
  const source = await bundle;
  return registry.tamper((world) => {
    const script = scriptOf(world);
    Object.assign(script, {
      files: script.files.map((file) => (file.name === 'Code' ? { ...file, source } : file)),
    });
  });
}
