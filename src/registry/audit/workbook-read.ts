import type { Instant } from '../../core/calendar/dates.ts';
import type { JournalArchive } from '../commands/archive/journal-archives.ts';
import type { TableLayout } from '../rows/table-layout.ts';
import type { TabKind } from '../schema/schema.ts';

/** Cells as they were read, dates and moments as `Date`, rows that are empty at the end left out. */
export type Rows = readonly (readonly unknown[])[];

/** A declared table: where its columns stand, and its rows from row 2 on. */
export interface TableRead {
  readonly layout: TableLayout;
  readonly rows: Rows;
}

/** A journal's tab, headers first. */
export type JournalRead = Rows;

/** A completed year of the journal in a spreadsheet of its own. */
export interface ArchiveRead {
  readonly archive: JournalArchive;
  /** Its tab, headers first; or in a sentence why it could not be read. */
  readonly journal: JournalRead | { readonly problem: string };
}

/** Cells by row and column, which count from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One protection of a tab, or of some of its cells. */
export interface ProtectionRead {
  /** Null for the whole tab. */
  readonly area: Area | null;
  readonly warningOnly: boolean;
  /** Addresses of those who may edit; null where Google does not tell whoever reads. */
  readonly editors: readonly string[] | null;
  /** Whether everybody of the domain may edit. */
  readonly domainEdits: boolean;
  /** What stays open to everybody. */
  readonly open: readonly Area[];
}

/** Everything of a registry that an audit looks at, read without the script. */
export interface WorkbookRead {
  /** The moment at which it was read. */
  readonly now: Instant;
  /** The spreadsheet's. */
  readonly timeZone: string;
  /** Who owns the file; '' where it belongs to a shared drive, null where it is not known. */
  readonly owner: string | null;
  /** Titles of all tabs. */
  readonly tabs: readonly string[];
  readonly tables: ReadonlyMap<TabKind, TableRead>;
  /** The Finance tab, headers first; null where it is missing. */
  readonly finance: Rows | null;
  readonly journal: JournalRead;
  /** The `_state` tab, headers first. */
  readonly state: Rows;
  readonly archives: readonly ArchiveRead[];
  readonly protections: ReadonlyMap<string, readonly ProtectionRead[]>;
}
