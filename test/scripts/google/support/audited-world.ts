import { makeLocalClient } from '../../../../scripts/google/client/local-client.ts';
import { COMMANDS } from '../../../../scripts/google/commands/table.ts';
import { runCommandLine } from '../../../../scripts/google/run-command-line.ts';
import type { World } from '../../../../scripts/replay/world.ts';
import type { AuditReport } from '../../../../src/registry/audit/audit-registry.ts';
import { describeFinding } from '../../../../src/registry/audit/describe-audit.ts';
import type { RestOptions } from '../../../../src/sandbox/rest/rest-api.ts';
import { serveRest } from '../../../../src/sandbox/rest/serve-rest.ts';
import { Workspace } from '../../../../src/sandbox/workspace.ts';
import { openFilledWorld } from '../../../support/open-filled-world.ts';

const HEAD = 'head@one.example';
const ANA = 'ana@one.example';
const FAY = 'fay@one.example';
const SAM = 'sam@one.example';

const admit = (day: string, partner: string, contact: string) => ({
  at: `2026-01-${day}T09:00`,
  as: HEAD,
  do: 'admitPartner',
  with: { partner, contacts: [contact], manager: ANA },
});

const lead = (at: string, partner: string, customer: string) => ({
  at,
  as: ANA,
  do: 'registerLead',
  with: { partner, customer, website: `https://${customer.toLowerCase()}.example` },
});

const approve = (at: string, id: string) => ({
  at,
  as: ANA,
  do: 'approveLead',
  with: { lead: id, salesOwner: SAM },
});

const introduce = (at: string, id: string, name: string) => ({
  at,
  as: ANA,
  do: 'recordIntroduction',
  with: {
    lead: id,
    name,
    title: 'Chief Information Officer',
    email: `${name.toLowerCase().replace(' ', '.')}@customer.example`,
    relation: 'employed',
    decisionMaker: true,
    introducedOn: at.slice(0, 10),
  },
});

const confirm = (at: string, introduction: string) => ({
  at,
  as: SAM,
  do: 'confirmIntroduction',
  with: { introduction },
});

const sign = (at: string, id: string, currency: string, gross: string) => ({
  at,
  as: ANA,
  do: 'enterDeal',
  with: { lead: id, kind: 'SaaS licence', status: 'Signed', signedOn: at.slice(0, 10), currency, gross },
});

const receive = (at: string, deal: string, amount: string, reference: string) => ({
  at,
  as: FAY,
  do: 'recordReceipt',
  with: { deal, receivedOn: at.slice(0, 10), amount, reference },
});

/**
 * Nine days of two partners, to 2026-01-14: a commission of USD 10,000.00 that was paid, its adjustment of USD -250.05 after a
 * credit, one of EUR 5,000.00 that is scheduled for 2026-01-18, a lead that is active without a deal, and a request that waits.
 */
export function openAuditedWorld(root: string): World {
  return openFilledWorld(root, [
    {
      at: '2026-01-05T08:00',
      as: HEAD,
      do: 'updateSettings',
      with: { 'Payment days after first cash receipt': 5 },
    },
    admit('05', 'Acme', 'kim@acme.example'),
    admit('05', 'Beta', 'lee@beta.example'),
    lead('2026-01-06T10:00', 'P-001', 'Globex'),
    approve('2026-01-06T10:10', 'L-0001'),
    introduce('2026-01-06T10:20', 'L-0001', 'Dana Chief'),
    confirm('2026-01-06T10:30', 'I-0001'),
    lead('2026-01-06T11:00', 'P-002', 'Initech'),
    approve('2026-01-06T11:10', 'L-0002'),
    introduce('2026-01-06T11:20', 'L-0002', 'Evan Board'),
    confirm('2026-01-06T11:30', 'I-0002'),
    sign('2026-01-07T10:00', 'L-0001', 'USD', '100000.00'),
    receive('2026-01-07T11:00', 'D-0001', '100000.00', 'BANK-1'),
    sign('2026-01-08T10:00', 'L-0002', 'EUR', '50000.00'),
    {
      at: '2026-01-12T10:00',
      as: FAY,
      do: 'recordPayment',
      with: { commission: 'C-0001', paidOn: '2026-01-12', reference: 'PAY-1' },
    },
    lead('2026-01-12T11:00', 'P-001', 'Umbrella'),
    approve('2026-01-12T12:00', 'L-0003'),
    receive('2026-01-13T10:00', 'D-0002', '50000.00', 'BANK-2'),
    {
      at: '2026-01-13T11:00',
      as: FAY,
      do: 'creditDeal',
      with: { deal: 'D-0001', amount: '2500.55', creditedOn: '2026-01-13', reason: 'Fewer users' },
    },
    lead('2026-01-13T12:00', 'P-001', 'Hooli'),
    { at: '2026-01-14T10:00' },
  ]);
}

/** What the command came to. */
export interface Verified {
  readonly exit: number;
  readonly report: AuditReport;
  /** Each finding in a line. */
  readonly told: readonly string[];
  readonly err: string;
  readonly out: string;
}

/** How a registry is audited in a test. */
export interface VerifyHabits extends RestOptions {
  readonly as?: string;
  readonly args?: readonly string[];
}

/** Runs `verify` on the world's registry, with JSON. */
export async function verifyWorld(
  { workspace, spreadsheetId }: World,
  { as = HEAD, args = [], ...options }: VerifyHabits = {},
): Promise<Verified> {
  const server = await serveRest(workspace, { allowance: { project: 1000, person: 1000 }, ...options });
  const [out, err]: [string[], string[]] = [[], []];
  try {
    const line = ['verify', '--local', '--spreadsheet', spreadsheetId, '--json', ...args];
    const exit = await runCommandLine(line, COMMANDS, {
      root: '/nowhere',
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      client: makeLocalClient(server.rootUrl, as, { chance: () => 0, wait: async () => undefined }),
    });
    const report = JSON.parse(out.join('\n')) as AuditReport;
    const told = (report.findings ?? []).map(describeFinding);
    return { exit, report, told, err: err.join('\n'), out: out.join('\n') };
  } finally {
    await server.close();
  }
}

/** A cell as a sheet keeps it: a day is its serial number. */
type PlainCell = string | number | boolean;

/** Changes the workbook's insides as nobody can who is told: no trigger, no journal. */
export function changeSheet(world: World, tab: string, change: (sheet: Sheet) => void): World {
  const state = world.workspace.toJSON();
  const sheet = state.spreadsheets[world.spreadsheetId]?.sheets.find(({ name }) => name === tab);
  if (sheet === undefined) throw new Error(`No tab ${tab}`);
  change(sheet);
  return { ...world, workspace: Workspace.fromJSON(state) };
}

type Sheet = ReturnType<Workspace['toJSON']>['spreadsheets'][string]['sheets'][number];

/** Where a record's cell stands; rows and columns count from 1. */
export function placeOf(
  { workspace, spreadsheetId }: World,
  { tab, id, header }: { readonly tab: string; readonly id: string | number; readonly header: string },
): { readonly row: number; readonly column: number } {
  const rows = workspace.table(spreadsheetId, tab);
  const column = (rows[0] ?? []).indexOf(header);
  const row = rows.findIndex((cells) => cells[0] === id);
  if (column < 0 || row < 0) throw new Error(`No ${header} of ${id} in ${tab}`);
  return { row: row + 1, column: column + 1 };
}

/** Writes a cell behind the add-on's back. */
export function overwrite(
  world: World,
  tab: string,
  { row, column }: { readonly row: number; readonly column: number },
  value: PlainCell | { readonly d: number },
): World {
  return changeSheet(world, tab, (sheet) => {
    const cells = [...(sheet.rows[row - 1] ?? [])];
    while (cells.length < column) cells.push('');
    cells[column - 1] = value as never;
    sheet.rows[row - 1] = cells;
  });
}
