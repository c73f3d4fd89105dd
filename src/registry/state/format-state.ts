import { CHARACTERS_IN_A_CELL, splitText } from '../rows/split-text.ts';
import type { RecordChange } from './draft.ts';
import { type BooksMark, MARK_KEY, type StateRow } from './state.ts';

const DATA_COLUMNS = 4;

/** What the data columns hold of one record's JSON: each may lose a place to a character that is not cut in half. */
export const MOST_CHARACTERS_OF_A_RECORD = DATA_COLUMNS * (CHARACTERS_IN_A_CELL - 1);

/** The rows that tell `_state` of an entry's changes, the mark last: once it stands there, the entry is applied. */
export function formatState(changes: readonly RecordChange[], mark: BooksMark): readonly StateRow[] {
  return [
    ...changes.map(({ key, after }): StateRow => [key, mark.applied, JSON.stringify(after)]),
    [MARK_KEY, mark.applied, JSON.stringify(mark)],
  ];
}

/** The cells of a `_state` row: the record's text is spread over the data columns. */
export function spreadStateRow([record, entry, json]: StateRow): readonly (string | number)[] {
  const parts = splitText(json);
  if (parts.length > DATA_COLUMNS) throw new Error(`${record} is too long to be kept.`);
  return [record, entry, ...parts, ...Array.from({ length: DATA_COLUMNS - parts.length }, () => '')];
}
