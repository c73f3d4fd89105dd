import type { World } from '../../../scripts/replay/world.ts';
import type { ExecutionRecord } from '../../../src/sandbox/world-state.ts';
/** What one execution needed. */
export interface Measured {
  readonly name: string;
  /** Reads and writes, as the replay counts them. */
  readonly calls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** On Google's scale, by the Workspace's table of call costs. */
  readonly googleSeconds: number;
  readonly realSeconds: number;
  readonly status: ExecutionRecord['status'];
}
/** Runs every command once, each on what those before it have made, and what the clock does. */
export declare function measureWorld(world: World): readonly Measured[];
