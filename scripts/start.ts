/** Serves the local Google Workspace, with the built add-on in it, to the browsers of this machine. */
import { resolve } from 'node:path';
import { FolderInUse, lockFolder } from '../src/sandbox/server/folder/lock-folder.ts';
import { removeState } from '../src/sandbox/server/folder/state-file.ts';
import { PortInUse } from '../src/sandbox/server/http/listen.ts';
import { type RunningServer, startServer } from '../src/sandbox/server/start-server.ts';
import type { WorldState } from '../src/sandbox/world-state.ts';
import { buildPageWhenStale } from './build/build-page-when-stale.ts';
import { PAGE_FOLDER } from './build/bundle-page.ts';
import { EXAMPLE_PEOPLE } from './example-programme/cast.ts';
import { openExampleWorkspace } from './example-programme/open-example-workspace.ts';
import { openProjectFile } from './google/project/project-file.ts';
import { buildWhenStale } from './replay/build-when-stale.ts';
import { readBundle } from './replay/open-world.ts';
import { OWNER, openEmptyWorkspace, scriptOf } from './start/open-empty-workspace.ts';
import { parseStartArguments, START_USAGE, type StartArguments } from './start/parse-start-arguments.ts';
import { readPeople } from './start/read-people.ts';
import { rememberRegistry } from './start/remember-registry.ts';

const USUAL_PORT = 4175;

const root = resolve(import.meta.dirname, '..');

async function start({ port, isFresh, isEmpty }: StartArguments): Promise<RunningServer> {
  await buildWhenStale(root);
  await buildPageWhenStale(root);
  const bundle = readBundle(root);
  const folder = resolve(root, '.workspace', isEmpty ? 'empty' : 'example');
  if (isFresh) {
    const unlock = lockFolder(folder);
    removeState(folder);
    unlock();
  }
  return startServer({
    folder,
    title: 'Lead Registry – local Workspace',
    pageFolder: resolve(root, PAGE_FOLDER),
    people: (state) => readPeople(state, OWNER, EXAMPLE_PEOPLE),
    begin: () => (isEmpty ? openEmptyWorkspace(bundle, Date.now()) : beginWithExample()),
    source: ({ manifest }) => scriptOf(bundle, manifest.timeZone),
    port: port ?? USUAL_PORT,
    isPortFixed: port !== null,
    say: (sentence) => console.log(sentence),
  });
}

/** The example programme, played once and kept for later starts. */
async function beginWithExample(): Promise<WorldState> {
  let told = -1;
  const { state } = await openExampleWorkspace({
    cacheFolder: resolve(root, '.workspace/cache'),
    report: ({ on, share }) => {
      const tenth = Math.floor(10 * share);
      if (tenth === told) return;
      told = tenth;
      console.log(`Playing the example programme, which is kept for later: ${on}, ${10 * tenth} %`);
    },
  });
  return state;
}

/** Saves and ends at the first Ctrl-C; a second one ends at once. */
function endWhenTold(server: RunningServer): void {
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) process.exit(1);
    isEnding = true;
    console.log('\nSaving the Workspace …');
    await server.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

const parsed = parseStartArguments(process.argv.slice(2));
if ('problems' in parsed) {
  console.error(`${parsed.problems.join('\n')}\n\n${START_USAGE}`);
  process.exitCode = 2;
} else if (parsed.wantsHelp) console.log(START_USAGE);
else {
  try {
    const server = await start(parsed);
    server.live.workspace.read((state) => rememberRegistry(state, openProjectFile(root, true)));
    endWhenTold(server);
    console.log(`The Workspace is at ${server.url}\nCtrl-C saves and ends it.`);
  } catch (error) {
    if (!(error instanceof FolderInUse || error instanceof PortInUse)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
