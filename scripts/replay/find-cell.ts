import { TAB_SHAPES } from './tab-shapes.ts';
import type { World } from './world.ts';

/** Row and column of a cell, both counted from 1, or what the sheet lacks. */
export type FoundCell = { readonly row: number; readonly column: number } | { readonly missing: string };

/** Where the record with this ID and the column with this header stand at the moment. */
export function findCell(
  world: World,
  { tab, row: id, column }: { readonly tab: string; readonly row: string; readonly column: string },
): FoundCell {
  const row = findRow(world, { tab, row: id });
  if ('missing' in row) return row;
  const columnIndex = row.headers.indexOf(column);
  if (columnIndex < 0) return { missing: `${tab} has no column ${column}.` };
  return { row: row.row, column: columnIndex + 1 };
}

/** The row of a record, counted from 1, and the headers of its tab, or what the sheet lacks. */
export function findRow(
  world: World,
  { tab, row: id }: { readonly tab: string; readonly row: string },
): { readonly row: number; readonly headers: readonly string[] } | { readonly missing: string } {
  const shape = TAB_SHAPES.find((candidate) => candidate.name === tab);
  if (!shape) return { missing: `The registry has no tab ${tab}.` };
  const [headers = [], ...rows] = world.workspace.table(world.spreadsheetId, tab);
  const idIndex = headers.indexOf(shape.idHeader);
  const index = rows.findIndex((cells) => String(cells[idIndex] ?? '') === id);
  if (index < 0) return { missing: `${tab} has no record ${id}.` };
  return { row: index + 2, headers: headers.map(String) };
}
