import type { Services } from '../services/services.ts';

/**
 * Google stops an execution after 6 minutes. Nothing is begun after 3: a step may wait two minutes for the workbook, and
 * needs less than one. What is left is done by a later execution.
 */
const BEGIN_NOTHING_AFTER_MS = 3 * 60 * 1000;

/** Messages that were taken are sent for a little longer; settling them may have to wait for the workbook too. */
const SEND_NOTHING_AFTER_MS = 3.5 * 60 * 1000;

/** Whether this execution has time to begin one more step of a long job. Measured on the execution's own clock. */
export function hasTime(services: Services): boolean {
  return hasRun(services) < BEGIN_NOTHING_AFTER_MS;
}

/** Whether this execution has time to send one more message. */
export function hasTimeToSend(services: Services): boolean {
  return hasRun(services) < SEND_NOTHING_AFTER_MS;
}

function hasRun({ tools }: Services): number {
  return tools.epochMs() - tools.startedAtMs;
}
