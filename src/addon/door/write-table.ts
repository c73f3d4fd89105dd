import { assembleRepairs, readTableNow, type WriteAttempt } from '../../registry/rows/assemble-repairs.ts';
import type { NewRow, TableWrites } from '../../registry/rows/assemble-writes.ts';
import { rowIsAsWritten, sameHeaders } from '../../registry/rows/check-writes.ts';
import { lastFilledRow } from '../../registry/rows/table-image.ts';
import { TABS } from '../../registry/schema/schema.ts';
import type { Services } from '../services/services.ts';
import { readRows, stretchesOf } from './read-rows.ts';
import { type OpenTable, readGrid, readHeaders, writeBlocks } from './tables.ts';

/** New rows up to so many go behind everything else one by one, which no moved row can disturb. */
export const FEW_NEW_ROWS = 4;

/** So often a tab is put right that somebody works in at the same time; the clock does the rest. */
const MOST_REPAIRS = 4;

/** Something written into a tab, to be looked at once it is durable. */
export interface WrittenTable {
  readonly table: OpenTable;
  readonly attempt: WriteAttempt;
}

/** Writes; nothing of it is known to stand where it should until `settleTables` has looked. */
export function writeTable(
  table: OpenTable,
  { blocks, appended }: TableWrites,
  about: Omit<WriteAttempt, 'before' | 'written'>,
): WrittenTable {
  const placed = placeNewRows(table, appended);
  writeBlocks(table.sheet, [...blocks, ...placed.blocks]);
  for (const { cells } of placed.appended) table.sheet.appendRow([...cells]);
  const overwritable = placed.blocks.length > 0 ? knownIds(table) : [];
  return {
    table,
    attempt: {
      ...about,
      before: table.image,
      written: { blocks: [...blocks, ...placed.blocks], appended },
      mustStand: new Set([...about.mustStand, ...appended.map(({ id }) => id), ...overwritable]),
    },
  };
}

/** Few new rows find their place as they are written; many are a block behind the last row that was seen. */
function placeNewRows(table: OpenTable, appended: readonly NewRow[]): TableWrites {
  if (appended.length <= FEW_NEW_ROWS) return { blocks: [], appended };
  const row = lastFilledRow(table.image) + 1;
  return { blocks: [{ row, column: 1, values: appended.map(({ cells }) => cells) }], appended: [] };
}

function knownIds({ image }: OpenTable): readonly string[] {
  return [...image.cells.keys()].flatMap((row) => {
    const id = String(image.ids[row - 2] ?? '').trim();
    return id === '' ? [] : [id];
  });
}

/**
 * Makes what was written durable and looks whether it stands where it was meant to: no lock keeps people from sorting,
 * inserting, deleting or moving while a script writes to row and column numbers. What was hit instead is put right.
 */
export function settleTables(services: Services, written: readonly WrittenTable[]): void {
  if (written.length === 0) return;
  services.spreadsheets.flush();
  for (const one of written) if (!isInPlace(one)) putRight(services, one);
}

function isInPlace({ table, attempt }: WrittenTable): boolean {
  const { sheet, image } = table;
  const { blocks } = attempt.written;
  if (!sameHeaders(image.headers, readHeaders(sheet))) return false;
  const rows = new Set(blocks.flatMap(({ row, values }) => values.map((_, i) => row + i)));
  const read = readRows(table, stretchesOf([...rows]));
  return [...rows].every((row) => rowIsAsWritten(row, read.get(row) ?? [], image, blocks));
}

function putRight(services: Services, { table, attempt }: WrittenTable): void {
  const { sheet, kind } = table;
  let { written } = attempt;
  for (let repair = 1; repair <= MOST_REPAIRS; repair += 1) {
    const now = readTableNow(kind, readGrid(sheet), sheet.getDataRange().getFormulas());
    if (now === null) {
      services.tools.log(`The tab "${TABS[kind].name}" lost a header while it was written to: set up again.`);
      return;
    }
    const repairs = assembleRepairs(now, { ...attempt, written });
    if (repairs.blocks.length + repairs.appended.length === 0) return;
    services.tools.log(`Somebody moved rows or columns of the tab "${TABS[kind].name}": putting it right.`);
    writeBlocks(sheet, repairs.blocks);
    for (const { cells } of repairs.appended) sheet.appendRow([...cells]);
    services.spreadsheets.flush();
    written = {
      blocks: [...written.blocks, ...repairs.blocks],
      appended: [...written.appended, ...repairs.appended],
    };
  }
}
