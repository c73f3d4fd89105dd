import { isCurrency } from '../../src/core/money/currency-digits.ts';
import type { ColumnType } from '../../src/registry/schema/column.ts';
import type { TableValue } from '../../src/sandbox/store/read-table.ts';
import { formatCell } from './format-cell.ts';
import { TAB_SHAPES } from './tab-shapes.ts';
import { readTimeZone, type World } from './world.ts';

/** A file that the registry made for others. */
export interface SharedFile {
  readonly name: string;
  /** Who may look at it, without its owner. */
  readonly viewers: readonly string[];
  /** Each tab row by row, its cells written as those of the tables. */
  readonly tabs: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** All spreadsheets but the registry; its forms are no spreadsheets. */
export function readFiles(world: World): readonly SharedFile[] {
  const { workspace, spreadsheetId } = world;
  return workspace
    .files()
    .filter((file) => file.kind === 'spreadsheet' && file.id !== spreadsheetId && !file.trashed)
    .map((file) => ({
      name: file.name,
      viewers: file.viewers.filter((viewer) => viewer !== file.owner),
      tabs: Object.fromEntries(workspace.tabs(file.id).map((tab) => [tab, readTab(world, file.id, tab)])),
    }));
}

/**
 * A tab's columns are those of the registry's tab of that name, where its first row names them. In any other tab a row's
 * currency is its first cell, or stands in the heading above it; numbers of a currency are amounts.
 */
function readTab(world: World, fileId: string, tab: string): readonly (readonly string[])[] {
  const rows = world.workspace.table(fileId, tab);
  const timeZone = readTimeZone(world, fileId);
  const shape = TAB_SHAPES.find((candidate) => candidate.name === tab);
  if (shape === undefined) return formatReport(rows, timeZone);
  const headers = (rows[0] ?? []).map(String);
  const types = headers.map((header) => shape.types.get(header));
  const currencyColumn = headers.indexOf('Currency');
  return rows.map((row) => formatRow(row, types, String(row[currencyColumn] ?? ''), timeZone));
}

const HEADING_WITH_CURRENCY = / in ([A-Z]{3})\b/;

function formatReport(
  rows: readonly (readonly TableValue[])[],
  timeZone: string,
): readonly (readonly string[])[] {
  let below = '';
  return rows.map((row) => {
    const first = String(row[0] ?? '');
    below = HEADING_WITH_CURRENCY.exec(first)?.[1] ?? below;
    const currency = isCurrency(first) ? first : below;
    return row.map((cell) => {
      const type = typeof cell === 'number' ? 'amount' : undefined;
      return formatCell(cell, { type, currency, timeZone });
    });
  });
}

function formatRow(
  row: readonly TableValue[],
  types: readonly (ColumnType | undefined)[],
  currency: string,
  timeZone: string,
): readonly string[] {
  return row.map((cell, n) => formatCell(cell, { type: types[n], currency, timeZone }));
}
