import { spawnSync } from 'node:child_process';
import { isBundleStale } from '../../replay/find-stale.ts';
import { type Bundle, readBundle } from '../../replay/open-world.ts';

/** The checkout that a push is made from. */
export interface Workshop {
  /** Builds the add-on and reads what was built. Throws with what is wrong with the sources. */
  readonly build: () => Promise<Bundle>;
  /** What was built last, and whether the sources are newer; undefined where nothing was. */
  readonly lastBuild: () => { readonly bundle: Bundle; readonly isStale: boolean } | undefined;
  /**
   * Paths that differ from what is committed, `.clasp.json` apart: it says where the registry is and not what it does. Null
   * where there is no git checkout to ask.
   */
  readonly listUncommitted: () => readonly string[] | null;
  /** Runs types, lint and every test, their output on stderr. Whether all passed. */
  readonly check: () => boolean;
}

/** The checkout below `root`. */
export function openWorkshop(root: string): Workshop {
  return {
    build: async () => {
      // Loaded when needed: the other commands do without a compiler.
      const { buildAddon } = await import('../../build.ts');
      await buildAddon({ quiet: true });
      return readBundle(root);
    },
    lastBuild: () => {
      try {
        return { bundle: readBundle(root), isStale: isBundleStale(root) };
      } catch {
        return undefined;
      }
    },
    listUncommitted: () => listUncommitted(root),
    check: () => spawnSync('npm', ['test'], { cwd: root, stdio: ['ignore', 2, 2], shell: true }).status === 0,
  };
}

/** What `git status` lists below `root`, `.clasp.json` apart; null where it is no checkout, as in an unpacked release. */
export function listUncommitted(root: string): readonly string[] | null {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '-z', '--no-renames', '--', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) return null;
  return stdout
    .split('\0')
    .map((line) => line.slice(3))
    .filter((path) => path !== '' && path !== '.clasp.json');
}
