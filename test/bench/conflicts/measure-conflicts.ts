import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import type { World } from '../../../scripts/replay/world.ts';
import type { PlainDate } from '../../../src/core/calendar/dates.ts';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import { NameBook } from '../../../src/core/conflict/name-book.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import { NAMES_TAB, STATE_TAB } from '../../../src/registry/schema/schema.ts';
import { State } from '../../../src/registry/state/state.ts';
import { HEAD } from './open-filled-registry.ts';

/** What one execution took, in which everything is loaded and prepared anew. */
export interface Cold {
  readonly reads: number;
  readonly writes: number;
  /** Between the calls to services: the bundle's own computing, and what the local Workspace hands it. */
  readonly computing: number;
  /** All of it, from call to answer. */
  readonly whole: number;
}

function measureCall(
  { workspace, scriptId }: World,
  command: string,
  input: object,
): { readonly cold: Cold; readonly id: string } {
  let computing = 0;
  const from = performance.now();
  let last = from;
  let ended = from;
  const { answer, use } = callCommand(workspace, scriptId, {
    as: HEAD,
    command,
    input,
    requestId: JSON.stringify([command, input]),
    faults: {
      beforeCall: () => {
        computing += performance.now() - last;
      },
      afterCall: ({ method }) => {
        last = performance.now();
        // What follows is the mail, in an execution of its own.
        if (method === 'Lock.releaseLock') ended = last;
      },
    },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return {
    cold: { ...use, computing, whole: ended - from },
    id: answer.id ?? '',
  };
}

/** Registers a request, and asks for the evidence of its conflict check: the check alone, which writes nothing. */
export function measureCold(
  world: World,
  customer: string,
): { readonly registering: Cold; readonly checking: Cold; readonly verdict: string } {
  const { cold: registering, id } = measureCall(world, 'registerLead', { partner: 'P-001', customer });
  const { cold: checking } = measureCall(world, 'compareMatches', { lead: id });
  const [headers = [], ...rows] = world.workspace.table(world.spreadsheetId, 'Leads');
  const row = rows.find(([lead]) => lead === id);
  return { registering, checking, verdict: String(row?.[headers.indexOf('Conflict check')] ?? '') };
}

/** What checking takes once everything is loaded, in milliseconds; and what is held meanwhile, in bytes. */
export interface Warm {
  readonly load: number;
  readonly first: number;
  readonly hundred: number;
  readonly memory: number;
  readonly book: { readonly rows: number; readonly characters: number; readonly longest: number } | null;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldBytes(): number {
  // What the first pass finalises is only freed by a second.
  collect();
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

/** Loads the records as an execution does, and checks the open requests, of which there are 100. */
export function measureWarm({ workspace, spreadsheetId }: World, today: PlainDate): Warm {
  const tables = [STATE_TAB, NAMES_TAB].map(({ name }) => workspace.table(spreadsheetId, name).slice(1));
  const [stateRows = [], nameRows = []] = tables;
  const names = nameRows.map(([cell]) => String(cell)).filter((text) => text !== '');
  const before = heldBytes();
  const from = performance.now();
  const state = State.parse(stateRows);
  const book = NameBook.parse(names);
  const loaded = performance.now();
  const prepared = new CustomerDesk(state, today, () => book).prepared();
  checkConflicts(prepared, 'L-0001');
  const first = performance.now();
  for (let n = 3; n < 103; n += 1) checkConflicts(prepared, `L-${String(n).padStart(4, '0')}`);
  const hundred = performance.now();
  const memory = heldBytes() - before;
  // What was measured is held until here.
  if (state.standing === 0 || prepared.find('L-0001') === undefined) throw new Error('There are no records.');
  const lengths = names.map(({ length }) => length);
  return {
    load: loaded - from,
    first: first - loaded,
    hundred: hundred - first,
    memory,
    book: book && {
      rows: names.length,
      characters: lengths.reduce((sum, length) => sum + length, 0),
      longest: Math.max(...lengths),
    },
  };
}
