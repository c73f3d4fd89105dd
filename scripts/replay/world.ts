import type { Workspace } from '../../src/sandbox/workspace.ts';
import type { FormName } from './scenario.ts';

/** A registry that was set up in a local Workspace, and what the replay keeps about it. */
export interface World {
  readonly workspace: Workspace;
  readonly spreadsheetId: string;
  readonly scriptId: string;
  readonly formIds: Readonly<Record<FormName, string>>;
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
