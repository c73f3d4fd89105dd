import * as v from 'valibot';
import { AccessDenied } from '../../errors.ts';
import { canEdit, normalEmail } from '../../store/access.ts';
import type { ExecutionRecord, WorldState } from '../../world-state.ts';
import { reading } from './define-route.ts';

/** An execution in the list. */
export type ListedExecution = Pick<
  ExecutionRecord,
  'id' | 'function' | 'kind' | 'as' | 'activeUser' | 'startedAt' | 'ms' | 'status'
> & {
  readonly reads: number;
  readonly writes: number;
  readonly flushes: number;
  /** The message of its error; null without one. */
  readonly error: string | null;
};

/** Executions as asked for, newest first. */
export interface ExecutionList {
  /** Only editors of a script's file see what it ran. */
  readonly maySee: boolean;
  readonly executions: readonly ListedExecution[];
  readonly total: number;
}

function maySee(state: WorldState, scriptId: string, viewer: string): boolean {
  const file = state.files[state.scripts[scriptId]?.containerId ?? ''];
  return file !== undefined && canEdit(state, file, normalEmail(viewer));
}

function listExecution(record: ExecutionRecord): ListedExecution {
  const { id, function: name, kind, as, activeUser, startedAt, ms, status, calls, error } = record;
  const { reads, writes, flushes } = calls;
  return {
    id,
    function: name,
    kind,
    as,
    activeUser,
    startedAt,
    ms,
    status,
    reads,
    writes,
    flushes,
    error: error?.message ?? null,
  };
}

interface Filter {
  readonly query: string;
  readonly kind: string;
  readonly onlyFailed: boolean;
}

function fits(record: ExecutionRecord, { query, kind, onlyFailed }: Filter): boolean {
  if (kind !== '' && record.kind !== kind) return false;
  if (onlyFailed && record.status === 'done') return false;
  const text = [record.function, record.as, record.activeUser, record.error?.message ?? '']
    .join(' ')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What ran, newest first; `ids` narrows it to certain executions. */
export const listExecutions = reading(
  v.object({
    query: v.string(),
    kind: v.string(),
    onlyFailed: v.boolean(),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  ({ live }, { limit, ...filter }, { viewer }): ExecutionList =>
    live.workspace.read((state) => {
      const scripts = Object.keys(state.scripts).filter((id) => maySee(state, id, viewer));
      const found = state.executions.filter((one) => scripts.includes(one.scriptId) && fits(one, filter));
      const executions = found.slice(-limit).reverse().map(listExecution);
      return { maySee: scripts.length > 0, executions, total: found.length };
    }),
);

/** Everything about one execution. */
export const readExecution = reading(
  v.object({ id: v.string() }),
  ({ live }, { id }, { viewer }): ExecutionRecord =>
    live.workspace.read((state) => {
      const record = state.executions.find((one) => one.id === id);
      if (record === undefined) throw new AccessDenied('This execution is no longer kept.');
      if (!maySee(state, record.scriptId, viewer)) {
        throw new AccessDenied('Only those who may edit the file of a script see what it ran.');
      }
      return record;
    }),
);
