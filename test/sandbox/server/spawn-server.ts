import { type ChildProcess, spawn } from 'node:child_process';

/** A server in a process of its own, which can be killed. */
export interface SpawnedServer {
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** Runs a script that serves and prints its address; throws what it complains of before. */
export async function spawnServer(script: string, args: readonly string[]): Promise<SpawnedServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = await new Promise<string>((found, failed) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\S+/.exec(text)?.[0];
      if (address !== undefined) found(address);
    });
    child.stderr.on('data', (chunk: Buffer) => failed(new Error(chunk.toString())));
  });
  return { url, child, ended };
}
