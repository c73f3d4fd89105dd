import type { World } from '../../scripts/replay/world.ts';
import type { Kind, RecordTypes } from '../../src/registry/records.ts';
import { literalText } from '../../src/registry/rows/cell-values.ts';
import { STATE_TAB } from '../../src/registry/schema/schema.ts';
import { spreadStateRow } from '../../src/registry/state/format-state.ts';
import { recordKey } from '../../src/registry/state/record-key.ts';
import { State } from '../../src/registry/state/state.ts';
import { fillTab } from './fill-tab.ts';

/** The records that a registry's hidden book holds. */
export function readState({ workspace, spreadsheetId }: World): State {
  return State.parse(workspace.table(spreadsheetId, STATE_TAB.name).slice(1));
}

/** Puts records into the registry's hidden book behind its back; its next look at the tables shows them. */
export function fillRecords<K extends Kind>(world: World, kind: K, records: readonly RecordTypes[K][]): void {
  const { applied } = readState(world).mark;
  const rows = records.map((record) =>
    spreadStateRow([recordKey(kind, record.id), applied, JSON.stringify(record)]).map((cell) =>
      typeof cell === 'string' ? literalText(cell) : cell,
    ),
  );
  fillTab(world, STATE_TAB.name, rows);
}
