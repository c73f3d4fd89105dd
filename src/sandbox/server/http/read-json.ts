import type { IncomingMessage } from 'node:http';

/** A pasted block may be big; nothing that people do is bigger. */
const MOST_BYTES = 10_000_000;

/** The body of a request was not what it has to be. */
export class BadBody extends Error {
  override readonly name = 'BadBody';
  readonly status: 400 | 413 | 415;

  constructor(status: 400 | 413 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

/** The JSON that a request carries. Throws BadBody for anything else, and for more than is taken. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) {
    throw new BadBody(415, 'The request must carry JSON.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new BadBody(413, 'This is more than can be taken at once: 10 MB.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadBody(400, 'The request carries no JSON.');
  }
}
