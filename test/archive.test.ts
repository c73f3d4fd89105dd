import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import type { World } from '../scripts/replay/world.ts';
import { listArchives } from '../src/registry/commands/archive/journal-archives.ts';
import { findBrokenEntry } from '../src/registry/journal/verify-chain.ts';
import type { Faults } from '../src/sandbox/execution/execution.ts';
import { digest } from './registry/support/test-door.ts';
import { entriesOf } from './support/entries-of.ts';
import { readState } from './support/fill-records.ts';
import { forkWorld } from './support/open-filled-world.ts';
import { give, openThreeLargeYears, openThreeYears } from './support/open-three-years.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const HEAD = 'head@one.example';

function strike({ workspace, scriptId }: World, faults: Faults = {}): string {
  const asked = { as: HEAD, function: 'whenClockStrikes', args: [], context: 'editor' as const, faults };
  return workspace.run(scriptId, asked).status;
}

/** The rows of a journal's tab as text, one a line of cells. */
function journalRows({ workspace }: World, fileId: string): readonly (readonly unknown[])[] {
  return workspace.table(fileId, 'Journal').slice(1);
}

function archivesOf(world: World) {
  return listArchives(readState(world));
}

/** Every row of the journal, wherever it is. */
function allRows(world: World): readonly (readonly unknown[])[] {
  const archived = archivesOf(world).flatMap(({ fileId }) => journalRows(world, fileId));
  return [...archived, ...journalRows(world, world.spreadsheetId)];
}

function tabsOf({ workspace }: World, name: string) {
  const file = workspace.files().find((one) => one.name === name);
  if (!file) throw new Error(`No file ${name}`);
  return workspace.tabs(file.id).map((tab) => workspace.table(file.id, tab));
}

/** A registry whose workbook has too many cells, and what its journal says. */
function openTooLarge() {
  const world = openThreeLargeYears(root);
  return { world, before: journalRows(world, world.spreadsheetId) };
}

/** Everything that has to hold once the archive is done. */
function checkArchived(world: World, before: readonly (readonly unknown[])[]): void {
  const archives = archivesOf(world);
  expect(archives.map(({ year, state }) => [year, state])).toEqual([
    [2024, 'moved'],
    [2025, 'moved'],
  ]);
  const rows = allRows(world);
  expect(rows.slice(0, before.length)).toEqual(before);
  const entries = entriesOf(rows);
  expect(entries.map(({ entry }) => entry)).toEqual(entries.map((_, i) => i + 1));
  expect(entries.length).toBe(rows.length);
  expect(findBrokenEntry(entries, digest)).toBeNull();
  const here = entriesOf(journalRows(world, world.spreadsheetId));
  expect(here.every(({ at }) => at >= '2026')).toBe(true);
  for (const { fileId, year } of archives) {
    const years = entriesOf(journalRows(world, fileId)).map(({ at }) => Number(at.slice(0, 4)));
    expect(new Set(years)).toEqual(new Set([year]));
  }
}

describe('a journal for which the workbook has no room', () => {
  beforeAll(() => buildWhenStale(root));

  it('stays where it is while the workbook is small', () => {
    const world = openThreeYears(root);
    expect(strike(world)).toBe('done');
    expect(archivesOf(world)).toEqual([]);
  });

  it('moves its completed years to files that only heads and managers may read, entry by entry', () => {
    const { world, before } = openTooLarge();
    expect(strike(world)).toBe('done');
    checkArchived(world, before);
    const files = world.workspace.files().filter(({ name }) => name.startsWith('Lead registry journal'));
    expect(files.map(({ name, owner, editors, viewers }) => ({ name, owner, editors, viewers }))).toEqual(
      [2024, 2025].map((year) => ({
        name: `Lead registry journal – ${year}`,
        owner: HEAD,
        editors: [],
        viewers: ['ana@one.example', 'bo@one.example'],
      })),
    );
    const notes = entriesOf(journalRows(world, world.spreadsheetId)).filter(
      ({ command }) => command === 'archiveJournal',
    );
    expect(notes.map(({ subject }) => subject.slice(-4))).toEqual([
      ...['2024', '2024', '2024'],
      ...['2025', '2025', '2025'],
    ]);
  });

  it('goes on in the same chain, and months long past come out the same', () => {
    const { world, before } = openTooLarge();
    const whole = forkWorld(world);
    for (const one of [whole, world]) {
      if (one === world) strike(one);
      for (const month of ['2024-05', '2025-05', '2026-01'])
        give(one, 'shareSnapshot', { partner: 'P-001', month });
      // What was asked for is made by an execution of its own.
      one.workspace.run(one.scriptId, { as: HEAD, function: 'sendOutboxNow', args: [], context: 'dialog' });
    }
    checkArchived(world, before);
    for (const month of ['2024-05', '2025-05', '2026-01']) {
      const name = `Lead registry – Acme – ${month}`;
      // The summary compares with the snapshot before, and the clock has made others here.
      expect(tabsOf(world, name).slice(1)).toEqual(tabsOf(whole, name).slice(1));
    }
    const leads = tabsOf(world, 'Lead registry – Acme – 2024-05')[1] ?? [];
    expect(leads).toHaveLength(5);
  });

  it('is whole in the end wherever executions are stopped', () => {
    const { world, before } = openTooLarge();
    const quiet = forkWorld(world);
    strike(quiet);
    const clock = quiet.workspace.executions.at(-1)?.calls;
    const calls = (clock?.reads ?? 0) + (clock?.writes ?? 0) + (clock?.flushes ?? 0);
    for (let sample = 0; sample < 16; sample += 1) {
      const stopped = forkWorld(world);
      const stopAfterCalls = 40 + ((sample * 61) % (calls - 40));
      strike(stopped, { stopAfterCalls, keepWrites: sample % 4 });
      strike(stopped, { stopAfterCalls: 40 + ((sample * 97) % (calls - 40)), keepWrites: sample % 3 });
      expect(strike(stopped), `stopped after ${stopAfterCalls}`).toBe('done');
      checkArchived(stopped, before);
    }
  });

  it('stays in the workbook where its chain is broken', () => {
    const { world } = openTooLarge();
    const column = 8;
    world.workspace.edit({
      spreadsheetId: world.spreadsheetId,
      as: HEAD,
      tab: 'Journal',
      row: 6,
      column,
      value: 'changed by hand',
    });
    const before = journalRows(world, world.spreadsheetId);
    expect(strike(world)).toBe('done');
    expect(archivesOf(world)).toMatchObject([{ year: 2024, state: 'copying' }]);
    expect(journalRows(world, world.spreadsheetId).slice(0, before.length)).toEqual(before);
    const log = world.workspace.executions.at(-1)?.log.map(({ text }) => text);
    expect(log?.join()).toContain('The journal of 2024 stays in the workbook: Entry 5 was changed');
  });
});
