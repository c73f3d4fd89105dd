import type { DoneCall, Faults } from '../../../src/sandbox/execution/execution.ts';

/** Where an execution is stopped: as its n-th counted call returns, with the first k of the unflushed writes kept. */
export interface Cut {
  readonly stopAfterCalls: number;
  readonly keepWrites: number;
}

/** The cut points of an execution. */
export interface Cuts {
  /** Every call with every cut of the writes that are unflushed then. */
  readonly all: readonly Cut[];
  /** One for each state that these leave behind: a read, for one, changes nothing. */
  readonly distinct: readonly Cut[];
}

/** Runs an execution without a fault and lists where it can be stopped. */
export function listCuts(run: (faults: Faults) => unknown): Cuts {
  const calls: DoneCall[] = [];
  run({ afterCall: (done) => calls.push(done) });
  const all: Cut[] = [{ stopAfterCalls: 0, keepWrites: 0 }];
  const distinct = new Map<string, Cut>();
  let stage = 0;
  let before = 0;
  calls.forEach(({ kind, unflushed }, i) => {
    // Flushed writes are kept in any case; what goes elsewhere than into a spreadsheet is done at once.
    if (unflushed < before || kind === 'flush' || (kind === 'write' && unflushed === before)) stage += 1;
    before = unflushed;
    for (let keepWrites = 0; keepWrites <= unflushed; keepWrites += 1) {
      const cut = { stopAfterCalls: i + 1, keepWrites };
      all.push(cut);
      const state = `${stage} ${keepWrites}`;
      if (!distinct.has(state)) distinct.set(state, cut);
    }
  });
  return { all, distinct: [...distinct.values()] };
}
