import type { Services } from '../services/services.ts';

/**
 * Google stops an execution after 6 minutes. Nothing is begun after 4: no single step takes the other two, and what is
 * left is done by a later execution.
 */
const BEGIN_NOTHING_AFTER_MS = 4 * 60 * 1000;

/** Whether this execution has time to begin one more step of a long job. Measured on the execution's own clock. */
export function hasTime({ tools }: Services): boolean {
  return tools.epochMs() - tools.startedAtMs < BEGIN_NOTHING_AFTER_MS;
}

/** Sending goes on for longer, a message at a time: what was taken must still be settled. */
const SEND_NOTHING_AFTER_MS = 5 * 60 * 1000;

/** Whether this execution has time to send one more message. */
export function hasTimeToSend({ tools }: Services): boolean {
  return tools.epochMs() - tools.startedAtMs < SEND_NOTHING_AFTER_MS;
}
