import { openWorld, readBundle } from '../../scripts/replay/open-world.ts';
import { parseScenario } from '../../scripts/replay/parse-scenario.ts';
import { playStep } from '../../scripts/replay/play-step.ts';
import type { World } from '../../scripts/replay/world.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import type { WorldState } from '../../src/sandbox/world-state.ts';

export const HEAD = 'head@one.example';
export const MANAGER = 'ana@one.example';

const LEADS = 7;

/** The header of the person's own column at the right end of every tab, and of one in the middle of Leads. */
export const OWN = 'Our own';
export const OWN_IN_THE_MIDDLE = 'Region';

/** What stands in the person's own row below the leads, by header. */
export const OWN_ROW = { [OWN]: 'our total', [OWN_IN_THE_MIDDLE]: 'all regions' };

/** A registry in the middle of its work, kept to be opened again and again. */
export interface HandsStart {
  readonly state: WorldState;
  readonly world: Omit<World, 'workspace'>;
}

/**
 * A registry with seven leads, an introduction, two deals, a receipt and lines, in whose tabs people have columns of
 * their own, with something in every row, and a row of their own below the leads.
 */
export function buildHandsStart(root: string): HandsStart {
  const steps = [
    step('09:00', 'admitPartner', { partner: 'Acme', contacts: ['kim@acme.example'], manager: MANAGER }),
    ...Array.from({ length: LEADS }, (_, n) =>
      step(`09:1${n}`, 'registerLead', {
        partner: 'P-001',
        customer: `${'NCEAGBF'[n]}orthwind ${n + 1}`,
        website: `c${n + 1}.example`,
      }),
    ),
    step('09:20', 'approveLead', { lead: 'L-0001', salesOwner: 'sam@one.example' }),
    step('09:21', 'recordIntroduction', {
      lead: 'L-0001',
      name: 'Jo Doe',
      title: 'CFO',
      email: 'jo@c1.example',
      relation: 'employed',
      decisionMaker: true,
      introducedOn: '2026-01-05',
    }),
    step('09:22', 'confirmIntroduction', { introduction: 'I-0001' }),
    step('09:23', 'approveLead', { lead: 'L-0004', salesOwner: 'sam@one.example' }),
    step('09:24', 'enterDeal', { lead: 'L-0004', ...DEAL }),
  ];
  const parsed = parseScenario({ name: 'hands', steps });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const opened = openWorld(parsed.scenario, readBundle(root));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { workspace, ...world } = opened.world;
  parsed.scenario.steps.forEach((one, n) => {
    workspace.advanceTo(one.atEpochMs);
    const answer = playStep(opened.world, one, String(n + 1));
    if (!answer.ok) throw new Error(`${one.place}: ${JSON.stringify(answer)}`);
  });
  const state = workspace.toJSON();
  addOwnContent(state, world.spreadsheetId);
  return { state, world };
}

export const DEAL = {
  kind: 'SaaS licence',
  status: 'Signed',
  signedOn: '2026-01-05',
  currency: 'USD',
  gross: '1000',
};

function step(at: string, command: string, input: object) {
  return { at: `2026-01-05T${at}`, as: HEAD, do: command, with: input };
}

const OWN_TABS = ['Leads', 'Deals', 'Commissions', 'Accounts', 'Introductions', 'Receipts', 'Outbox'];

/** Own columns are there from the start: nobody has to see how they came. */
function addOwnContent(state: WorldState, spreadsheetId: string): void {
  const workspace = Workspace.fromJSON(state);
  const at = { spreadsheetId, as: HEAD };
  workspace.insertColumns({ ...at, tab: 'Leads', column: 4 });
  Object.assign(state, workspace.toJSON());
  for (const sheet of state.spreadsheets[spreadsheetId]?.sheets ?? []) {
    if (!OWN_TABS.includes(sheet.name)) continue;
    const width = Math.max(...sheet.rows.map((cells) => cells.length));
    sheet.maxCols = Math.max(sheet.maxCols, width + 1);
    const idAt = 0;
    sheet.rows = sheet.rows.map((cells, i) => {
      const padded = Array.from({ length: width + 1 }, (_, j) => cells[j] ?? '');
      padded[width] = i === 0 ? OWN : ownCell(OWN, String(cells[idAt]));
      if (sheet.name === 'Leads') {
        padded[3] = i === 0 ? OWN_IN_THE_MIDDLE : ownCell(OWN_IN_THE_MIDDLE, String(cells[idAt]));
      }
      return padded;
    });
    if (sheet.name !== 'Leads') continue;
    const own = Array.from({ length: width + 1 }, () => '');
    own[3] = OWN_ROW[OWN_IN_THE_MIDDLE] ?? '';
    own[width] = OWN_ROW[OWN] ?? '';
    sheet.rows.push(own);
  }
}

/** What a person keeps in a column of their own beside a record. */
export function ownCell(header: string, id: string): string {
  return `${header} of ${id}`;
}

/** A Workspace of its own that goes on from the start. */
export function openHandsWorld({ state, world }: HandsStart): World {
  return { ...world, workspace: Workspace.fromJSON(state), calls: new Map() };
}
