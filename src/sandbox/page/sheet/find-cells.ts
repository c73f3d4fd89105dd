import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { shownText } from './cell-state.ts';

/** Where a text stands. */
export interface PlacedText {
  readonly row: number;
  readonly col: number;
}

/** More matches than anybody steps through. */
const MOST_MATCHES = 1000;

/** The cells that show a text, in reading order and without regard to case; hidden columns are left out. */
export function findCells(tab: TabView, wanted: string): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return found;
  const hidden = new Set(tab.hiddenColumns);
  for (let row = 1; row <= tab.rows.length && found.length < MOST_MATCHES; row++) {
    const width = tab.rows[row - 1]?.length ?? 0;
    for (let col = 1; col <= width; col++) {
      if (hidden.has(col)) continue;
      if (shownText(tab, row, col).toLowerCase().includes(needle)) found.push({ row, col });
    }
  }
  return found;
}
