import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundleAddon } from '../../../../scripts/build/bundle-addon.ts';
import { bundleContract } from '../../../../scripts/build/bundle-contract.ts';
import { bundleDialogs } from '../../../../scripts/build/bundle-dialogs.ts';
import { makeLocalClient } from '../../../../scripts/google/client/local-client.ts';
import { COMMANDS } from '../../../../scripts/google/commands/table.ts';
import type { Workshop } from '../../../../scripts/google/project/workshop.ts';
import { runCommandLine } from '../../../../scripts/google/run-command-line.ts';
import type { Bundle } from '../../../../scripts/replay/open-world.ts';
import type { RestFault } from '../../../../src/sandbox/rest/rest-api.ts';
import { type RestServer, serveRest } from '../../../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../../../src/sandbox/workspace.ts';
import type { WorldState } from '../../../../src/sandbox/world-state.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

export const OWNER = 'registry@one.example';
export const MONDAY = Date.parse('2026-01-05T15:00:00Z');

let built: Promise<Bundle> | undefined;

/** The add-on as the build makes it, made once. */
export function buildBundle(): Promise<Bundle> {
  built ??= (async () => {
    const [{ code }, contract, pages] = await Promise.all([
      bundleAddon(ROOT),
      bundleContract(ROOT),
      bundleDialogs(ROOT),
    ]);
    return {
      manifest: JSON.parse(readFileSync(join(ROOT, 'appsscript/appsscript.json'), 'utf8')),
      code,
      contract,
      pages: pages.map(({ name, html }) => ({ name: `${name}.html`, source: html })),
    };
  })();
  return built;
}

/** How one command line ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A local Workspace behind its APIs, an empty checkout, and the command line between them. */
export class LiveWorld {
  readonly workspace: Workspace;
  readonly root: string;
  readonly server: RestServer;
  /** What goes wrong next, by the method that it happens to; the first of a method's is used up first. */
  readonly faults: [method: string, fault: RestFault][] = [];
  /** The methods that were called, in order. */
  readonly called: string[] = [];
  readonly workshop: { -readonly [Key in keyof Workshop]: Workshop[Key] };

  private constructor(workspace: Workspace, server: RestServer, bundle: Bundle) {
    this.workspace = workspace;
    this.server = server;
    this.root = mkdtempSync(join(tmpdir(), 'checkout-'));
    this.workshop = {
      build: async () => bundle,
      lastBuild: () => ({ bundle, isStale: false }),
      listUncommitted: () => [],
      check: () => true,
    };
  }

  static async open(
    workspace = new Workspace({ now: MONDAY, domain: 'one.example' }),
    bundle?: Bundle,
  ): Promise<LiveWorld> {
    let world: LiveWorld | undefined;
    const server = await serveRest(workspace, {
      faultFor: ({ method }) => world?.meet(method),
      allowance: { project: 10_000, person: 10_000 },
    });
    world = new LiveWorld(workspace, server, bundle ?? (await buildBundle()));
    return world;
  }

  /** Runs a command as a person whose token is good for what the command declares to need, and nothing else. */
  async run(...argv: readonly string[]): Promise<Ran> {
    return this.runAs(OWNER, ...argv);
  }

  async runAs(person: string, ...argv: readonly string[]): Promise<Ran> {
    const areas = COMMANDS.find(({ name }) => name === argv[0])?.areas ?? [];
    const [out, err]: [string[], string[]] = [[], []];
    const exit = await runCommandLine([...argv, '--local'], COMMANDS, {
      root: this.root,
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      client: makeLocalClient(this.server.rootUrl, person, {
        areas,
        chance: () => 0,
        wait: async () => undefined,
      }),
      finder: makeLocalClient(this.server.rootUrl, '', { areas: ['drive.metadata.readonly'] }),
      workshop: this.workshop,
    });
    return { exit, out: out.join('\n'), err: err.join('\n') };
  }

  /** What the checkout remembers. */
  get remembered(): {
    readonly scriptId?: string;
    readonly parentId?: string;
    readonly [key: string]: unknown;
  } {
    const path = join(this.root, '.workspace/clasp.json');
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }

  /** The same registry after somebody changed the Workspace behind its back; to be closed as well. */
  async tamper(change: (world: WorldState) => void): Promise<LiveWorld> {
    const world = this.world;
    change(world);
    const other = await LiveWorld.open(Workspace.fromJSON(world));
    mkdirSync(join(other.root, '.workspace'));
    writeFileSync(join(other.root, '.workspace/clasp.json'), JSON.stringify(this.remembered));
    return other;
  }

  get world(): WorldState {
    return this.workspace.toJSON();
  }

  /** Files of a kind that are not in the trash. */
  filesOf(kind: string) {
    return Object.values(this.world.files).filter((file) => file.kind === kind && !file.trashed);
  }

  /** Chooses a menu item in the sheet as a person. */
  choose(entry: string, as = OWNER): void {
    this.workspace.ui = { alert: () => 'OK', prompt: () => ({ button: 'CANCEL', text: '' }) };
    const scriptId = this.remembered.scriptId ?? '';
    const ran = this.workspace.run(scriptId, { as, function: entry, context: 'menu' });
    if (ran.status !== 'done') throw new Error(`${entry} ${ran.status}: ${ran.error?.message}`);
  }

  /** Gives a command as a dialog does. */
  give(command: string, input: object, as = OWNER): void {
    const args = [JSON.stringify({ command, input, requestId: `${command} ${JSON.stringify(input)}` })];
    const scriptId = this.remembered.scriptId ?? '';
    const ran = this.workspace.run(scriptId, { as, function: 'execute', args, context: 'dialog' });
    const answer = JSON.parse(String(ran.value));
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
  }

  /** Everything besides what merely running leaves behind. */
  snapshot(): unknown {
    const { executions: _e, counter: _c, ...kept } = this.world;
    return { kept, remembered: this.remembered };
  }

  async close(): Promise<void> {
    await this.server.close();
    rmSync(this.root, { recursive: true, force: true });
  }

  private meet(method: string): RestFault | undefined {
    this.called.push(method);
    const at = this.faults.findIndex(([of]) => of === method);
    return at < 0 ? undefined : this.faults.splice(at, 1)[0]?.[1];
  }
}
