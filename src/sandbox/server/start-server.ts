import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ScriptSource } from '../people/bind-script.ts';
import { Workspace } from '../workspace.ts';
import type { ScriptState, WorldState } from '../world-state.ts';
import { lockFolder } from './folder/lock-folder.ts';
import { Saver } from './folder/saver.ts';
import { loadState, saveState, stateText } from './folder/state-file.ts';
import { makeGuard } from './http/guard.ts';
import { handleRequest } from './http/handle-requests.ts';
import { listen } from './http/listen.ts';
import { readPageFiles } from './http/page-files.ts';
import { LiveWorkspace, type Person } from './live-workspace.ts';

/** What a local Workspace in the browser is made of. */
export interface ServerOptions {
  /** Where its state is kept. Only one server at a time has it. */
  readonly folder: string;
  /** What the page is called. */
  readonly title: string;
  /** The built page; see `bundlePage`. */
  readonly pageFolder: string;
  /** Those to look through, read from the state whenever a page asks. */
  readonly people: (state: WorldState) => readonly Person[];
  /** Makes the state where the folder keeps none. */
  readonly begin: () => WorldState | Promise<WorldState>;
  /** What each bound script has to be; it is pushed at the start where it differs. */
  readonly source?: (script: ScriptState) => ScriptSource;
  readonly port: number;
  /** Whether it is this port or none, rather than the next free one. */
  readonly isPortFixed?: boolean;
  /** Told of what happens at the start, in sentences. */
  readonly say?: (sentence: string) => void;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  readonly live: LiveWorkspace;
  /** Saves, ends, and lets the folder go. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a local Workspace to the browsers of this machine. Throws FolderInUse or PortInUse, with a sentence for
 * people, where that cannot be.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const unlock = lockFolder(options.folder);
  try {
    return await serve(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function serve(options: ServerOptions, unlock: () => void): Promise<RunningServer> {
  const { folder, title } = options;
  const files = readPageFiles(options.pageFolder, title);
  const saved = loadState(folder);
  if (saved?.fromBackup !== undefined) {
    options.say?.(`The last save could not be read (${saved.fromBackup}); the one before it was taken.`);
  }
  const workspace = Workspace.fromJSON(saved?.world ?? (await options.begin()));
  push(workspace, options);
  const saver = new Saver(
    async () => {
      await saveState(
        folder,
        workspace.read((world) => stateText({ world, readMail: live.mailMarks.toJSON() })),
      );
      live.saveProblem = null;
    },
    (error) => {
      live.saveProblem = error instanceof Error ? error.message : String(error);
    },
  );
  const live = new LiveWorkspace(workspace, saved?.readMail ?? {}, () => saver.changed());
  live.touch();
  await saver.saved();
  const server = createServer();
  const port = await listen(server, options.port, options.isPortFixed ?? false);
  const site = { live, title, people: () => workspace.read(options.people) };
  const guard = makeGuard(port, readToken(folder));
  const handlers = { site, guard, files, apis: workspace.openApis(), saved: () => saver.saved() };
  server.on('request', (request, response) => {
    handleRequest(handlers, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    live,
    close: async () => {
      await live.close();
      server.close();
      server.closeAllConnections();
      live.touch();
      await saver.saved();
      unlock();
    },
  };
}

function push(workspace: Workspace, { source, say }: ServerOptions): void {
  if (source === undefined) return;
  const scripts = workspace.read(({ scripts: all }) => Object.values(all));
  for (const script of scripts) {
    const wanted = source(script);
    const isSame =
      isDeepStrictEqual(script.files, wanted.files) && isDeepStrictEqual(script.manifest, wanted.manifest);
    if (isSame) continue;
    workspace.pushScript(script.id, wanted);
    say?.('The script has changed since: it was pushed.');
  }
}

/** The word that pages show; kept, so that pages that are open when the server starts again go on. */
function readToken(folder: string): string {
  const path = join(folder, 'token');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const token = randomBytes(32).toString('base64url');
  writeFileSync(path, token, { mode: 0o600 });
  return token;
}
