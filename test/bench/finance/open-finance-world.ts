import type { World } from '../../../scripts/replay/world.ts';
import type { Kind, RecordTypes } from '../../../src/registry/records.ts';
import { formatCell } from '../../../src/registry/rows/cell-values.ts';
import { TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import { fillRecords, readState } from '../../support/fill-records.ts';
import { type FilledCell, fillTab } from '../../support/fill-tab.ts';
import { jumpTo } from '../../support/jump-to.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';

const HEAD = 'head@one.example';
const ANA = 'ana@one.example';
const ZONE = 'America/Chicago';
const PARTNERS = 200;

/** A day on which the cash of the first day makes a commission due; before the month's snapshots, which are another matter. */
export const DUE_DAY = '2026-01-27';

const KINDS = [
  'leads',
  'introductions',
  'deals',
  'receipts',
  'commissions',
] as const satisfies readonly Kind[];

/**
 * A registry with so many signed deals of 200 partners, so many of which have cash that makes their commission due on the
 * day the clock shows. One deal of each sort is played and repeated under other numbers.
 */
export function openFinanceWorld(root: string, deals: number, due: number): World {
  const world = openFilledWorld(root, [
    step('09:00', HEAD, 'admitPartner', { partner: 'Partner 1', contacts: ['kim@p1.example'], manager: ANA }),
    step('09:10', HEAD, 'updateSettings', { 'Payment days after first cash receipt': '20' }),
    ...earn('10', 1),
    ...earn('11', 2),
    step('11:50', HEAD, 'recordReceipt', {
      deal: 'D-0002',
      receivedOn: '2026-01-05',
      amount: '5',
      reference: 'CASH 1',
    }),
  ]);
  const state = readState(world);
  const partners = Array.from({ length: PARTNERS - 1 }, (_, i) =>
    rename(state.get('partners', 'P-001'), (text) => ofPartner(text, i + 2)),
  );
  fill(world, 'partners', partners);
  for (const kind of KINDS) {
    const records = Array.from({ length: deals - 2 }, (_, i) => {
      const template = i < due - 1 ? 2 : 1;
      const prefix = { leads: 'L', introductions: 'I', deals: 'D', receipts: 'R', commissions: 'C' }[kind];
      // The receipt that was played is the second deal's, and the first there is.
      const id = kind === 'receipts' ? 'R-0001' : `${prefix}-${number(template)}`;
      if (kind === 'receipts' && template === 1) return null;
      return rename(state.get(kind, id), (text) => ofDeal(text, template, i + 3));
    });
    fill(world, kind, records.filter((record) => record !== null) as never);
  }
  return jumpTo(world, `${DUE_DAY}T18:00:00Z`);
}

/** Records in the hidden book, and their rows as the registry writes them. */
function fill<K extends TabKind>(world: World, kind: K, records: readonly RecordTypes[K][]): void {
  fillRecords(world, kind, records);
  const { name, columns } = TABS[kind];
  const rows = records.map((record) =>
    columns.map(({ type, value }) => formatCell(type, value(record), ZONE) as FilledCell),
  );
  fillTab(world, name, rows);
}

function step(time: string, as: string, command: string, input: object): object {
  return { at: `2026-01-05T${time}`, as, do: command, with: input };
}

function earn(hour: string, n: number): readonly object[] {
  const [lead, introduction] = [`L-${number(n)}`, `I-${number(n)}`];
  return [
    step(`${hour}:00`, ANA, 'registerLead', {
      partner: 'P-001',
      customer: `Customer ${n}`,
      website: `c${n}.example`,
    }),
    step(`${hour}:10`, ANA, 'approveLead', { lead, salesOwner: 'sam@one.example' }),
    step(`${hour}:20`, ANA, 'recordIntroduction', {
      lead,
      name: 'Dana Chief',
      title: 'CIO',
      email: `dana@c${n}.example`,
      relation: 'employed',
      decisionMaker: true,
      introducedOn: '2026-01-05',
    }),
    step(`${hour}:30`, ANA, 'confirmIntroduction', { introduction }),
    step(`${hour}:40`, ANA, 'enterDeal', {
      lead,
      kind: 'SaaS licence',
      status: 'Signed',
      signedOn: '2026-01-05',
      currency: 'USD',
      gross: '12345.67',
    }),
  ];
}

function number(n: number): string {
  return String(n).padStart(4, '0');
}

function rename<R>(record: R | undefined, change: (text: string) => string): R {
  if (record === undefined) throw new Error('What was played is there.');
  return JSON.parse(change(JSON.stringify(record))) as R;
}

function ofPartner(text: string, partner: number): string {
  return text
    .replaceAll('P-001', `P-${String(partner).padStart(3, '0')}`)
    .replaceAll('Partner 1', `Partner ${partner}`)
    .replaceAll('p1.example', `p${partner}.example`);
}

/** The n-th deal: its own numbers, customer and partner. */
function ofDeal(text: string, template: number, n: number): string {
  const renamed = text
    .replaceAll(new RegExp(`([LIDC])-${number(template)}`, 'g'), `$1-${number(n)}`)
    .replaceAll('R-0001', `R-${number(n)}`)
    .replaceAll(`Customer ${template}`, `Customer ${n}`)
    .replaceAll(`c${template}.example`, `c${n}.example`);
  return ofPartner(renamed, (n % PARTNERS) + 1);
}
