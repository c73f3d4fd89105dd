import type { World } from '../../scripts/replay/world.ts';
import type { Kind, RecordTypes } from '../../src/registry/records.ts';
import { State } from '../../src/registry/state/state.ts';
/** The records that a registry's hidden book holds. */
export declare function readState({ workspace, spreadsheetId }: World): State;
/** Puts records into the registry's hidden book behind its back; its next look at the tables shows them. */
export declare function fillRecords<K extends Kind>(
  world: World,
  kind: K,
  records: readonly RecordTypes[K][],
): void;
