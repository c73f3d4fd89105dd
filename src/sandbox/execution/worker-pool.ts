import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

let workerSource: string | undefined;

function compiledWorker(): string {
  workerSource ??=
    buildSync({
      entryPoints: [fileURLToPath(new URL('./realm-worker.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
    }).outputFiles[0]?.text ?? '';
  return workerSource;
}

/** Threads without work, by the time zone that the process had when they ran: what they know of it they remember. */
const idle = new Map<string, Worker[]>();

/** A thread for executions with local times in this zone, which the process has to have meanwhile. */
export function hireWorker(timeZone: string): Worker {
  const known = idle.get(timeZone)?.pop();
  known?.ref();
  return known ?? new Worker(compiledWorker(), { eval: true });
}

/** Keeps a thread that has ended its execution for the next one; it does not keep the process alive. */
export function releaseWorker(worker: Worker, timeZone: string): void {
  worker.unref();
  idle.set(timeZone, [...(idle.get(timeZone) ?? []), worker]);
}
