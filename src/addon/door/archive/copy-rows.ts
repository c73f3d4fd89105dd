import type { JournalArchive } from '../../../registry/commands/archive/journal-archives.ts';
import { parseEntries } from '../../../registry/journal/parse-entries.ts';
import { findBrokenEntry } from '../../../registry/journal/verify-chain.ts';
import { JOURNAL_TAB } from '../../../registry/schema/schema.ts';
import type { Services } from '../../services/services.ts';
import { hasTime } from '../work-time.ts';
import { type PlacedRow, readPlacedRows, sameRow, toJournalRow, writtenCells } from './journal-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const WIDTH = JOURNAL_TAB.headers.length;

/** Rows written in one call: some seconds of Google's time. */
const BLOCK = 5000;

/**
 * Fills a year's archive with these rows of the journal and reads it back: `verified` once every cell is the Journal's
 * and the chain from the first entry to the last is whole. `no time` goes on another time from the rows that stand in the
 * file; `broken` leaves everything as it is and says why in the log.
 */
export function copyRows(
  services: Services,
  archive: JournalArchive,
  rows: readonly PlacedRow[],
): 'verified' | 'no time' | 'broken' {
  const sheet = openArchive(services, archive.fileId, rows.length);
  const standing = readPlacedRows(sheet) ?? [];
  const differs = rows.findIndex((row, i) => {
    const copy = standing[i];
    return copy === undefined || copy.row !== i + 2 || !sameRow(row, copy);
  });
  for (let from = differs < 0 ? rows.length : differs; from < rows.length; from += BLOCK) {
    if (!hasTime(services)) return 'no time';
    const block = rows.slice(from, from + BLOCK).map(({ cells }) => writtenCells(cells.slice(0, WIDTH)));
    sheet.getRange(from + 2, 1, block.length, WIDTH).setValues(block);
    services.spreadsheets.flush();
  }
  if (!hasTime(services)) return 'no time';
  const problem = findProblem(services, archive, rows, readPlacedRows(sheet) ?? []);
  if (problem === null) return 'verified';
  services.tools.log(`The journal of ${archive.year} stays in the workbook: ${problem}`);
  return 'broken';
}

function findProblem(
  services: Services,
  { first, follows, last, hash }: JournalArchive,
  rows: readonly PlacedRow[],
  copies: readonly PlacedRow[],
): string | null {
  if (copies.length !== rows.length) return `${copies.length} of ${rows.length} rows were copied.`;
  const wrong = rows.find((row, i) => {
    const copy = copies[i];
    return copy === undefined || !sameRow(row, copy);
  });
  if (wrong) return `entry ${wrong.entry} was not copied as it is.`;
  const entries = parseEntries(copies.map(toJournalRow));
  const broken = findBrokenEntry(entries, services.tools.digest, { applied: first - 1, hash: follows });
  if (broken) return broken.problem;
  const end = entries.at(-1);
  return end?.entry === last && end.hash === hash ? null : `it does not end with entry ${last}.`;
}

/** The archive's only tab, with its headers and room for so many rows. Safe to run again. */
function openArchive(services: Services, fileId: string, rows: number): Sheet {
  const file = services.spreadsheets.open(fileId);
  file.setSpreadsheetTimeZone(services.workbook().getSpreadsheetTimeZone());
  const [sheet] = file.getSheets();
  if (!sheet) throw new Error(`The spreadsheet ${fileId} has no tab.`);
  const [columns, has] = [sheet.getMaxColumns(), sheet.getMaxRows()];
  if (columns > WIDTH) sheet.deleteColumns(WIDTH + 1, columns - WIDTH);
  if (has < rows + 1) sheet.insertRowsAfter(has, rows + 1 - has);
  sheet.setName(JOURNAL_TAB.name);
  sheet.getRange(1, 1, 1, WIDTH).setValues([[...JOURNAL_TAB.headers]]);
  sheet.getRange(2, JOURNAL_TAB.headers.indexOf('At') + 1, rows, 1).setNumberFormat('yyyy-mm-dd hh:mm:ss');
  return sheet;
}
