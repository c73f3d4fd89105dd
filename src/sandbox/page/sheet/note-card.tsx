import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { runAt } from '../../store/runs.ts';
import type { HoveredCell } from './grid/grid.ts';

/** The note of the cell under the pointer, beside it. */
export function NoteCard(props: { readonly tab: TabView; readonly cell: HoveredCell }) {
  const { row, col, right, top } = props.cell;
  const note = runAt(props.tab.notes[col], row);
  if (note === undefined) return null;
  return (
    <div class="spreadsheet-note" role="tooltip" style={{ left: `${right + 4}px`, top: `${top}px` }}>
      {note}
    </div>
  );
}
