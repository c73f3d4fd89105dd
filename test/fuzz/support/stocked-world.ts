import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { openWorld, readBundle } from '../../../scripts/replay/open-world.ts';
import { parseScenario } from '../../../scripts/replay/parse-scenario.ts';
import { playStep } from '../../../scripts/replay/play-step.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HEAD = 'head@one.example';

let stocked: { readonly world: World; readonly state: WorldState } | null = null;

/** A registry in the local Workspace, run by the built script, with records of every kind that people type into. */
export async function openStockedWorld(): Promise<World> {
  stocked ??= await stockWorld();
  const { world, state } = stocked;
  return { ...world, workspace: Workspace.fromJSON(structuredClone(state)), calls: new Map() };
}

async function stockWorld(): Promise<{ readonly world: World; readonly state: WorldState }> {
  await buildWhenStale(ROOT);
  const parsed = parseScenario({ name: 'a stocked registry', steps: STEPS });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const opened = openWorld(parsed.scenario, readBundle(ROOT));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { world } = opened;
  parsed.scenario.steps.forEach((step, n) => {
    world.workspace.advanceTo(step.atEpochMs);
    const answer = playStep(world, step, String(n + 1));
    if (!answer.ok) throw new Error(`${step.place}: ${JSON.stringify(answer)}`);
  });
  return { world, state: world.workspace.toJSON() };
}

function command(name: string, input: object) {
  return { at: '2026-01-05T09:00', as: HEAD, do: name, with: input };
}

const INTRODUCTION = {
  name: 'Hanna Voss',
  title: 'CIO',
  email: 'hanna@globex.example',
  relation: 'employed',
  decisionMaker: true,
  introducedOn: '2026-01-05',
};

const STEPS = [
  command('admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' }),
  command('admitPartner', {
    partner: 'Borealis',
    contacts: ['lee@borealis.example'],
    manager: 'bo@one.example',
  }),
  command('registerLead', { partner: 'P-001', customer: 'Globex', website: 'globex.example' }),
  command('registerLead', {
    partner: 'P-001',
    customer: 'Initech',
    website: 'initech.example',
    note: 'Soon',
  }),
  command('approveLead', { lead: 'L-0001', salesOwner: 'sam@one.example' }),
  command('recordIntroduction', { lead: 'L-0001', ...INTRODUCTION }),
  command('recordIntroduction', {
    lead: 'L-0001',
    ...INTRODUCTION,
    name: 'Jo Doe',
    email: 'jo@globex.example',
  }),
  command('confirmIntroduction', { introduction: 'I-0001' }),
  command('enterDeal', {
    lead: 'L-0001',
    kind: 'SaaS licence',
    status: 'Signed',
    signedOn: '2026-01-05',
    currency: 'USD',
    gross: '100000',
  }),
  command('recordReceipt', { deal: 'D-0001', receivedOn: '2026-01-05', amount: '500', reference: 'BANK 1' }),
  {
    at: '2026-01-05T09:00',
    as: HEAD,
    import: {
      tab: 'Accounts',
      rows: [{ Name: 'Soylent', Website: 'soylent.example', Standing: 'Customer', Owner: 'Sam' }],
    },
  },
];
