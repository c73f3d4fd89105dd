import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the built page lies, below the root of the project. */
export const PAGE_FOLDER = 'build/page';

/**
 * Builds the local Workspace's page below `root`: the page, which loads the grid when it is needed, and the bridge for
 * dialogs. The folder is replaced as a whole.
 */
export async function bundlePage(root: string): Promise<void> {
  const draft = join(root, `build/page.${process.pid}`);
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const;
  await Promise.all([
    build({
      ...shared,
      entryPoints: { page: 'src/sandbox/page/main.tsx' },
      outdir: draft,
      format: 'esm',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      loader: {
        '.woff': 'dataurl',
        '.woff2': 'dataurl',
        '.ttf': 'dataurl',
        '.svg': 'dataurl',
        '.png': 'dataurl',
      },
    }),
    build({
      ...shared,
      entryPoints: { frame: 'src/sandbox/page/frame/bridge.ts' },
      outdir: draft,
      format: 'iife',
    }),
  ]);
  const folder = join(root, PAGE_FOLDER);
  await mkdir(join(root, 'build'), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
}
