import type { Column, ColumnType } from './column.ts';

type Options<R> = Partial<Omit<Column<R>, 'key' | 'header' | 'type' | 'value' | 'meaning'>>;

const WIDTHS: Record<ColumnType, number> = {
  text: 160,
  'long-text': 260,
  date: 105,
  moment: 150,
  amount: 130,
  rate: 70,
  integer: 80,
  answer: 95,
  choice: 120,
  link: 220,
};

function column<R>(
  type: ColumnType,
  key: string,
  header: string,
  meaning: string,
  value: (record: R) => string,
  options: Options<R> = {},
): Column<R> {
  return {
    key,
    header,
    type,
    meaning,
    value,
    writer: 'computed',
    width: WIDTHS[type],
    partners: false,
    ...options,
  };
}

/** A column that follows from the records and is put back when typed over. */
export function computed<R>(
  key: string,
  header: string,
  type: ColumnType,
  meaning: string,
  value: (record: R) => string,
  options: Options<R> = {},
): Column<R> {
  return column(type, key, header, meaning, value, options);
}

/** A column that people type into: the change becomes a command with `key` as its field. */
export function typed<R>(
  key: string,
  header: string,
  type: ColumnType,
  meaning: string,
  value: (record: R) => string,
  options: Options<R> = {},
): Column<R> {
  return column(type, key, header, meaning, value, { writer: 'people', ...options });
}

/** Shown to partners in their snapshots. */
export const SHOWN = { partners: true } as const;
