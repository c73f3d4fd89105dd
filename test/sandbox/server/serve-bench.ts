import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../../src/sandbox/server/start-server.ts';
import { EDITOR, makeBench, OWNER } from '../make-workspace.ts';

/** A new empty folder below the system's own for such. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'workspace-'));
}

/** A folder with a page that does nothing, for tests that speak with the server themselves. */
export function blankPage(folder: string): string {
  const page = join(folder, 'page');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'page.js'), 'void 0;');
  writeFileSync(join(page, 'page.css'), '');
  writeFileSync(join(page, 'frame.js'), '/* bridge */');
  return page;
}

/** A served Workspace, with the ids of what is in it. */
export interface Served {
  readonly server: RunningServer;
  readonly folder: string;
  readonly spreadsheetId: string;
  readonly scriptId: string;
}

/** Serves a Workspace with one spreadsheet and that script, on any free port. */
export async function serveBench(
  source: string,
  options: {
    readonly folder?: string;
    readonly pageFolder?: string;
    /** HTML files of the script, by name. */
    readonly pages?: Readonly<Record<string, string>>;
  } = {},
): Promise<Served> {
  const { folder = newFolder(), pageFolder = blankPage(folder), pages = {} } = options;
  const bench = makeBench(source, { pages });
  const server = await startServer({
    folder: join(folder, 'state'),
    title: 'Bench',
    pageFolder,
    people: () => [
      { email: OWNER, name: 'Olga', role: 'Owner' },
      { email: EDITOR, name: 'Ed', role: 'Editor' },
    ],
    begin: () => bench.ws.toJSON(),
    port: 0,
  });
  return { server, folder, spreadsheetId: bench.id, scriptId: bench.script };
}
