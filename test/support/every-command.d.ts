import type { PeopleCommand } from '../../src/registry/commands/command-table.ts';
/** How many records of each kind there are already, and what day it is. */
export interface Standing {
  readonly leads: number;
  readonly introductions?: number;
  readonly deals?: number;
  readonly commissions?: number;
  readonly accounts?: number;
  readonly today?: string;
}
/** Every command once, each on what those before it have made. P-001 is there, and what `standing` counts. */
export declare function everyCommand(standing: Standing): readonly (readonly [PeopleCommand, object])[];
