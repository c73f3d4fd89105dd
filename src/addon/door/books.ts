import type { JournalEntry } from '../../registry/journal/journal-entry.ts';
import { JOURNAL_TAB, STATE_TAB } from '../../registry/schema/schema.ts';
import type { State } from '../../registry/state/state.ts';
import { type JournalBook, readJournalEnd } from './journal-book.ts';
import { RegistryError } from './registry-error.ts';
import { readState, type StateBook } from './state-book.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The journal and `_state` as they stand: what every command reads first and writes to. */
export interface Books {
  readonly state: State;
  /** Entries behind the mark: written, never applied. */
  readonly pending: readonly JournalEntry[];
  readonly journal: JournalBook;
  readonly stateBook: StateBook;
}

function bookSheet(workbook: Spreadsheet, name: string): Sheet {
  const sheet = workbook.getSheetByName(name);
  if (sheet) return sheet;
  throw new RegistryError(
    `The tab "${name}" is missing: it was renamed or deleted. Choose Lead Registry > Administration > Set up this registry.`,
  );
}

/** Reads `_state` and the journal's end: two reads however many records there are. */
export function readBooks(workbook: Spreadsheet): Books {
  const { state, stateBook } = readState(bookSheet(workbook, STATE_TAB.name));
  return { state, stateBook, ...readJournalEnd(bookSheet(workbook, JOURNAL_TAB.name), state.mark) };
}
