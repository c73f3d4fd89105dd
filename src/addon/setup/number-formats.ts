import type { ColumnType } from '../../registry/schema/column.ts';

/** Text stays automatic: the registry writes it as literal text, which the plain-text format would show wrongly. */
export const FORMATS: { readonly [T in ColumnType]: string | null } = {
  text: null,
  'long-text': null,
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
  // Two decimals, and the third where a currency has one: never fewer than the amount.
  amount: '#,##0.00#',
  rate: '0.##########',
  integer: '0',
  answer: null,
  choice: null,
  link: null,
};

/** The format of a cell that has none of its own. */
export const AUTOMATIC = 'General';

/** The format of one cell: an amount with exactly the decimals that its text has. */
export function numberFormatOf(type: ColumnType, text: string): string {
  if (type === 'amount') {
    const decimals = text.split('.')[1]?.length ?? 0;
    return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  }
  return FORMATS[type] ?? AUTOMATIC;
}
