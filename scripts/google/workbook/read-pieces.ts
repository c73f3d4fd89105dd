import { columnLetters } from '../../../src/registry/audit/cell-name.ts';
import type { CellBlock } from './live-workbook.ts';

/** Google advises payloads of about 2 MB; a cell of a register takes some twenty bytes. */
const CELLS_A_REQUEST = 100_000;

/** A range of one request. */
export interface ReadPiece {
  readonly range: string;
  /** Which block it is of, and how many of its rows come before. */
  readonly block: number;
  readonly offset: number;
  readonly cells: number;
}

/** The blocks cut into ranges, and these put together into requests of a bearable size. */
export function piecesOf(blocks: readonly CellBlock[]): readonly (readonly ReadPiece[])[] {
  const requests: ReadPiece[][] = [];
  let room = 0;
  for (const piece of blocks.flatMap(cut)) {
    if (piece.cells > room) {
      requests.push([]);
      room = CELLS_A_REQUEST;
    }
    requests.at(-1)?.push(piece);
    room -= piece.cells;
  }
  return requests;
}

function cut(block: CellBlock, index: number): readonly ReadPiece[] {
  const rowsAPiece = Math.max(1, Math.floor(CELLS_A_REQUEST / block.columns));
  const count = Math.ceil(block.rows / rowsAPiece);
  return Array.from({ length: count }, (_, i) => {
    const offset = i * rowsAPiece;
    const rows = Math.min(rowsAPiece, block.rows - offset);
    const range = rangeOf({ ...block, row: block.row + offset, rows });
    return { range, block: index, offset, cells: rows * block.columns };
  });
}

/** A1 notation of a block; a tab's name in quotes is never taken for a range. */
export function rangeOf({ tab, row, column, rows, columns }: CellBlock): string {
  const from = `${columnLetters(column)}${row}`;
  return `'${tab.replaceAll("'", "''")}'!${from}:${columnLetters(column + columns - 1)}${row + rows - 1}`;
}
