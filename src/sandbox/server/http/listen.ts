import type { Server } from 'node:http';

/** Ports tried one after the other where none was asked for. */
const ATTEMPTS = 20;

/** A port that was asked for is another program's. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/**
 * Lets a server listen on this machine only; answers the port. With `isFixed` it is that port or none, otherwise the
 * next free one.
 */
export async function listen(server: Server, port: number, isFixed: boolean): Promise<number> {
  const last = isFixed || port === 0 ? port : port + ATTEMPTS - 1;
  for (let candidate = port; candidate <= last; candidate++) {
    if (await tryListen(server, candidate)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : candidate;
    }
  }
  throw new PortInUse(
    isFixed
      ? `Port ${port} is in use by another program. Choose another one with --port.`
      : `The ports from ${port} to ${last} are all in use. Choose another one with --port.`,
  );
}

async function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, '127.0.0.1');
  });
}
