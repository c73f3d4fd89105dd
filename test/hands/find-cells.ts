import type { World } from '../../scripts/replay/world.ts';

/** The column of a header, from 1; throws where there is none. */
export function columnAt({ workspace, spreadsheetId }: World, tab: string, header: string): number {
  const position = (workspace.table(spreadsheetId, tab)[0] ?? []).indexOf(header);
  if (position < 0) throw new Error(`There is no ${header} in ${tab}.`);
  return position + 1;
}

/** The row of a record, from 1, found in any column; throws where there is none. */
export function rowOf({ workspace, spreadsheetId }: World, tab: string, id: string): number {
  const row = workspace.table(spreadsheetId, tab).findIndex((cells) => cells.includes(id));
  if (row < 0) throw new Error(`There is no ${id} in ${tab}.`);
  return row + 1;
}
