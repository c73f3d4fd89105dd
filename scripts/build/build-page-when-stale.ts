import { isStale } from '../replay/find-stale.ts';
import { bundlePage, PAGE_FOLDER } from './bundle-page.ts';

/** What the page is made of: its own code, and what it shares with the server. */
const SOURCES = ['src/sandbox', 'scripts/build/bundle-page.ts', 'package.json'];

/** Builds the local Workspace's page below `root` where something it is made of is newer. */
export async function buildPageWhenStale(root: string): Promise<void> {
  if (isStale(root, `${PAGE_FOLDER}/page.js`, SOURCES)) await bundlePage(root);
}
