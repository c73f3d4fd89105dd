import type { Kind } from '../../../src/registry/records.ts';

/** Every kind of record. */
export const KINDS: readonly Kind[] = [
  'leads',
  'introductions',
  'deals',
  'receipts',
  'commissions',
  'partners',
  'accounts',
  'snapshots',
  'outbox',
  'team',
  'settings',
  'judgements',
  'aside',
  'rates',
  'memos',
];
