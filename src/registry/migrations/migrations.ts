import type { Kind } from '../records.ts';

/** A record as plain fields, of whatever version. */
export type RecordFields = { readonly [field: string]: unknown };

/** What leads from one version of the registry's records to the next. */
export interface Migration {
  /** What changes, in a sentence for the programme head who is asked. */
  readonly what: string;
  /**
   * The record as the later version keeps it: fields may be added, none changed or dropped, so that earlier entries of the
   * journal can still be undone over it.
   */
  readonly upgrade: (kind: Kind, record: RecordFields) => RecordFields;
}

/** From version 1 to 2, from 2 to 3 and so on. One that was ever pushed stays as it is. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version of the records that this script reads and writes. */
export const SCHEMA_VERSION = 1 + MIGRATIONS.length;
