import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { callCommand } from '../scripts/replay/call-command.ts';
import type { World } from '../scripts/replay/world.ts';
import { openLargeWorld } from './support/open-large-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const HEAD = 'head@one.example';
const BOOK = '_names';

/** Leads enough for a book; their names and websites are `Customer … of …` and `c2.example`, `c3.example` and so on. */
const LEADS = 1000;

let world: World;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openLargeWorld(root, LEADS);
}, 120_000);

function bookRows(): readonly string[] {
  const [, ...rows] = world.workspace.table(world.spreadsheetId, BOOK);
  return rows.map(([cell]) => String(cell));
}

function strikeClock(): void {
  const context = { as: HEAD, function: 'whenClockStrikes', args: [], context: 'editor' } as const;
  expect(world.workspace.run(world.scriptId, context).status).toBe('done');
}

/** Registers a request of the website of lead 500: its evidence, and how often services were read. */
function registerKnown(customer: string): { readonly evidence: string; readonly reads: number } {
  const { answer, use } = callCommand(world.workspace, world.scriptId, {
    as: HEAD,
    command: 'registerLead',
    input: { partner: 'P-001', customer, website: 'https://www.c500.example/about' },
    requestId: customer,
  });
  expect(answer).toMatchObject({ ok: true });
  const [headers = [], ...rows] = world.workspace.table(world.spreadsheetId, 'Leads');
  const row = rows.find(([id]) => id === answer.id);
  return { evidence: String(row?.[headers.indexOf('Conflict evidence')]), reads: use.reads };
}

function typeOver(row: number, value: string): void {
  world.workspace.edit({
    spreadsheetId: world.spreadsheetId,
    as: HEAD,
    tab: BOOK,
    row,
    column: 1,
    value,
  });
}

describe('the book of names in the workbook', () => {
  it('is made by the clock, and found through it is what is found without', () => {
    expect(bookRows().length).toBeGreaterThan(3);
    const through = registerKnown('Somebody New');
    expect(through.evidence).toContain('L-0500');
    typeOver(3, 'typed by somebody');
    const without = registerKnown('Somebody Else');
    expect(without.evidence).toContain(through.evidence.split('\n')[0]);
    expect(without.reads).toBe(through.reads);
  });

  it('is made anew after somebody typed over it', () => {
    typeOver(3, 'typed by somebody');
    strikeClock();
    expect(bookRows()).not.toContain('typed by somebody');
    expect(registerKnown('Third One').evidence).toContain('L-0500');
  });

  it('is made anew after somebody deleted its tab', () => {
    world.workspace.deleteTab({ spreadsheetId: world.spreadsheetId, as: HEAD, tab: BOOK });
    expect(registerKnown('Fourth One').evidence).toContain('L-0500');
    strikeClock();
    expect(world.workspace.tabs(world.spreadsheetId)).toContain(BOOK);
    expect(bookRows().length).toBeGreaterThan(3);
    expect(registerKnown('Fifth One').evidence).toContain('L-0500');
  });

  it('fits into cells', () => {
    expect(Math.max(...bookRows().map(({ length }) => length))).toBeLessThanOrEqual(50_000);
  });
});
