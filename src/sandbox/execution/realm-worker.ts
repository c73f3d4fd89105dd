import vm from 'node:vm';
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { CallRequest, CallResponse, RealmJob, RealmStart, Surface } from '../realm/wire.ts';
import type { ScriptFile } from '../world-state.ts';
import { driveRealm } from './drive-realm.ts';

/** What a worker is given to run one execution; it takes one after the other. */
export interface WorkerTask {
  readonly facadeSource: string;
  readonly files: readonly ScriptFile[];
  readonly surface: Surface;
  readonly start: RealmStart;
  readonly job: RealmJob;
  /** One 32-bit flag: 1 when an answer lies on `answers`. */
  readonly flag: SharedArrayBuffer;
  readonly answers: MessagePort;
}

/** What a worker tells the Workspace: a call that waits for its answer, or the end. */
export type WorkerMessage =
  | { readonly kind: 'call'; readonly request: CallRequest }
  | { readonly kind: 'outcome'; readonly outcome: ReturnType<typeof driveRealm> };

// Services are synchronous in scripts, so the thread sleeps until the Workspace has answered.
function askAndWait(task: WorkerTask, request: CallRequest): CallResponse {
  const flag = new Int32Array(task.flag);
  parentPort?.postMessage({ kind: 'call', request } satisfies WorkerMessage);
  for (;;) {
    Atomics.wait(flag, 0, 0);
    // The flag is lowered before the port is looked at: what comes later raises it again.
    Atomics.store(flag, 0, 0);
    const received: { readonly message: CallResponse } | undefined = receiveMessageOnPort(task.answers);
    if (received !== undefined) return received.message;
  }
}

const compiled = new Map<string, vm.Script>();
const MOST_COMPILED = 16;

/** Compiling costs more than most executions, so a thread remembers what it compiled. */
function compile(source: string, filename: string): vm.Script {
  const key = `${filename}\n${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const script = new vm.Script(source, { filename });
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, script);
  return script;
}

function run(task: WorkerTask): void {
  const outcome = driveRealm(
    {
      facade: compile(task.facadeSource, 'workspace-facade.js'),
      files: task.files.map((file) => compile(file.source, file.name)),
      surface: task.surface,
      start: task.start,
      job: task.job,
    },
    (request) => askAndWait(task, request),
  );
  parentPort?.postMessage({ kind: 'outcome', outcome } satisfies WorkerMessage);
}

parentPort?.on('message', run);
