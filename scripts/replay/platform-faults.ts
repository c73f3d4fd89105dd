import type { Faults } from './scenario.ts';

/** The faults that the local Workspace brings about in an execution. */
export interface PlatformFaults {
  readonly stopAfterCalls?: number;
  readonly keepWrites?: number;
}

/** Those of a step's faults that end an execution early; the others are the replay's own business. */
export function platformFaults({ stopAfterCalls, keepWrites }: Faults): PlatformFaults {
  return {
    ...(stopAfterCalls === undefined ? {} : { stopAfterCalls }),
    ...(keepWrites === undefined ? {} : { keepWrites }),
  };
}
