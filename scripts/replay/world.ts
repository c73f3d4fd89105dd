import type { Workspace } from '../../src/sandbox/workspace.ts';
import type { FormName } from './scenario.ts';

/** A registry that was set up in a local Workspace, and what the replay keeps about it. */
export interface World {
  readonly workspace: Workspace;
  readonly spreadsheetId: string;
  readonly scriptId: string;
  readonly formIds: Readonly<Record<FormName, string>>;
  /** The programme time zone in which the scenario tells its times. It may be changed while the scenario is played. */
  readonly timeZone: string;
  /** Messages that setting up sent, which are no part of the scenario. */
  readonly mailBefore: number;
  /** By command: the most reads and writes that one of its runs needed. */
  readonly calls: Map<string, CallUse>;
}

/** Calls of one execution that touch cells, properties, mail or Drive. */
export interface CallUse {
  readonly reads: number;
  readonly writes: number;
}

/** The time zone of a spreadsheet as it is now: its cells are wall clocks there. */
export function readTimeZone({ workspace }: World, spreadsheetId: string): string {
  const spreadsheet = workspace.read((state) => state.spreadsheets[spreadsheetId]);
  if (spreadsheet === undefined) throw new Error(`There is no spreadsheet ${spreadsheetId}.`);
  return spreadsheet.timeZone;
}
