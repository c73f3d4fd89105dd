import { type Cell, isDateCell, type Row } from '../../store/cells.ts';
import type { Runs, RunsByColumn } from '../../store/runs.ts';
import type {
  BookParts,
  ColumnRuns,
  PlacedCell,
  SheetPatch,
  SpreadsheetView,
  TabParts,
  TabView,
} from './spreadsheet-view.ts';

/** Beyond so many changed cells a tab is sent as a whole. */
const MOST_CELLS = 10_000;

const BOOK_PARTS = ['name', 'locale', 'timeZone', 'canEdit'] as const satisfies readonly (keyof BookParts)[];

const TAB_PARTS = [
  'name',
  'color',
  'maxRows',
  'maxCols',
  'frozenRows',
  'frozenColumns',
  'columnWidths',
  'hiddenColumns',
  'hiddenGridlines',
  'conditionalRules',
  'filter',
  'protections',
] as const satisfies readonly (keyof TabParts)[];

/**
 * The steps from one view of a spreadsheet to a later one of the same viewer; none when nothing changed. What both
 * views share by reference is not looked into.
 */
export function patchesBetween(before: SpreadsheetView, after: SpreadsheetView): readonly SheetPatch[] {
  const patches: SheetPatch[] = [];
  const parts = changedParts(before, after, BOOK_PARTS);
  if (parts !== undefined) patches.push({ kind: 'book', parts });
  for (const tab of after.tabs) {
    const old = before.tabs.find(({ id }) => id === tab.id);
    if (old === undefined) patches.push({ kind: 'tab', tab });
    else patches.push(...tabPatches(old, tab));
  }
  const [was, order] = [before, after].map(({ tabs }) => tabs.map(({ id }) => id));
  if (order !== undefined && !isSameJson(was, order)) patches.push({ kind: 'tabs', order });
  return patches;
}

/** Prototypes do not matter: values of a script come from another realm. */
const isSameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function changedParts<T, K extends keyof T>(
  before: T,
  after: T,
  keys: readonly K[],
): { [key in K]?: T[key] } | undefined {
  const changed: { [key in K]?: T[key] } = {};
  for (const key of keys) {
    if (!isSameJson(before[key], after[key])) changed[key] = after[key];
  }
  return Object.keys(changed).length === 0 ? undefined : changed;
}

function tabPatches(before: TabView, after: TabView): readonly SheetPatch[] {
  const tab = after.id;
  const cells = changedCells(before.rows, after.rows);
  if (cells === undefined) return [{ kind: 'tab', tab: after }];
  const parts = changedParts(before, after, TAB_PARTS);
  return [
    ...(parts === undefined ? [] : [{ kind: 'parts', tab, parts } as const]),
    ...changedRuns(before, after).map(
      ([column, change]): SheetPatch => ({ kind: 'runs', tab, column, change }),
    ),
    ...(cells.length === 0 ? [] : [{ kind: 'cells', tab, cells } as const]),
  ];
}

function isSame(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (isDateCell(a)) return isDateCell(b) && a.d === b.d && a.n === b.n;
  return !isDateCell(b) && a.f === b.f;
}

function changedCells(before: readonly Row[], after: readonly Row[]): readonly PlacedCell[] | undefined {
  const changed: PlacedCell[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [old, row] = [before[i], after[i]];
    if (old === row) continue;
    for (let j = 0; j < Math.max(old?.length ?? 0, row?.length ?? 0); j++) {
      const cell = row?.[j] ?? '';
      if (!isSame(old?.[j] ?? '', cell)) changed.push([i + 1, j + 1, cell]);
    }
    if (changed.length > MOST_CELLS) return undefined;
  }
  return changed;
}

type Columns<T> = readonly (readonly [number, Runs<T>])[];

/** The columns whose runs differ, each with what it has now. */
function changedColumns<T>(before: RunsByColumn<T> = {}, after: RunsByColumn<T> = {}): Columns<T> {
  if (before === after) return [];
  const columns = new Set([...Object.keys(before), ...Object.keys(after)].map(Number));
  return [...columns]
    .filter((col) => !isSameJson(before[col] ?? [], after[col] ?? []))
    .map((col) => [col, after[col] ?? []]);
}

function changedRuns(before: TabView, after: TabView): readonly (readonly [number, ColumnRuns])[] {
  const styles = new Set([...Object.keys(before.styles), ...Object.keys(after.styles)]);
  return [
    ...changedColumns(before.formats, after.formats).map(
      ([col, runs]) => [col, { of: 'formats', runs }] as const,
    ),
    ...changedColumns(before.validations, after.validations).map(
      ([col, runs]) => [col, { of: 'validations', runs }] as const,
    ),
    ...changedColumns(before.notes, after.notes).map(([col, runs]) => [col, { of: 'notes', runs }] as const),
    ...[...styles].flatMap((style) =>
      changedColumns(before.styles[style], after.styles[style]).map(
        ([col, runs]) => [col, { of: 'styles', style, runs }] as const,
      ),
    ),
  ];
}
