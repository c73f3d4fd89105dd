import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWhenStale } from '../scripts/replay/build-when-stale.ts';
import { findBrokenEntry } from '../src/registry/journal/verify-chain.ts';
import { JOURNAL_TAB, STATE_TAB, TAB_ORDER, TABS } from '../src/registry/schema/schema.ts';
import { type Measured, measureWorld } from './bench/scale/measure-world.ts';
import { openScaledWorld } from './bench/scale/open-scaled-world.ts';
import { digest } from './registry/support/test-door.ts';
import { entriesOf } from './support/entries-of.ts';
import { readState } from './support/fill-records.ts';
import { forkWorld } from './support/open-filled-world.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('a registry with three years of journal', () => {
  beforeAll(() => buildWhenStale(root));

  it('that is filled for measuring is one that the registry could have come to itself', () => {
    const { workspace, spreadsheetId, scriptId } = forkWorld(openScaledWorld(root, 60));
    const rows = (tab: string) => workspace.table(spreadsheetId, tab).slice(1);
    const entries = entriesOf(rows(JOURNAL_TAB.name));
    expect(entries.length).toBeGreaterThan(600);
    expect(findBrokenEntry(entries, digest)).toBeNull();
    // On the Settings tab the clock says how its own work stands.
    const shown = TAB_ORDER.filter((kind) => kind !== 'settings');
    const tabs = () => shown.map((kind) => workspace.table(spreadsheetId, TABS[kind].name));
    const before = tabs();
    const clock = {
      as: 'head@one.example',
      function: 'whenClockStrikes',
      args: [],
      context: 'editor',
    } as const;
    expect(workspace.run(scriptId, clock).status).toBe('done');
    expect(tabs()).toEqual(before);
  });

  it('costs each command the same calls, and cells in proportion to its records', () => {
    const sizes = [40, 200].map((leads) => {
      const world = openScaledWorld(root, leads);
      const records = world.workspace.table(world.spreadsheetId, STATE_TAB.name).length;
      return { records, measured: measureWorld(world), leads: readState(world).list('leads').length };
    });
    const [small, large] = sizes;
    if (!small || !large) throw new Error('Two sizes are measured.');
    const commands = ({ measured }: { measured: readonly Measured[] }) =>
      measured.filter(({ name }) => /^ ?\d/.test(name));
    const calls = (one: typeof small) => commands(one).map(({ name, calls: n }) => [name, n]);
    expect(calls(large)).toEqual(calls(small));
    expect(large.measured.filter(({ status }) => status !== 'done')).toEqual([]);
    // `_state` is read whole (six cells a record and some spare rows), of a table the IDs only; a past month and an
    // explanation need the journal.
    const excessive = commands(large).filter(
      ({ name, cellsRead }) =>
        !/shareSnapshot|explainCommission/.test(name) && cellsRead > 9 * large.records + 5000,
    );
    expect(excessive).toEqual([]);
  });
});
