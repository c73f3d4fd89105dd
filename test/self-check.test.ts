import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { readBundle } from '../scripts/replay/open-world.ts';
import { STATE_TAB } from '../src/registry/schema/schema.ts';
import { State } from '../src/registry/state/state.ts';
import type { Faults } from '../src/sandbox/execution/execution.ts';
import { Workspace } from '../src/sandbox/workspace.ts';
import type { WorldState } from '../src/sandbox/world-state.ts';
import { checkMail } from './bench/crash/check-mail.ts';
import { type Cut, listCuts } from './bench/crash/list-cuts.ts';
import { type CrashWorld, openCrashWorld } from './bench/crash/open-crash-world.ts';
import { readView } from './bench/crash/read-view.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const DAY_MS = 24 * 60 * 60_000;
const HEAD = 'head@one.example';

let world: CrashWorld;

beforeAll(async () => {
  await buildWhenStale(root);
  world = unchecked(openCrashWorld(readBundle(root)));
}, 120_000);

/** The registry on a day without a self-check yet, and with a trigger that somebody deleted: there is something to tell. */
function unchecked(base: CrashWorld): CrashWorld {
  const state = structuredClone(base.state);
  const script = state.scripts[base.scriptId];
  if (!script) throw new Error('The script is gone.');
  const { SELF_CHECKED: _checked, ...properties } = script.stores.script ?? {};
  script.stores.script = properties;
  script.triggers = script.triggers.filter(({ handler }) => handler !== 'whenChanged');
  return { ...base, state };
}

function strike(workspace: Workspace, faults?: Faults) {
  return workspace.run(world.scriptId, {
    as: HEAD,
    function: 'whenClockStrikes',
    args: [],
    context: 'editor',
    ...(faults === undefined ? {} : { faults }),
  });
}

/** A run that is stopped there, and the whole runs of the same evening and of the next day. */
function stopAndGoOn(cut: Cut): WorldState {
  const workspace = Workspace.fromJSON(world.state);
  strike(workspace, cut);
  strike(workspace);
  workspace.advanceTo(workspace.now + DAY_MS);
  strike(workspace);
  return workspace.toJSON();
}

/** How often the missing trigger was told, and whether the outbox shows a message that was cut off as it left. */
function toldIn({ mail, spreadsheets }: WorldState): { readonly sent: number; readonly isShown: boolean } {
  const book = spreadsheets[world.spreadsheetId]?.sheets.find(({ name }) => name === STATE_TAB.name);
  const about = ({ body }: { readonly body: string }) => body.includes('whenChanged is missing');
  const rows = State.parse(book?.rows ?? []).list('outbox');
  return {
    sent: mail.filter((one) => about(one) && one.to.includes(HEAD)).length,
    isShown: rows.some((row) => row.state === 'Failed' && about(row)),
  };
}

describe('a day’s self-check that is stopped', () => {
  it('tells the programme head once of what is wrong, or shows the message that was cut off, and leaves tables, journal and mail whole', () => {
    const { distinct } = listCuts((faults) => strike(Workspace.fromJSON(world.state), faults));
    expect(distinct.length).toBeGreaterThan(20);
    const wrong = distinct.flatMap((cut) => {
      const state = stopAndGoOn(cut);
      const view = readView(state, world.spreadsheetId);
      const { sent, isShown } = toldIn(state);
      const problems = [
        ...(sent === 1 || (sent === 0 && isShown) ? [] : [`told ${sent} times`]),
        ...view.broken,
        ...view.contradictions(),
        ...checkMail(state, world.spreadsheetId, true),
      ];
      return problems.length === 0 ? [] : [{ cut, problems }];
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});
