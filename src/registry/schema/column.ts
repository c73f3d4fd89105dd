/**
 * How a column's values look in the sheet. In between, every value is its canonical text: `YYYY-MM-DD` for a
 * date, a UTC moment for a moment, a decimal string for an amount, `yes`, `no` or `not yet` for an answer.
 */
export type ColumnType =
  | 'text'
  | 'long-text'
  | 'date'
  | 'moment'
  | 'amount'
  | 'rate'
  | 'integer'
  | 'answer'
  | 'choice'
  | 'link';

/**
 * Who may write a column: `people` type into it and the change becomes a command; `computed` columns follow
 * from the records and are put back when typed over; `notes` are free for anyone and belong to no rule.
 */
export type Writer = 'people' | 'computed';

export interface Column<R> {
  /** Stable name in code; of a `people` column the field of the command that a typed value becomes. */
  readonly key: string;
  /** The header text: how the column is found, wherever people move it. Never renamed. */
  readonly header: string;
  readonly type: ColumnType;
  readonly writer: Writer;
  /** Pixels. */
  readonly width: number;
  /** Whether a partner's snapshot may show it. */
  readonly partners: boolean;
  /** The words a `choice` allows; offered as a dropdown. */
  readonly choices?: readonly string[];
  /** One sentence for the header's note and the column reference. */
  readonly meaning: string;
  /** The canonical text of the record's value, '' where it has none. */
  readonly value: (record: R) => string;
  /** For `date`: the header and the word beside which a day that is over is overdue. */
  readonly overdue?: { readonly header: string; readonly word: string };
  /** For `amount`: the currency of the record, which decides the decimals shown. */
  readonly currency?: (record: R) => string;
}

export interface Tab<R = never> {
  /** The kind of record kept here. */
  readonly kind: string;
  /** The tab's name; never renamed by the registry. */
  readonly name: string;
  readonly columns: readonly Column<R>[];
  /** Key of the column that identifies a row. */
  readonly idKey: string;
  /** `hard` tabs can be typed into by the programme head alone; the others warn and are put back. */
  readonly protection: 'hard' | 'warning';
  readonly hidden: boolean;
  readonly frozenColumns: number;
  /** Whether set-up gives it a filter: where people look for rows of one status rather than read all. */
  readonly isFiltered?: boolean;
  readonly meaning: string;
}
