import type { Cell, Row } from '../../store/cells.ts';
import type { Runs, RunsByColumn } from '../../store/runs.ts';
import type { ColumnRuns, PlacedCell, SheetPatch, SpreadsheetView, TabView } from './spreadsheet-view.ts';

/** The view that patches lead to from the one they were made from. Neither is changed; a patch for a tab that is not there does nothing. */
export function applyPatches(view: SpreadsheetView, patches: readonly SheetPatch[]): SpreadsheetView {
  return patches.reduce(applyPatch, view);
}

function applyPatch(view: SpreadsheetView, patch: SheetPatch): SpreadsheetView {
  switch (patch.kind) {
    case 'book':
      return { ...view, ...patch.parts };
    case 'tabs':
      return {
        ...view,
        tabs: patch.order.flatMap((id) => view.tabs.find((tab) => tab.id === id) ?? []),
      };
    case 'tab': {
      const isThere = view.tabs.some(({ id }) => id === patch.tab.id);
      const tabs = isThere
        ? view.tabs.map((tab) => (tab.id === patch.tab.id ? patch.tab : tab))
        : [...view.tabs, patch.tab];
      return { ...view, tabs };
    }
    default:
      return {
        ...view,
        tabs: view.tabs.map((tab) => (tab.id === patch.tab ? changeTab(tab, patch) : tab)),
      };
  }
}

function changeTab(
  tab: TabView,
  patch: Extract<SheetPatch, { readonly kind: 'cells' | 'parts' | 'runs' }>,
): TabView {
  if (patch.kind === 'parts') return { ...tab, ...patch.parts };
  if (patch.kind === 'runs') return { ...tab, ...changeRuns(tab, patch.column, patch.change) };
  return { ...tab, rows: changeRows(tab.rows, patch.cells) };
}

function withRuns<T>(columns: RunsByColumn<T>, column: number, runs: Runs<T>): RunsByColumn<T> {
  const { [column]: _old, ...others } = columns;
  return runs.length === 0 ? others : { ...others, [column]: runs };
}

function changeRuns(tab: TabView, column: number, change: ColumnRuns): Partial<TabView> {
  switch (change.of) {
    case 'formats':
      return { formats: withRuns(tab.formats, column, change.runs) };
    case 'notes':
      return { notes: withRuns(tab.notes, column, change.runs) };
    case 'validations':
      return { validations: withRuns(tab.validations, column, change.runs) };
    case 'styles': {
      const columns = withRuns(tab.styles[change.style] ?? {}, column, change.runs);
      return { styles: { ...tab.styles, [change.style]: columns } };
    }
  }
}

function changeRows(rows: readonly Row[], cells: readonly PlacedCell[]): readonly Row[] {
  const next: Row[] = rows.slice();
  const changed = new Map<number, Cell[]>();
  for (const [row, column, cell] of cells) {
    let copy = changed.get(row);
    if (copy === undefined) {
      copy = [...(next[row - 1] ?? [])];
      changed.set(row, copy);
    }
    while (copy.length < column) copy.push('');
    copy[column - 1] = cell;
  }
  for (const [row, copy] of changed) {
    while (copy.length > 0 && copy.at(-1) === '') copy.pop();
    while (next.length < row) next.push([]);
    next[row - 1] = copy;
  }
  while (next.length > 0 && next.at(-1)?.length === 0) next.pop();
  return next;
}
