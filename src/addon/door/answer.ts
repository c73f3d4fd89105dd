import type { Issue } from '../../core/result.ts';

/** What the one door answers to whoever called it: plain data that crosses to a dialog. */
export type Answer =
  | {
      readonly ok: true;
      readonly id?: string;
      readonly ids?: readonly string[];
      readonly value?: { readonly [name: string]: unknown };
      /** Mail or the sharing of snapshots waits: whoever called does it in an execution of its own. */
      readonly mailQueued?: boolean;
      /** What has to be done by hand because Google refused it. */
      readonly warnings?: readonly string[];
    }
  | { readonly ok: false; readonly code: string; readonly issues: readonly (Issue | BusyIssue)[] };

/** Not a refusal of the programme: the workbook could not be had. */
export interface BusyIssue {
  readonly code: 'busy';
  readonly message: string;
}

export const BUSY: Answer = {
  ok: false,
  code: 'busy',
  issues: [
    {
      code: 'busy',
      message:
        'Somebody else is working with the registry right now. Nothing was changed: try again in a minute.',
    },
  ],
};
