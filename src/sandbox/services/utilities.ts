import { createHash, createHmac } from 'node:crypto';
import { ServiceError } from '../errors.ts';
import type { Wire } from '../realm/wire.ts';
import { formatPattern, parsePattern } from './date-pattern.ts';
import { type Define, defineClass, defineService, mergeMethods, Self } from './define.ts';
import { type BlobHandle, blobShape } from './handles.ts';
import { date, either, enumOf, int, listOf, nothing, num, text } from './shapes.ts';

const bytes = listOf(int);
const data = either(text, bytes);

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

/** Bytes as Java has them: from -128 to 127. */
function signed(buffer: Buffer): number[] {
  return Array.from(buffer, (byte) => (byte > 127 ? byte - 256 : byte));
}

function bufferOf(value: string | readonly number[], charset?: string): Buffer {
  if (typeof value === 'string') {
    if (charset !== 'US_ASCII') return Buffer.from(value, 'utf8');
    return Buffer.from(value.replace(/[^\0-\x7f]/g, '?'), 'latin1');
  }
  return Buffer.from(value.map((byte) => byte & 0xff));
}

function hashName(algorithm: string): string {
  const name = HASHES[algorithm.replace('HMAC_', '')];
  if (name === undefined) throw new ServiceError(`not available in the local Workspace: ${algorithm}`);
  return name;
}

function blob(buffer: Buffer, type: string | null, name: string | null): BlobHandle {
  return { $: 'Blob', base64: buffer.toString('base64'), type, name };
}

const utilities = defineService('Utilities', (define) => {
  define('free', 'formatDate', [date, text, text], (_x, _on, at, zone, pattern) => {
    return formatPattern(at.ms, zone, pattern);
  });
  define('free', 'parseDate', [text, text, text], (_x, _on, value, zone, pattern): Wire => {
    return { $: 'Date', ms: parsePattern(value, zone, pattern) };
  });
  define('free', 'getUuid', [], (execution) => {
    const hex = createHash('sha256').update(execution.world.newId()).digest('hex');
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
    return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  });
  define('wait', 'sleep', [num], (execution, _on, ms) => {
    if (ms > 300_000) throw new ServiceError('The value for parameter milliseconds must be at most 300000.');
    execution.charge(Math.max(0, ms));
  });
  hashing(define);
  define('free', 'base64Encode', [data], (_x, _on, value) => bufferOf(value).toString('base64'));
  define('free', 'base64EncodeWebSafe', [data], (_x, _on, value) => {
    return bufferOf(value).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  });
  define('free', 'base64Decode', [text], (_x, _on, value) => signed(Buffer.from(value, 'base64')));
  define('free', 'base64DecodeWebSafe', [text], (_x, _on, value) => signed(Buffer.from(value, 'base64url')));
  define('free', 'newBlob', [data], (_x, _on, value) => blob(bufferOf(value), null, null));
  define('free', 'newBlob', [data, either(text, nothing)], (_x, _on, value, type) => {
    return blob(bufferOf(value), type, null);
  });
  define('free', 'newBlob', [data, either(text, nothing), text], (_x, _on, value, type, name) => {
    return blob(bufferOf(value), type, name);
  });
});

function hashing(define: Define<undefined>): void {
  const digest = enumOf('DigestAlgorithm');
  const mac = enumOf('MacAlgorithm');
  const charset = enumOf('Charset');
  define('free', 'computeDigest', [digest, data], (_x, _on, algorithm, value) => {
    return signed(createHash(hashName(algorithm.name)).update(bufferOf(value)).digest());
  });
  define('free', 'computeDigest', [digest, text, charset], (_x, _on, algorithm, value, set) => {
    return signed(createHash(hashName(algorithm.name)).update(bufferOf(value, set.name)).digest());
  });
  define('free', 'computeHmacSha256Signature', [data, data], (_x, _on, value, key) => {
    return signed(createHmac('sha256', bufferOf(key)).update(bufferOf(value)).digest());
  });
  define('free', 'computeHmacSha256Signature', [text, text, charset], (_x, _on, value, key, set) => {
    return signed(createHmac('sha256', bufferOf(key, set.name)).update(bufferOf(value, set.name)).digest());
  });
  define('free', 'computeHmacSignature', [mac, data, data], (_x, _on, algorithm, value, key) => {
    return signed(createHmac(hashName(algorithm.name), bufferOf(key)).update(bufferOf(value)).digest());
  });
}

const blobs = defineClass<BlobHandle>('Blob', blobShape, (define) => {
  define('free', 'getDataAsString', [], (_x, on) => Buffer.from(on.base64, 'base64').toString('utf8'));
  define('free', 'getBytes', [], (_x, on) => signed(Buffer.from(on.base64, 'base64')));
  define('free', 'getContentType', [], (_x, on) => on.type);
  define('free', 'getName', [], (_x, on) => on.name);
  define('free', 'setName', [text], (_x, on, name) => new Self({ ...on, name }));
});

/** Utilities and blobs. Source: apps-script/reference/utilities/utilities. */
export const utilitiesMethods = mergeMethods([utilities, blobs]);
