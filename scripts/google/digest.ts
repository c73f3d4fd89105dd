import { createHash } from 'node:crypto';

/** SHA-256 in hex: what chains the journal. */
export function digest(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
