import { archiveName } from '../commands/archive/journal-archives.ts';
import type { JournalRow } from '../journal/format-entry.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { parseEntries } from '../journal/parse-entries.ts';
import { DECLARED_PLACES, parseJournalRow } from '../journal/parse-journal-row.ts';
import { idText } from '../rows/table-image.ts';
import { JOURNAL_TAB } from '../schema/schema.ts';
import { cellName } from './cell-name.ts';
import type { JournalRead, WorkbookRead } from './workbook-read.ts';

/** A row of a journal's tab with its place. */
export interface JournalLine {
  readonly tab: string;
  readonly row: number;
  /** Where each declared column stands; positions count from 0. */
  readonly places: readonly number[];
  readonly cells: readonly unknown[];
  /** What it says; null for a row that is none of the journal's. */
  readonly said: JournalRow | null;
}

/** An entry with its first row. */
export interface PlacedEntry {
  readonly entry: JournalEntry;
  readonly line: JournalLine;
}

/** A journal as it was read, oldest entry first. */
export interface ReadJournal {
  readonly entries: readonly PlacedEntry[];
  readonly lines: readonly JournalLine[];
  /** Rows whose changes nobody can read. */
  readonly unreadable: readonly JournalLine[];
}

/** Reads the archived years and the Journal tab; what stands in both counts once, and the tab's copy is the one. */
export function readJournalRows({ archives, journal }: WorkbookRead): ReadJournal {
  const lines = [
    ...linesOf(JOURNAL_TAB.name, journal),
    ...archives.flatMap(({ archive, journal: read }) =>
      'problem' in read ? [] : linesOf(archiveName(archive.year), read),
    ),
  ];
  const writings = new Map<string, JournalLine[]>();
  for (const line of lines) {
    if (line.said === null) continue;
    const key = `${line.tab} ${line.said.entry} ${line.said.hash}`;
    const known = writings.get(key);
    if (known) known.push(line);
    else writings.set(key, [line]);
  }
  const entries = new Map<string, PlacedEntry>();
  const unreadable: JournalLine[] = [];
  for (const parts of writings.values()) {
    const read = parseParts(parts);
    const [line] = parts;
    if (line === undefined) continue;
    if (read === 'unreadable') unreadable.push(line);
    else for (const entry of read) addOnce(entries, { entry, line });
  }
  const inOrder = [...entries.values()].sort((a, b) => a.entry.entry - b.entry.entry);
  return { entries: inOrder, lines, unreadable };
}

function addOnce(entries: Map<string, PlacedEntry>, placed: PlacedEntry): void {
  const key = `${placed.entry.entry} ${placed.entry.hash}`;
  if (!entries.has(key)) entries.set(key, placed);
}

function linesOf(tab: string, [headers = [], ...rows]: JournalRead): readonly JournalLine[] {
  const found = JOURNAL_TAB.headers.map((header) => headers.findIndex((text) => idText(text) === header));
  const places = found.includes(-1) ? DECLARED_PLACES : found;
  return rows.map((cells, i) => ({
    tab,
    row: i + 2,
    places,
    cells,
    said: parseJournalRow(cells, places),
  }));
}

function parseParts(parts: readonly JournalLine[]): readonly JournalEntry[] | 'unreadable' {
  const entries = parseEntries(parts.flatMap(({ said }) => said ?? []));
  return entries.some(({ isUnreadable }) => isUnreadable) ? 'unreadable' : entries;
}

/** The cell of a line under one of the journal's headers. */
export function journalCell(
  { tab, row, places }: JournalLine,
  header: (typeof JOURNAL_TAB.headers)[number],
): { readonly tab: string; readonly cell: string } {
  return { tab, cell: cellName(row, (places[JOURNAL_TAB.headers.indexOf(header)] ?? 0) + 1) };
}
