import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { listArchives } from '../../../src/registry/commands/archive/journal-archives.ts';
import { Workspace } from '../../../src/sandbox/workspace.ts';
import { fillRecords, readState } from '../../support/fill-records.ts';
import { jumpTo } from '../../support/jump-to.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';
import { overwrite, verifyWorld } from './support/audited-world.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const HEAD = 'head@one.example';

/** A memo that only tests write, without the journal: how many cells are too many. */
const OWN_MEMO = /memos\/archive-above-cells {2}Data: found a record, expected none/;

let world: World;

function give(on: World, command: string, input: object): void {
  const call = { as: HEAD, command, input, requestId: `${command} ${JSON.stringify(input)}` };
  const { answer } = callCommand(on.workspace, on.scriptId, call);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

/** A registry whose journal of 2025 is in a spreadsheet of its own. */
function openArchivedWorld(): World {
  let opened = openFilledWorld(root, [
    {
      at: '2025-11-03T09:00',
      as: HEAD,
      do: 'admitPartner',
      with: { partner: 'Acme', contacts: ['kim@acme.example'], manager: 'ana@one.example' },
    },
  ]);
  give(opened, 'registerLead', { partner: 'P-001', customer: 'Globex' });
  give(opened, 'approveLead', { lead: 'L-0001', salesOwner: 'sam@one.example' });
  opened = jumpTo(opened, '2026-02-02T15:00:00Z');
  give(opened, 'registerLead', { partner: 'P-001', customer: 'Initech' });
  fillRecords(opened, 'memos', [{ id: 'archive-above-cells', value: '1' }]);
  for (let n = 0; n < 6; n += 1) opened.workspace.advanceTo(opened.workspace.now + 6 * 3_600_000);
  return opened;
}

function archive(): { readonly fileId: string; readonly first: number; readonly last: number } {
  const [found] = listArchives(readState(world));
  if (found?.state !== 'moved') throw new Error(`The journal of 2025 is ${found?.state}`);
  return found;
}

/** The world with its archive changed. */
function changeArchive(change: (state: ReturnType<Workspace['toJSON']>, fileId: string) => void): World {
  const state = world.workspace.toJSON();
  change(state, archive().fileId);
  return { ...world, workspace: Workspace.fromJSON(state) };
}

beforeAll(async () => {
  await buildWhenStale(root);
  world = openArchivedWorld();
}, 120_000);

describe('A journal of which a year is in a spreadsheet of its own', () => {
  test('is audited from its first entry on', async () => {
    const { told, report } = await verifyWorld(world);
    expect(told).toEqual([expect.stringMatching(OWN_MEMO)]);
    expect(report.unaudited).toEqual([]);
    expect(report.checks[0]?.looked).toBe(report.last?.entry);
  });

  test('is found out where the archive was changed, by the archive’s name', async () => {
    const changed = changeArchive((state, fileId) => {
      const sheet = state.spreadsheets[fileId]?.sheets[0];
      if (sheet === undefined) throw new Error('No archive');
      const cells = [...(sheet.rows[2] ?? [])];
      cells[2] = 'eve@one.example';
      sheet.rows[2] = cells;
    });
    const { told } = await verifyWorld(changed);
    expect(told).toEqual([
      expect.stringMatching(
        /^Lead registry journal – 2025!I3 {2}entry \d+ {2}Hash: found an entry that was changed/,
      ),
      expect.stringMatching(OWN_MEMO),
    ]);
  });

  test('is audited behind the archive, and says so, where the archive cannot be opened', async () => {
    const closed = changeArchive((state, fileId) => {
      const file = state.files[fileId];
      if (file !== undefined) Object.assign(file, { owner: 'gone@one.example', editors: [], viewers: [] });
    });
    const { first, last } = archive();
    const { exit, told, report } = await verifyWorld(closed);
    expect(told).toEqual([]);
    expect(report.unaudited).toHaveLength(2);
    expect(report.unaudited[0]).toMatch(`The journal of 2025, entries ${first} to ${last}, in the file`);
    expect(report.unaudited[1]).toMatch(/^All records: taken as _state has them/);
    expect(exit).toBe(1);
    const known = await verifyWorld(closed, { args: ['--known', `${first}:${'0'.repeat(64)}`] });
    expect(known.told).toEqual([]);
    expect(known.report.unaudited).toContain(
      `Entry ${first}, whose hash was noted: it is in an archive that could not be read.`,
    );
    const meddled = overwrite(closed, 'Leads', { row: 2, column: 5 }, 'Globex AG');
    expect((await verifyWorld(meddled)).told).toEqual([
      'Leads!E2  L-0001  Customer: found Globex AG, expected Globex',
    ]);
  });
});
