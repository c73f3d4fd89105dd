import { HASH, type PlacedRow, readPlacedRows, writtenCells } from './journal-rows.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Removes the journal's rows of all entries up to `last`, neighbours in one call, from the bottom up. Rows are known by
 * number only, and people may move them at any time: what should have stayed is looked for afterwards and written again
 * where it is gone.
 */
export function removeRows(sheet: Sheet, rows: readonly PlacedRow[], last: number): void {
  const gone = rows.filter(({ entry }) => entry <= last).map(({ row }) => row);
  if (gone.length === 0) return;
  for (const { from, count } of runsFromTheBottom(gone)) sheet.deleteRows(from, count);
  const nameOf = ({ entry, part, cells }: PlacedRow) => `${entry} ${part} ${String(cells[HASH])}`;
  const standing = new Set((readPlacedRows(sheet) ?? []).map(nameOf));
  const lost = rows.filter((row) => row.entry > last && !standing.has(nameOf(row)));
  if (lost.length === 0) return;
  const end = sheet.getMaxRows();
  sheet.insertRowsAfter(end, lost.length);
  const values = lost.map(({ cells }) => writtenCells(cells));
  sheet.getRange(end + 1, 1, values.length, values[0]?.length ?? 1).setValues(values);
}

function runsFromTheBottom(rows: readonly number[]): readonly { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => b - a)) {
    const run = runs.at(-1);
    if (run && run.from === row + 1) {
      run.from = row;
      run.count += 1;
    } else runs.push({ from: row, count: 1 });
  }
  return runs;
}
