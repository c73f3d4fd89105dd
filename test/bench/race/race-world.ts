import { openWorld, readBundle } from '../../../scripts/replay/open-world.ts';
import { parseScenario } from '../../../scripts/replay/parse-scenario.ts';
import { playStep } from '../../../scripts/replay/play-step.ts';
import type { World } from '../../../scripts/replay/world.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';

const HEAD = 'head@one.example';
const ANA = 'ana@one.example';
const BO = 'bo@one.example';
const SAM = 'sam@one.example';

const INTRODUCTION = {
  name: 'Jo Doe',
  title: 'CFO',
  email: 'jo@customer.example',
  relation: 'employed',
  decisionMaker: true,
};
const CONTRACT = { kind: 'SaaS licence', status: 'Signed', currency: 'USD', gross: '1000' };

function step(at: string, as: string, command: string, input: object) {
  return { at: `2026-${at}`, as, do: command, with: input };
}

/** Two partners, customers that both want, and leads, deals and commission lines in the states that races are about. */
const STEPS = [
  step('01-05T09:00', HEAD, 'admitPartner', {
    partner: 'Acme',
    contacts: ['kim@acme.example'],
    manager: ANA,
  }),
  step('01-05T09:05', HEAD, 'admitPartner', {
    partner: 'Borealis',
    contacts: ['lee@borealis.example'],
    manager: BO,
  }),
  step('01-06T10:00', ANA, 'registerLead', {
    partner: 'Acme',
    customer: 'Globex',
    website: 'globex.example',
  }),
  step('01-06T10:05', ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM }),
  step('01-07T10:00', ANA, 'recordIntroduction', {
    lead: 'L-0001',
    ...INTRODUCTION,
    introducedOn: '2026-01-07',
  }),
  step('01-07T10:05', SAM, 'confirmIntroduction', { introduction: 'I-0001' }),
  step('01-20T10:00', ANA, 'enterDeal', { lead: 'L-0001', ...CONTRACT, signedOn: '2026-01-20' }),
  step('01-26T10:00', ANA, 'recordReceipt', {
    deal: 'D-0001',
    receivedOn: '2026-01-25',
    amount: '100',
    reference: 'r-1',
  }),
  step('01-27T10:00', ANA, 'registerLead', {
    partner: 'Acme',
    customer: 'Stark',
    website: 'stark.example',
  }),
  step('01-27T10:05', ANA, 'approveLead', { lead: 'L-0002', salesOwner: SAM }),
  step('01-27T10:10', ANA, 'recordIntroduction', {
    lead: 'L-0002',
    ...INTRODUCTION,
    introducedOn: '2026-01-27',
  }),
  step('01-27T10:15', SAM, 'confirmIntroduction', { introduction: 'I-0002' }),
  step('01-28T10:00', ANA, 'enterDeal', { lead: 'L-0002', ...CONTRACT, signedOn: '2026-01-28' }),
  step('01-29T10:00', ANA, 'recordReceipt', {
    deal: 'D-0002',
    receivedOn: '2026-01-29',
    amount: '100',
    reference: 'r-1',
  }),
  step('03-05T10:00', BO, 'registerLead', {
    partner: 'Borealis',
    customer: 'Initech',
    website: 'initech.example',
  }),
  step('03-05T10:05', ANA, 'registerLead', {
    partner: 'Acme',
    customer: 'Initech SA',
    website: 'initech.example',
  }),
  step('03-05T10:10', BO, 'registerLead', {
    partner: 'Borealis',
    customer: 'Umbrella',
    website: 'umbrella.example',
  }),
  step('03-05T10:15', BO, 'approveLead', { lead: 'L-0005', salesOwner: SAM }),
  step('03-05T10:20', BO, 'recordIntroduction', {
    lead: 'L-0005',
    ...INTRODUCTION,
    introducedOn: '2026-03-05',
  }),
  step('03-05T10:25', BO, 'enterDeal', { lead: 'L-0005', kind: 'SaaS licence', status: 'Open' }),
  step('03-06T10:00', ANA, 'registerLead', {
    partner: 'Acme',
    customer: 'Hooli',
    website: 'hooli.example',
  }),
  step('03-06T10:05', ANA, 'returnLead', {
    lead: 'L-0006',
    reason: 'insufficient-information',
    fields: ['country'],
  }),
  step('03-06T10:10', BO, 'registerLead', {
    partner: 'Borealis',
    customer: 'Hooli Inc.',
    website: 'hooli.example',
  }),
  step('03-06T10:15', BO, 'registerLead', { partner: 'Borealis', customer: 'Wayne Tools' }),
  step('03-06T10:20', ANA, 'registerLead', { partner: 'Acme', customer: 'Wayne Toolls' }),
  step('03-06T11:00', HEAD, 'requestToJoin', {
    company: 'Cirrus',
    contactName: 'Cy',
    contactEmail: 'cy@cirrus.example',
  }),
  { at: '2026-03-10T10:00' },
];

/** A registry as races begin, and how to reach it in a Workspace made of `state`. */
export interface RaceWorld {
  readonly world: World;
  readonly state: WorldState;
  /** How many rows of the journal there are before the race. */
  readonly entries: number;
}

/** Plays the steps above through the bundle below `root`, whose code `change` may spoil first. */
export function openRaceWorld(root: string, change: (code: string) => string = (code) => code): RaceWorld {
  const parsed = parseScenario({ name: 'before the race', steps: STEPS });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const bundle = readBundle(root);
  const opened = openWorld(parsed.scenario, { ...bundle, code: change(bundle.code) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { world } = opened;
  parsed.scenario.steps.forEach((one, n) => {
    world.workspace.advanceTo(one.atEpochMs);
    const answer = playStep(world, one, String(n + 1));
    if (!answer.ok) throw new Error(`Step ${n + 1} of the race's world: ${JSON.stringify(answer)}`);
  });
  const state = world.workspace.toJSON();
  // What has run already only makes each of thousands of copies dearer.
  const entries = world.workspace.table(world.spreadsheetId, 'Journal').length - 1;
  return { world, state: { ...state, executions: [], dialogs: [], toasts: [] }, entries };
}
