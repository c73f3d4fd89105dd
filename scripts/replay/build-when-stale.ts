import { buildAddon } from '../build.ts';
import { isBundleStale } from './find-stale.ts';

/** Builds the add-on below `root` where something it is made of is newer, saying nothing. */
export async function buildWhenStale(root: string): Promise<void> {
  if (isBundleStale(root)) await buildAddon({ quiet: true });
}
