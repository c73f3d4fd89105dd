import * as v from 'valibot';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { findBrokenEntry } from '../journal/verify-chain.ts';
import { SCHEMA_VERSION } from '../migrations/migrations.ts';

/** Counts up whenever a backup is laid out otherwise. */
export const BACKUP_VERSION = 1;

const FORMAT = 'lead-registry-backup';

const FIELDS = v.record(v.string(), v.unknown());

const ENTRY = v.strictObject({
  entry: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.string(),
  actor: v.string(),
  command: v.string(),
  subject: v.string(),
  outcome: v.picklist(['Done', 'Refused']),
  changes: v.array(v.strictObject({ r: v.string(), b: v.nullable(FIELDS), a: FIELDS })),
  effects: v.array(v.looseObject({ do: v.string() })),
  reason: v.string(),
  key: v.string(),
  answer: v.exactOptional(FIELDS),
  hash: v.string(),
});

const BACKUP = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(BACKUP_VERSION),
  schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  checksum: v.string(),
  timeZone: v.string(),
  journal: v.array(ENTRY),
});

/**
 * A registry as it can be restored into an empty one: its whole journal, from which every record and setting follows.
 * Archived years belong in it; a journal that does not begin with its first entry is refused.
 */
export interface Backup {
  /** The version of the records at the journal's end. */
  readonly schemaVersion: number;
  /** The spreadsheet's time zone. */
  readonly timeZone: string;
  readonly journal: readonly JournalEntry[];
}

/** A backup that was read, or a sentence on why it cannot be used. */
export type ParsedBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problem: string };

/** The backup as text; `digest` is the hash that chains the journal. */
export function formatBackup(
  { schemaVersion, timeZone, journal }: Backup,
  digest: (text: string) => string,
): string {
  const content: Backup = { schemaVersion, timeZone, journal };
  const checksum = digest(checkedText(content));
  return `${JSON.stringify({ format: FORMAT, version: BACKUP_VERSION, checksum, ...content })}\n`;
}

/** Reads a backup: laid out as declared, unchanged since it was written, its journal whole from the first entry on. */
export function parseBackup(text: string, digest: (text: string) => string): ParsedBackup {
  const read = parseJson(text);
  const parsed = v.safeParse(BACKUP, read);
  if (!parsed.success) return refuse(describeForeign(text, read, v.getDotPath(parsed.issues[0])));
  const { checksum, schemaVersion, timeZone } = parsed.output;
  // As it was read: what was checked may have its fields in another order, and the hashes are taken of the text.
  const { journal } = read as Backup;
  const backup: Backup = { schemaVersion, timeZone, journal };
  if (schemaVersion > SCHEMA_VERSION) {
    return refuse('The backup is of a later version of the registry. Update the add-on and restore it then.');
  }
  if (digest(checkedText(backup)) !== checksum) {
    return refuse('The backup was changed or cut off after it was written. Take another copy of it.');
  }
  const broken = findBrokenEntry(journal, digest);
  return broken === null
    ? { ok: true, backup }
    : refuse(`The backup's journal is not whole: ${broken.problem}`);
}

/** What a file is that is not laid out as a backup, and what to do. */
function describeForeign(text: string, read: unknown, place: string | null): string {
  const { format, version } = typeof read === 'object' && read !== null ? (read as Partial<Labels>) : {};
  const begins = text.trimStart().startsWith(`{"format":"${FORMAT}"`);
  if (read === null && begins) {
    return 'The backup is cut off, or was changed since it was written: it cannot be read to its end. Take another copy of it.';
  }
  if (format !== FORMAT) {
    return 'This is no backup. A backup is the JSON file that npm run google -- export writes; CSV and XLSX files are imported with a mapping, without --backup.';
  }
  if (typeof version === 'number' && version > BACKUP_VERSION) {
    return 'The backup is of a later version than can be read here. Update the registry and restore it then.';
  }
  const where = place === null ? '' : ` (${place})`;
  return `The backup is not laid out as one any more${where}, so it was changed after it was written. Take another copy of it.`;
}

/** What a backup says of itself, as far as a file says it. */
interface Labels {
  readonly format: unknown;
  readonly version: unknown;
}

function refuse(problem: string): ParsedBackup {
  return { ok: false, problem };
}

/** What the checksum is taken of. */
function checkedText({ schemaVersion, timeZone, journal }: Backup): string {
  return JSON.stringify([schemaVersion, timeZone, journal]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
