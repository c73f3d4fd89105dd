import type { Faults } from '../../../src/sandbox/execution/execution.ts';
import type { Workspace } from '../../../src/sandbox/workspace.ts';
import { ANA, type CrashWorld, HEAD } from './open-crash-world.ts';

/** What is done after the crash: the same again, something else by somebody else, or the clock ten minutes later. */
export type Next = 'again' | 'other' | 'clock';

/** What has to hold once that is done. */
export type Pledge =
  /** One command: the registry is that without it or that with it. */
  | 'whole'
  /** Several commands: some of the first of them are done, and running it again does the others. */
  | 'steps'
  /** Typed cells and shared files: as `whole` once the clock has struck, explanations of what was put back aside. */
  | 'typed'
  /** Set-up: running it again leads to what one run alone leads to. */
  | 'set-up';

/** One execution that is to be stopped everywhere. */
export interface CrashCase {
  readonly name: string;
  readonly pledge: Pledge;
  /** The function of the bundle whose execution is stopped. */
  readonly function: string;
  readonly nexts: readonly Next[];
  readonly prepare: (world: CrashWorld) => CrashWorld;
  /** Causes the execution; answers what it answered. */
  readonly cause: (at: Place, faults: Faults | undefined) => unknown;
  /** What stands for "the same again" where it is not the same cause. */
  readonly again?: (at: Place) => unknown;
  /** Whether an early stop leaves it undone until a person chooses it again, so that the clock does all of it or nothing. */
  readonly isPersons?: boolean;
  /** Whose clock strikes: the head's, unless said otherwise; whoever does not own the triggers does nothing. */
  readonly clocks?: readonly string[];
}

/** The Workspace of one run and where the registry is in it. */
export interface Place {
  readonly workspace: Workspace;
  readonly world: CrashWorld;
}

/** Runs a function of the bundle as somebody; answers what it returned, or how it ended. */
export function runAs(
  { workspace, world }: Place,
  as: string,
  name: string,
  args: readonly unknown[],
  faults?: Faults,
) {
  const isDialog = name === 'execute' || name === 'sendOutboxNow';
  const { status, value, error } = workspace.run(world.scriptId, {
    as,
    function: name,
    args,
    context: isDialog ? 'dialog' : 'editor',
    ...(faults ? { faults } : {}),
  });
  if (status === 'failed') throw new Error(`${name} failed: ${error?.message}\n${error?.stack}`);
  return status === 'done' ? value : status;
}

/** Gives a command as a dialog does. */
export function giveCommand(place: Place, as: string, request: object, faults?: Faults): unknown {
  return runAs(place, as, 'execute', [JSON.stringify(request)], faults);
}

const CLOCK_LATER_MS = 10 * 60_000;

/** Does what comes next. */
export function doNext(place: Place, crashCase: CrashCase, next: Next): unknown {
  const { workspace } = place;
  switch (next) {
    case 'again':
      return (crashCase.again ?? ((at: Place) => crashCase.cause(at, undefined)))(place);
    case 'other': {
      const input = { name: 'Unrelated Works', standing: 'Former' };
      return giveCommand(place, ANA, { command: 'addAccount', input, requestId: 'somebody-else' });
    }
    case 'clock':
      workspace.advanceTo(workspace.now + CLOCK_LATER_MS);
      for (const as of crashCase.clocks ?? [HEAD]) runAs(place, as, 'whenClockStrikes', []);
      return undefined;
  }
}

export { ANA, HEAD };
