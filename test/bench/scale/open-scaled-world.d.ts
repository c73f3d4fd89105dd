import type { World } from '../../../scripts/replay/world.ts';
/**
 * A registry with so many leads, three years of journal, and 200 partners (fewer where there are fewer leads) with a
 * snapshot a month: records, tables and a journal whose chain is whole. A block of leads is played by the registry's own
 * commands and repeated under other names.
 */
export declare function openScaledWorld(root: string, leads: number): World;
