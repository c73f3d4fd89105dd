import * as v from 'valibot';
import { AccessDenied } from '../../src/sandbox/errors.ts';
import type { Faults as PlatformFaults } from '../../src/sandbox/execution/execution.ts';
import type { Workspace } from '../../src/sandbox/workspace.ts';
import { type Answer, refusal } from './answer.ts';
import type { CallUse } from './world.ts';

export interface CommandCall {
  readonly as: string;
  readonly command: string;
  readonly input: unknown;
  /** Tells the call apart from any other: the same one again is not done twice. */
  readonly requestId: string;
  readonly faults?: PlatformFaults;
}

const ISSUE = v.looseObject({ code: v.string(), field: v.optional(v.string()), message: v.string() });

const ANSWER = v.looseObject({
  ok: v.boolean(),
  id: v.optional(v.string()),
  ids: v.optional(v.array(v.string())),
  code: v.optional(v.string()),
  issues: v.optional(v.array(ISSUE)),
  mailQueued: v.optional(v.boolean(), false),
});

/** A command whose execution has been asked for, and may still have to run. */
export interface BegunCall {
  /** Once it has run: what it answered and what it used; sends the mail that it queued. */
  readonly finish: () => { readonly answer: Answer; readonly use: CallUse };
}

/**
 * Calls the add-on's dialog endpoint as that person and gives its answer; where mail was queued, sends it in an
 * execution of its own as the dialogs do. Someone who may not open the file is answered `not-allowed` without
 * anything being run; a stopped execution answers `stopped`, one that threw `failed`.
 */
export function callCommand(
  workspace: Workspace,
  scriptId: string,
  call: CommandCall,
): { readonly answer: Answer; readonly use: CallUse } {
  return beginCommand(workspace, scriptId, call).finish();
}

/** As `callCommand`, for executions that run side by side: their answers are there when all have ended. */
export function beginCommand(workspace: Workspace, scriptId: string, call: CommandCall): BegunCall {
  const { as, command, input, requestId, faults = {} } = call;
  try {
    const result = workspace.run(scriptId, {
      as,
      function: 'execute',
      args: [JSON.stringify({ command, input, requestId })],
      context: 'dialog',
      faults,
    });
    return {
      finish: () => {
        const { mailQueued, ...answer } = readAnswer(result);
        const { reads, writes } = result.calls;
        if (mailQueued)
          workspace.run(scriptId, { as, function: 'sendOutboxNow', args: [], context: 'dialog' });
        return { answer, use: { reads, writes } };
      },
    };
  } catch (error) {
    if (!(error instanceof AccessDenied)) throw error;
    const answer = refusal('not-allowed', `${as} may not open the registry.`);
    return { finish: () => ({ answer, use: { reads: 0, writes: 0 } }) };
  }
}

/** What a run of the Workspace tells; `value` is the text that the endpoint returned. */
interface Outcome {
  readonly status: 'done' | 'failed' | 'stopped' | 'timed out';
  readonly value: unknown;
  readonly error: { readonly message: string } | null;
}

function readAnswer({ status, value, error }: Outcome): Answer {
  if (status === 'stopped' || status === 'timed out') return { ok: false, code: 'stopped' };
  if (status === 'failed' || typeof value !== 'string') {
    return refusal('failed', error?.message ?? 'The endpoint answered nothing.');
  }
  return v.parse(ANSWER, JSON.parse(value));
}
