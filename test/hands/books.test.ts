import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../scripts/replay/call-command.ts';
import type { World } from '../../scripts/replay/world.ts';
import { findBroken } from './find-broken.ts';
import { columnAt, rowOf } from './find-cells.ts';
import { buildHandsStart, type HandsStart, HEAD, openHandsWorld } from './open-hands-world.ts';
import { tableOf } from './read-tab.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let start: HandsStart;
beforeAll(() => {
  buildWhenStale(root);
  start = buildHandsStart(root);
});

function approve({ workspace, scriptId }: World, lead = 'L-0002') {
  const input = { lead, salesOwner: 'sam@one.example' };
  const call = { as: HEAD, command: 'approveLead', input, requestId: `approve ${lead}` };
  return callCommand(workspace, scriptId, call).answer;
}

function runMenu({ workspace, scriptId }: World, name: string): string {
  const { status, error } = workspace.run(scriptId, {
    as: HEAD,
    function: name,
    args: [],
    context: 'editor',
  });
  return status === 'done' ? '' : (error?.message ?? status);
}

const at = ({ spreadsheetId }: World, tab: string) => ({ spreadsheetId, as: HEAD, tab });

/** What the leads say, and how many of them there are. */
function leads(world: World) {
  return tableOf(world, 'Leads').rows.map(({ said }) => Object.fromEntries(said));
}

describe('The hidden books', () => {
  const losses = [
    { name: 'two rows of it were deleted', lose: (world: World) => deleteState(world, 4, 2) },
    {
      name: 'a record’s row of it was emptied',
      lose: (world: World) => world.workspace.clear({ ...at(world, '_state'), a1: 'A5:F5' }),
    },
    {
      name: 'all of it was deleted',
      lose: (world: World) =>
        deleteState(world, 2, world.workspace.table(world.spreadsheetId, '_state').length - 1),
    },
  ];
  for (const { name, lose } of losses) {
    test(`are written anew from the journal before anything is decided, where ${name}`, () => {
      const [whole, torn] = [openHandsWorld(start), openHandsWorld(start)];
      lose(torn);
      expect(approve(torn)).toEqual(approve(whole));
      expect(leads(torn)).toEqual(leads(whole));
      expect(runMenu(torn, 'whenClockStrikes')).toBe('');
      expect(leads(torn)).toEqual(leads(whole));
      expect(findBroken(torn)).toEqual([]);
    });
  }

  test('refuse to decide anything where the journal cannot give them back, and say what to do', () => {
    const world = openHandsWorld(start);
    const before = leads(world);
    world.workspace.deleteRows({ ...at(world, 'Journal'), row: 5 });
    deleteState(world, 4, 2);
    const answer = approve(world);
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).toMatch(/Version history/);
    expect(leads(world)).toEqual(before);
  });

  test('go on where a row of the journal was deleted', () => {
    const [whole, torn] = [openHandsWorld(start), openHandsWorld(start)];
    torn.workspace.deleteRows({ ...at(torn, 'Journal'), row: 5 });
    expect(approve(torn)).toEqual(approve(whole));
    expect(leads(torn)).toEqual(leads(whole));
  });

  test('tell the programme heads once of a journal entry that is missing, and of one that was changed', () => {
    const world = openHandsWorld(start);
    const { workspace, spreadsheetId } = world;
    const health = () =>
      tableOf(world, 'Outbox').rows.filter(({ said }) => String(said.get('Subject')).includes('not whole'));
    expect(runMenu(world, 'whenClockStrikes')).toBe('');
    expect(health()).toHaveLength(0);
    const entryOf = (row: number) => workspace.table(spreadsheetId, 'Journal')[row - 1]?.[0];
    const missing = entryOf(5);
    workspace.deleteRows({ ...at(world, 'Journal'), row: 5 });
    const changed = entryOf(9);
    const column = columnAt(world, 'Journal', 'Reason');
    workspace.edit({ ...at(world, 'Journal'), row: 9, column, value: 'Another reason' });
    workspace.advanceTo(workspace.now + 8 * 24 * 60 * 60 * 1000);
    expect(runMenu(world, 'whenClockStrikes')).toBe('');
    const bodies = health().map(({ said }) => String(said.get('Subject')));
    expect(bodies).toHaveLength(2);
    const mail = workspace.mail
      .filter(({ subject }) => subject.includes('not whole'))
      .map(({ body }) => body);
    expect(mail.join()).toContain(`Entry ${missing} is missing`);
    expect(mail.join()).toContain(`Entry ${changed} was changed`);
  });

  test('come back with set-up where the hidden tab was deleted', () => {
    const [whole, torn] = [openHandsWorld(start), openHandsWorld(start)];
    torn.workspace.deleteTab(at(torn, '_state'));
    expect(JSON.stringify(approve(torn))).toMatch(/\\"_state\\" is missing.*Set up/);
    expect(runMenu(torn, 'setUp')).toBe('');
    expect(approve(torn).ok).toBe(true);
    expect(approve(whole).ok).toBe(true);
    expect(leads(torn)).toEqual(leads(whole));
  });

  test('keep a header of the journal that people wrote over where its values stand', () => {
    const world = openHandsWorld(start);
    const column = columnAt(world, 'Journal', 'Hash');
    world.workspace.edit({ ...at(world, 'Journal'), row: 1, column, value: 'Fingerprint' });
    expect(runMenu(world, 'setUp')).toBe('');
    expect(columnAt(world, 'Journal', 'Hash')).toBe(column);
    expect(approve(world).ok).toBe(true);
    expect(findBroken(world)).toEqual([]);
  });
});

describe('Set-up', () => {
  test('gives a renamed tab its name back, with the person’s own columns and rows', () => {
    const world = openHandsWorld(start);
    const before = world.workspace.table(world.spreadsheetId, 'Leads');
    world.workspace.renameTab({ ...at(world, 'Leads'), name: 'Our leads' });
    expect(JSON.stringify(approve(world))).toMatch(/\\"Leads\\" is missing.*Set up/);
    expect(runMenu(world, 'setUp')).toBe('');
    expect(world.workspace.table(world.spreadsheetId, 'Leads')).toEqual(before);
    expect(world.workspace.tabs(world.spreadsheetId)).not.toContain('Our leads');
  });

  test('writes a deleted column again with all its values, after an error has named it', () => {
    const [whole, torn] = [openHandsWorld(start), openHandsWorld(start)];
    torn.workspace.deleteColumns({ ...at(torn, 'Leads'), column: columnAt(torn, 'Leads', 'Customer') });
    expect(JSON.stringify(approve(torn))).toMatch(/\\"Leads\\" lacks the header \\"Customer\\"/);
    expect(runMenu(torn, 'setUp')).toBe('');
    expect(new Set(leads(torn).map(({ Customer }) => Customer))).toEqual(
      new Set(leads(whole).map(({ Customer }) => Customer)),
    );
  });
});

describe('The clock', () => {
  test('puts two rows right that were exchanged by pasting, and a copied one', () => {
    const [whole, torn] = [openHandsWorld(start), openHandsWorld(start)];
    const rows = torn.workspace.table(torn.spreadsheetId, 'Leads');
    const [one, other] = [rowOf(torn, 'Leads', 'L-0002'), rowOf(torn, 'Leads', 'L-0003')];
    const text = (row: number) => (rows[row - 1] ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
    const silent = { faults: { stopAfterCalls: 0 } };
    torn.workspace.paste({
      ...at(torn, 'Leads'),
      ...silent,
      row: Math.min(one, other),
      column: 1,
      values: one < other ? [text(other), text(one)] : [text(one), text(other)],
    });
    torn.workspace.paste({ ...at(torn, 'Leads'), ...silent, row: 12, column: 1, values: [text(one)] });
    expect(runMenu(torn, 'whenClockStrikes')).toBe('');
    const byId = (world: World) => new Map(leads(world).map((lead) => [lead['Lead ID'], lead]));
    expect(byId(torn)).toEqual(byId(whole));
  });
});

function deleteState({ workspace, spreadsheetId }: World, row: number, count: number): void {
  workspace.deleteRows({ spreadsheetId, as: HEAD, tab: '_state', row, count });
}
