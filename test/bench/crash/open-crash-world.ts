import { callCommand } from '../../../scripts/replay/call-command.ts';
import { type Bundle, openWorld } from '../../../scripts/replay/open-world.ts';
import { parseScenario } from '../../../scripts/replay/parse-scenario.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { MARK_KEY } from '../../../src/registry/state/state.ts';
import type { WorldState } from '../../../src/sandbox/world-state.ts';

export const HEAD = 'head@one.example';
export const ANA = 'ana@one.example';
const SAM = 'sam@one.example';

/** A registry in which something of everything has happened, kept as JSON so that every case begins with the same. */
export interface CrashWorld {
  readonly state: WorldState;
  readonly spreadsheetId: string;
  readonly scriptId: string;
  readonly formIds: World['formIds'];
}

type Row = readonly [at: string, command: string, input: object, as?: string];

const SAAS = { kind: 'SaaS licence', status: 'Signed', currency: 'USD' };
const JO = { name: 'Jo Doe', title: 'CFO', relation: 'employed', decisionMaker: true };

/** What happened before: each line is a command of the head's, or of the person named. */
const HISTORY: readonly Row[] = [
  [
    '2026-01-05T09:00',
    'admitPartner',
    { partner: 'Acme', contacts: ['kim@acme.example', 'lee@acme.example'], manager: ANA },
  ],
  [
    '2026-01-05T09:05',
    'admitPartner',
    { partner: 'Beta', contacts: ['joe@beta.example'], manager: 'bo@one.example' },
  ],
  [
    '2026-01-05T09:10',
    'requestToJoin',
    { company: 'Cirrus', contactName: 'Cy', contactEmail: 'cy@cirrus.example' },
  ],
  ['2026-01-05T09:20', 'addAccount', { name: 'Initech', standing: 'Customer', website: 'initech.example' }],
  ['2026-01-05T09:30', 'registerLead', { partner: 'P-001', customer: 'Globex', website: 'globex.example' }],
  ['2026-01-05T09:40', 'approveLead', { lead: 'L-0001', salesOwner: SAM }, ANA],
  [
    '2026-01-06T09:00',
    'recordIntroduction',
    { lead: 'L-0001', ...JO, email: 'jo@globex.example', introducedOn: '2026-01-06' },
  ],
  ['2026-01-06T09:10', 'confirmIntroduction', { introduction: 'I-0001' }, SAM],
  ['2026-01-07T09:00', 'enterDeal', { lead: 'L-0001', ...SAAS, signedOn: '2026-01-07', gross: '1000' }, SAM],
  [
    '2026-01-08T09:00',
    'recordReceipt',
    { deal: 'D-0001', receivedOn: '2026-01-08', amount: '400', reference: 'R-1' },
  ],
  ['2026-01-09T09:00', 'registerLead', { partner: 'P-001', customer: 'Hooli', website: 'hooli.example' }],
  ['2026-01-09T09:10', 'approveLead', { lead: 'L-0002', salesOwner: SAM }, ANA],
  [
    '2026-01-09T09:20',
    'recordIntroduction',
    { lead: 'L-0002', ...JO, email: 'jo@hooli.example', introducedOn: '2026-01-09' },
  ],
  ['2026-01-09T09:30', 'confirmIntroduction', { introduction: 'I-0002' }],
  ['2026-01-12T09:00', 'enterDeal', { lead: 'L-0002', ...SAAS, signedOn: '2026-01-12', gross: '2500.50' }],
  [
    '2026-01-13T09:00',
    'recordReceipt',
    { deal: 'D-0002', receivedOn: '2026-01-13', amount: '2500.50', reference: 'R-2' },
  ],
  [
    '2026-01-14T09:00',
    'registerLead',
    { partner: 'P-002', customer: 'Vehement', website: 'vehement.example' },
  ],
  ['2026-01-14T09:10', 'approveLead', { lead: 'L-0003', salesOwner: SAM }],
  [
    '2026-01-14T09:20',
    'recordIntroduction',
    { lead: 'L-0003', ...JO, email: 'jo@vehement.example', introducedOn: '2026-01-14' },
  ],
  ['2026-01-15T09:00', 'enterDeal', { lead: 'L-0003', ...SAAS, signedOn: '2026-01-15', gross: '900' }],
  ['2026-02-10T09:00', 'registerLead', { partner: 'P-002', customer: 'Soylent', website: 'soylent.example' }],
  ['2026-02-10T09:10', 'approveLead', { lead: 'L-0004', salesOwner: SAM }],
  ['2026-02-11T09:00', 'enterDeal', { lead: 'L-0004', kind: 'Services', status: 'Open', currency: 'EUR' }],
  ['2026-02-11T10:00', 'shareSnapshot', { partner: 'Acme', month: '2026-01' }],
  ['2026-02-20T09:00', 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-20', reference: 'PAY-1' }],
  ['2026-02-23T09:00', 'registerLead', { partner: 'P-001', customer: 'Stark', website: 'stark.example' }],
  [
    '2026-02-23T09:10',
    'returnLead',
    { lead: 'L-0005', reason: 'insufficient-information', fields: ['website'] },
  ],
  ['2026-03-02T09:00', 'holdCommission', { commission: 'C-0002', reason: 'A question of finance' }],
  ['2026-03-02T09:10', 'releaseHold', { commission: 'C-0002' }],
  ['2026-03-02T09:15', 'holdCommission', { commission: 'C-0003', reason: 'Ask sales' }],
  ['2026-03-02T09:20', 'registerLead', { partner: 'P-001', customer: 'Wayne', website: 'wayne.example' }],
  ['2026-03-02T09:30', 'registerLead', { partner: 'P-002', customer: 'Initech Holding' }],
  [
    '2026-03-02T09:40',
    'requestToJoin',
    { company: 'Delta', contactName: 'Di', contactEmail: 'di@delta.example' },
  ],
];

/** Commands whose mail nobody has sent yet. */
const UNSENT: readonly Row[] = [
  ['2026-03-02T10:00', 'registerLead', { partner: 'P-001', customer: 'Tyrell', website: 'tyrell.example' }],
  ['2026-03-02T10:10', 'objectLead', { lead: 'L-0006', reason: 'We are talking to them already' }, SAM],
];

/** Plays the history through the bundle. The clock's triggers never come due by themselves afterwards. */
export function openCrashWorld(bundle: Bundle): CrashWorld {
  const steps = [...HISTORY, ...UNSENT].map(([at]) => ({ at }));
  const parsed = parseScenario({ name: 'a registry with a past', steps });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const opened = openWorld(parsed.scenario, bundle);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { workspace, scriptId, spreadsheetId, formIds } = opened.world;
  parsed.scenario.steps.forEach((step, n) => {
    workspace.advanceTo(step.atEpochMs);
    const [, command, input, as = HEAD] = [...HISTORY, ...UNSENT][n] ?? ['', '', {}];
    if (n < HISTORY.length) {
      const { answer } = callCommand(workspace, scriptId, { as, command, input, requestId: `past-${n}` });
      if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`);
      return;
    }
    const args = [JSON.stringify({ command, input, requestId: `past-${n}` })];
    const { value } = workspace.run(scriptId, { as, function: 'execute', args, context: 'dialog' });
    if (!String(value).startsWith('{"ok":true')) throw new Error(`${command}: ${String(value)}`);
  });
  const state = workspace.toJSON();
  for (const script of Object.values(state.scripts))
    for (const trigger of script.triggers) trigger.nextDueAt = null;
  dropOldMarks(state, spreadsheetId);
  passSelfCheck(state);
  return { state: { ...state, executions: [] }, spreadsheetId, scriptId, formIds };
}

/** The self-check of the day is made: what it finds depends on the moment at which it looks, and so would what it says. */
function passSelfCheck(state: WorldState): void {
  for (const { stores } of Object.values(state.scripts))
    stores.script = { ...stores.script, SELF_CHECKED: '2999-12-31' };
}

/** Marks of the past are most of the hidden book, and every run would read them. */
function dropOldMarks(state: WorldState, spreadsheetId: string): void {
  const book = state.spreadsheets[spreadsheetId]?.sheets.find(({ name }) => name === STATE_TAB.name);
  if (!book) throw new Error('The registry has no hidden book.');
  const last = book.rows.length - 1;
  book.rows = book.rows.filter(([record], i) => record !== MARK_KEY || i === last);
}
