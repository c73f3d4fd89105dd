import type { ExecutionResult } from '../../src/sandbox/execution/run-execution.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import type { Manifest } from '../../src/sandbox/world-state.ts';

export const OWNER = 'olga@one.example';
export const EDITOR = 'ed@one.example';
export const OUTSIDER = 'out@else.example';
export const VIEWER = 'vera@one.example';

/** 2026-01-05, a Monday, 09:00 in Chicago. */
export const START = Date.UTC(2026, 0, 5, 15);

/** A Workspace with one spreadsheet, shared with an editor, an outside editor and a viewer, and its script. */
export interface Bench {
  readonly ws: Workspace;
  readonly id: string;
  readonly script: string;
  /** Runs a function from the menu, as the owner unless told otherwise. */
  readonly run: (name: string, as?: string, args?: readonly unknown[]) => ExecutionResult;
}

/** Builds the bench around some script source; pages are HTML files by name. */
export function makeBench(
  source: string,
  options: {
    readonly timeZone?: string;
    readonly manifest?: Partial<Manifest>;
    readonly pages?: Readonly<Record<string, string>>;
    readonly mailQuota?: number;
  } = {},
): Bench {
  const timeZone = options.timeZone ?? 'America/Chicago';
  const ws = new Workspace({
    now: START,
    domain: 'one.example',
    seed: 7,
    ...(options.mailQuota === undefined ? {} : { mailQuota: options.mailQuota }),
  });
  const id = ws.createSpreadsheet({ name: 'Book', owner: OWNER, timeZone });
  ws.share(id, EDITOR, 'editor');
  ws.share(id, OUTSIDER, 'editor');
  ws.share(id, VIEWER, 'viewer');
  const pages = Object.entries(options.pages ?? {}).map(([name, html]) => ({ name, source: html }));
  const script = ws.bindScript({
    spreadsheetId: id,
    manifest: { timeZone, ...options.manifest },
    files: [{ name: 'Code.js', source }, ...pages],
  });
  const run: Bench['run'] = (name, as = OWNER, args = []) => {
    return ws.run(script, { as, function: name, args, context: 'menu' });
  };
  return { ws, id, script, run };
}
