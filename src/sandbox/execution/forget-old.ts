import type { WorldState } from '../world-state.ts';

/** So many records of executions a live Workspace keeps; Google keeps those of the last days. */
export const KEPT_EXECUTIONS = 1000;

/**
 * Lets go of what would grow without end while a Workspace lives on: old records of executions, and dialogs and
 * toasts, which have been shown. Records go in batches, so that this costs nothing most of the time.
 */
export function forgetOld(state: WorldState): void {
  const { executions } = state;
  if (executions.length > KEPT_EXECUTIONS * 1.1) executions.splice(0, executions.length - KEPT_EXECUTIONS);
  state.dialogs.length = 0;
  state.toasts.length = 0;
}
