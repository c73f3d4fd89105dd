import type { TableValue } from '../../src/sandbox/store/read-table.ts';
import { formatCell } from './format-cell.ts';
import { TAB_SHAPES, type TabShape } from './tab-shapes.ts';
import { readTimeZone, type World } from './world.ts';

/** One row by header text. */
export type TableRow = Readonly<Record<string, string>>;
export type Tables = Readonly<Record<string, readonly TableRow[]>>;

/** The registry's tabs (or only those named) as they stand, keyed by tab and header, rows in order of ID. */
export function readTables(world: World, names?: readonly string[]): Tables {
  const shapes = TAB_SHAPES.filter((shape) => names?.includes(shape.name) ?? true);
  return Object.fromEntries(shapes.map((shape) => [shape.name, readTable(world, shape)]));
}

function readTable(world: World, shape: TabShape): readonly TableRow[] {
  const [headerRow = [], ...rows] = world.workspace.table(world.spreadsheetId, shape.name);
  const headers = headerRow.map(String);
  const timeZone = readTimeZone(world, world.spreadsheetId);
  const idColumn = headers.indexOf(shape.idHeader);
  const currencyColumn = headers.indexOf('Currency');
  const records = rows
    .filter((row) => (row[idColumn] ?? '') !== '')
    .map((row) => formatRow(row, headers, shape, String(row[currencyColumn] ?? ''), timeZone));
  return records.sort((a, b) => compareIds(a[shape.idHeader] ?? '', b[shape.idHeader] ?? ''));
}

function formatRow(
  row: readonly TableValue[],
  headers: readonly string[],
  shape: TabShape,
  currency: string,
  timeZone: string,
): TableRow {
  return Object.fromEntries(
    headers.flatMap((header, n) =>
      header === ''
        ? []
        : [[header, formatCell(row[n] ?? '', { type: shape.types.get(header), currency, timeZone })]],
    ),
  );
}

/** By the number in the ID; rows whose ID has none keep the order of the sheet. */
function compareIds(a: string, b: string): number {
  return idNumber(a) - idNumber(b);
}

function idNumber(id: string): number {
  return Number(/^(?:[A-Z]+-)?(\d+)$/.exec(id)?.[1] ?? 0);
}
