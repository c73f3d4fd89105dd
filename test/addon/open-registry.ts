import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleAddon } from '../../scripts/build/bundle-addon.ts';
import { bundleContract } from '../../scripts/build/bundle-contract.ts';
import { bundleDialogs } from '../../scripts/build/bundle-dialogs.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import type { Manifest, ScriptFile, WorldState } from '../../src/sandbox/world-state.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const HEAD = 'head@one.example';
export const ANA = 'ana@one.example';
export const MONDAY = Date.parse('2026-01-05T15:00:00Z');

const manifest: Manifest = JSON.parse(readFileSync(`${ROOT}appsscript/appsscript.json`, 'utf8'));
let built: Promise<readonly ScriptFile[]> | null = null;

/** A question that a script asked, and what it was answered. */
export interface Shown {
  readonly title: string;
  readonly message: string;
}

/** A workbook with the built script bound to it, in a Workspace of its own. */
export class Registry {
  readonly workspace: Workspace;
  readonly spreadsheetId: string;
  readonly scriptId: string;

  constructor(workspace: Workspace, spreadsheetId: string, scriptId: string) {
    this.workspace = workspace;
    this.spreadsheetId = spreadsheetId;
    this.scriptId = scriptId;
  }

  /** Everything the Workspace keeps, but for what running a function leaves behind in any case. */
  snapshot(): unknown {
    const { executions: _e, counter: _c, ...kept } = this.workspace.toJSON();
    return kept;
  }

  /** The same registry after somebody changed the Workspace behind its back. */
  tamper(change: (world: WorldState) => void): Registry {
    const world = this.workspace.toJSON();
    change(world);
    return new Registry(Workspace.fromJSON(world), this.spreadsheetId, this.scriptId);
  }

  /** Runs a menu item, answering its prompts in order; returns every alert and prompt it showed. */
  choose(as: string, entry: string, typed: readonly (string | null)[] = []): readonly Shown[] {
    const shown: Shown[] = [];
    const answers = [...typed];
    this.workspace.ui = {
      alert: ({ title, message }) => {
        shown.push({ title, message });
        return 'OK';
      },
      prompt: ({ title, message }) => {
        shown.push({ title, message });
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`Nobody answers: ${message}`);
        return answer === null ? { button: 'CANCEL', text: '' } : { button: 'OK', text: answer };
      },
    };
    const { status, error } = this.workspace.run(this.scriptId, { as, function: entry, context: 'menu' });
    if (status !== 'done') throw new Error(`${entry} ${status}: ${error?.message}\n${error?.stack}`);
    return shown;
  }

  /** Sets up as that person; returns the report that was shown. */
  setUp(as = HEAD): string {
    return this.choose(as, 'setUp').at(-1)?.message ?? '';
  }

  /** Gives a command as a dialog does; throws where it is refused. */
  give(as: string, command: string, input: object): string {
    const args = [JSON.stringify({ command, input, requestId: `${command} ${JSON.stringify(input)}` })];
    const result = this.workspace.run(this.scriptId, { as, function: 'execute', args, context: 'dialog' });
    const answer = JSON.parse(String(result.value));
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
    return String(answer.id ?? '');
  }

  /** The rows of a tab by header. */
  rows(tab: string): readonly { readonly [header: string]: unknown }[] {
    const [headers = [], ...rows] = this.workspace.table(this.spreadsheetId, tab);
    return rows.map((cells) => Object.fromEntries(headers.map((header, i) => [String(header), cells[i]])));
  }
}

async function buildProject(): Promise<readonly ScriptFile[]> {
  const [{ code }, contract, pages] = await Promise.all([
    bundleAddon(ROOT),
    bundleContract(ROOT),
    bundleDialogs(ROOT),
  ]);
  return [
    { name: 'Code', source: code },
    { name: 'Contract', source: contract },
    ...pages.map(({ name, html }) => ({ name: `${name}.html`, source: html })),
  ];
}

/** A new workbook of the head's with the built script, not set up yet. */
export async function openWorkbook(
  wish: { readonly timeZone?: string; readonly scriptTimeZone?: string } = {},
): Promise<Registry> {
  built ??= buildProject();
  const { timeZone = 'America/Chicago', scriptTimeZone = 'America/Chicago' } = wish;
  const workspace = new Workspace({ now: MONDAY, domain: 'one.example' });
  const spreadsheetId = workspace.createSpreadsheet({ name: 'Lead registry', owner: HEAD, timeZone });
  const scriptId = workspace.bindScript({
    spreadsheetId,
    manifest: { ...manifest, timeZone: scriptTimeZone },
    files: await built,
  });
  return new Registry(workspace, spreadsheetId, scriptId);
}

/** A registry that its head has set up. */
export async function openRegistry(): Promise<Registry> {
  const registry = await openWorkbook();
  registry.setUp();
  return registry;
}
