import type { BlockWrite } from './assemble-writes.ts';
import { sameRead, sameWritten, type TableImage } from './table-image.ts';

/** Whether a row reads as it was before, but for what was written to it. */
export function rowIsAsWritten(
  row: number,
  read: readonly unknown[],
  before: TableImage,
  blocks: readonly BlockWrite[],
): boolean {
  const former = before.cells.get(row) ?? [];
  const width = Math.max(former.length, read.length);
  for (let position = 0; position < width; position += 1) {
    let isRight = sameRead(former[position], read[position]);
    for (const block of blocks) {
      const value = block.values[row - block.row]?.[position + 1 - block.column];
      if (value !== undefined) isRight = sameWritten(value, read[position]);
    }
    if (!isRight) return false;
  }
  return true;
}

/** Whether the headers are the same, whatever follows on the right. */
export function sameHeaders(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.every((header, position) => sameRead(header, now[position]));
}
