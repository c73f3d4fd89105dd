/**
 * Plays an example season of the programme in the local Workspace, from the form to the payment, tells it as a story,
 * and leaves the tables and mails in `.workspace/example-season`.
 */
import { resolve } from 'node:path';
import { tellSeason } from './example-season/tell-season.ts';
import { writeSeason } from './example-season/write-season.ts';
import { buildWhenStale } from './replay/build-when-stale.ts';
import { loadScenario } from './replay/load-scenario.ts';
import { readBundle } from './replay/open-world.ts';
import { playScenario } from './replay/play-scenario.ts';

const root = resolve(import.meta.dirname, '..');
const folder = '.workspace/example-season';

await buildWhenStale(root);
const loaded = loadScenario(resolve(root, 'scripts/example-season/season.json'));
if (!loaded.ok)
  throw new Error(loaded.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
const played = await playScenario(loaded.scenario, readBundle(root));
if (!played.ok)
  throw new Error(played.problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
console.log(tellSeason(loaded.scenario, played.outcome));
const written = writeSeason(played.outcome, resolve(root, folder));
console.log(
  `\nAll ${written} files are in ${folder}: every tab as CSV, every mail, and the partner’s snapshot.`,
);
console.log(
  'Change scripts/example-season/season.json and run npm run story again to see what would happen.',
);
