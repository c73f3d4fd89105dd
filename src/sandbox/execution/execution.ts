import { type CallKind, EXECUTION_LIMIT_MS, SIMPLE_TRIGGER_LIMIT_MS } from '../call-costs.ts';
import { ExecutionEnd, ServiceError } from '../errors.ts';
import type { CallRequest, CallResponse } from '../realm/wire.ts';
import { checkAuthorisation } from '../services/authorisation.ts';
import { type Method, type Methods, type Reply, Self } from '../services/define.ts';
import type { Menu } from '../services/ui.ts';
import type { Undo } from '../store/sheet-cells.ts';
import type { CallCounts, ExecutionKind, LogLine, ScriptState } from '../world-state.ts';
import { countCells } from './count-cells.ts';
import type { World } from './world.ts';

/** What goes wrong with an execution on purpose. Calls that touch nothing don't count. */
export interface Faults {
  /** The execution ends as its n-th counted call returns; with 0 it ends at its first. */
  readonly stopAfterCalls?: number;
  /** Of the writes not flushed when it is stopped, only the first so many become durable; default all. */
  readonly keepWrites?: number;
  /**
   * Called before the n-th counted call (from 1), while only durable data is visible. What triggers it sets off begins
   * once this execution has ended, as it would for want of the lock.
   */
  readonly beforeCall?: (n: number, request: CallRequest) => void;
  /** The message with which the platform refuses the n-th counted call, a quota used up say; null lets it through. */
  readonly refuseCall?: (n: number, request: CallRequest) => string | null;
  /** How often a trigger is told of its event: lost, once or twice. */
  readonly deliver?: 0 | 1 | 2;
  /** So many milliseconds after its event a trigger is told of it. */
  readonly lateMs?: number;
  /** Told as each counted call returns, so that one run shows where others can be stopped. */
  readonly afterCall?: (done: DoneCall) => void;
}

/** A counted call that has returned. */
export interface DoneCall {
  readonly method: string;
  readonly kind: CallKind;
  /** Writes that wait to be flushed after it. */
  readonly unflushed: number;
}

/** How an execution comes about. */
export interface ExecutionStart {
  readonly script: ScriptState;
  readonly function: string;
  readonly kind: ExecutionKind;
  /** The address under whose rights it runs. */
  readonly effectiveUser: string;
  /** The person who caused it; empty for the clock. */
  readonly activeUser: string;
  /** The same as the script may see it. */
  readonly visibleUser: string;
  readonly at: number;
  readonly faults?: Faults;
  /** True for onOpen and for what runs from a menu or dialog. */
  readonly uiAllowed: boolean;
}

interface PendingWrite {
  readonly run: () => Undo;
  undo: Undo | undefined;
}

/** One execution while it runs: the choke point of its calls, its clock, its unflushed writes. */
export class Execution {
  readonly id: string;
  readonly world: World;
  readonly start: ExecutionStart;
  readonly calls: CallCounts = {
    reads: 0,
    writes: 0,
    flushes: 0,
    cellsRead: 0,
    cellsWritten: 0,
    byMethod: {},
  };
  readonly log: LogLine[] = [];
  readonly missing: string[] = [];
  /** Menus that the script has added to the user interface. */
  readonly menus: Menu[] = [];
  readonly authMode: 'LIMITED' | 'FULL';
  elapsed = 0;
  ended: ExecutionEnd | undefined;
  /** A defect of the Workspace itself, to be thrown once the realm has been left. */
  defect: unknown;
  readonly #methods: Methods;
  readonly #limit: number;
  #pending: PendingWrite[] = [];
  #counted = 0;

  constructor(world: World, methods: Methods, start: ExecutionStart) {
    this.id = world.newId(20);
    this.world = world;
    this.start = start;
    this.authMode = start.kind === 'simple' ? 'LIMITED' : 'FULL';
    this.#methods = methods;
    this.#limit = start.kind === 'simple' ? SIMPLE_TRIGGER_LIMIT_MS : EXECUTION_LIMIT_MS;
  }

  /** The execution's clock, in milliseconds since 1970 UTC. */
  get now(): number {
    return this.start.at + this.elapsed;
  }

  /** The spreadsheet that the script is bound to. */
  get containerId(): string {
    return this.start.script.containerId;
  }

  /** The seed of the realm's random numbers. */
  get randomSeed(): number {
    return this.world.draw(`random:${this.id}`, 2 ** 31);
  }

  /** True while writes wait to be committed. */
  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** Carries out one call of the realm and answers it; never throws. */
  readonly call = (request: CallRequest): CallResponse => {
    try {
      if (this.ended !== undefined) return { kind: 'end', now: this.now };
      const method = this.#methods.get(request.method);
      if (method === undefined) return this.#refuseUnknown(request.method);
      const reply = this.#carryOut(method, request);
      if (reply instanceof Self) {
        if (reply.handle === undefined) return { kind: 'self', now: this.now };
        return { kind: 'self', now: this.now, handle: reply.handle };
      }
      return { kind: 'value', now: this.now, value: reply };
    } catch (error) {
      if (error instanceof ServiceError) return { kind: 'error', now: this.now, message: error.message };
      if (error instanceof ExecutionEnd) this.ended = error;
      else {
        this.defect = error;
        this.ended = new ExecutionEnd('stopped');
      }
      return { kind: 'end', now: this.now };
    }
  };

  #refuseUnknown(name: string): CallResponse {
    this.missing.push(name);
    return { kind: 'error', now: this.now, message: `not available in the local Workspace: ${name}` };
  }

  #carryOut(method: Method, request: CallRequest): Reply {
    const faults = this.start.faults;
    const counts = method.kind !== 'free';
    if (counts) {
      if (faults?.stopAfterCalls !== undefined && this.#counted >= faults.stopAfterCalls) {
        throw new ExecutionEnd('stopped');
      }
      this.#counted += 1;
      if (faults?.beforeCall !== undefined)
        this.world.interrupt(() => faults.beforeCall?.(this.#counted, request));
      const refusal = faults?.refuseCall?.(this.#counted, request) ?? null;
      if (refusal !== null) throw new ServiceError(refusal);
    }
    this.world.focus(this);
    this.#count(method, request);
    checkAuthorisation(this, request.method);
    const reply = method.invoke(this, request.on, request.args);
    if (counts)
      faults?.afterCall?.({ method: request.method, kind: method.kind, unflushed: this.#pending.length });
    if (counts && this.#counted === faults?.stopAfterCalls) throw new ExecutionEnd('stopped');
    return reply;
  }

  #count(method: Method, request: CallRequest): void {
    const name = request.method;
    if (method.kind === 'flush') this.calls.flushes += 1;
    else if (method.kind === 'read') this.calls.reads += 1;
    else if (method.kind === 'write') this.calls.writes += 1;
    this.calls.byMethod[name] = (this.calls.byMethod[name] ?? 0) + 1;
    if (method.kind === 'flush' && !this.hasPending) return;
    const { methods, kinds, perThousandCells } = this.world.costs;
    const read = method.kind === 'read' ? countCells(request) : 0;
    const written = method.kind === 'write' ? countCells(request) : 0;
    this.calls.cellsRead += read;
    this.calls.cellsWritten += written;
    const cellMs = Math.floor((read * perThousandCells.read + written * perThousandCells.write) / 1000);
    this.charge((methods[name] ?? kinds[method.kind]) + cellMs);
  }

  /** Lets `ms` pass on the execution's clock; past its limit the execution ends. */
  charge(ms: number): void {
    this.elapsed += ms;
    if (this.elapsed > this.#limit) {
      this.elapsed = this.#limit;
      throw new ExecutionEnd('timed out');
    }
  }

  /** Makes a change to a spreadsheet that becomes durable with the next flush. `run` may run again. */
  write(run: () => Undo): void {
    this.#pending.push({ run, undo: run() });
  }

  /** Makes all writes so far durable. */
  commit(): undefined {
    this.#pending = [];
  }

  /** Ends the execution: its writes become durable, if it was stopped only those that its faults keep. */
  finish(): void {
    this.world.focus(this);
    if (this.ended !== undefined) {
      const kept = this.start.faults?.keepWrites ?? this.#pending.length;
      for (const write of this.#pending.splice(kept).reverse()) write.undo?.();
    }
    this.commit();
    this.world.focus(undefined);
    for (const [name, holder] of this.world.locks) if (holder === this) this.world.releaseLock(name, this);
  }

  /** Takes the unflushed writes out of the store, so that others don't see them. */
  takeBackWrites(): void {
    for (const write of [...this.#pending].reverse()) {
      write.undo?.();
      write.undo = undefined;
    }
  }

  /**
   * Puts the unflushed writes back on top of what is durable now. One that no longer fits, because a tab
   * or row has gone in between, is lost.
   */
  putBackWrites(): void {
    this.#pending = this.#pending.filter((write) => {
      try {
        write.undo = write.run();
        return true;
      } catch (error) {
        if (error instanceof ServiceError) return false;
        throw error;
      }
    });
  }
}
