/** A process of its own that plays the example and keeps it as a file: `play-process.ts ROOT FILE SEED`. */
import { renameSync, writeFileSync } from 'node:fs';
import { readBundle } from '../replay/open-world.ts';
import { generateProgramme } from './generate-programme.ts';
import { findSurprises, playProgramme } from './play-programme.ts';

const [root = '', file = '', seed = ''] = process.argv.slice(2);
let reached = '';
const { scenario, refusals } = generateProgramme(Number(seed));
const { world, answers } = playProgramme(scenario, readBundle(root), (progress) => {
  if (progress.on === reached) return;
  reached = progress.on;
  process.send?.(progress);
});
// The example can be looked at all the same, but one of its stories is not the one that it means to tell.
for (const surprise of findSurprises(answers, refusals)) console.error(surprise);
// Whole or not at all.
const partial = `${file}.${process.pid}`;
const { workspace, spreadsheetId, scriptId } = world;
writeFileSync(partial, JSON.stringify({ state: workspace.toJSON(), spreadsheetId, scriptId }));
renameSync(partial, file);
process.disconnect?.();
