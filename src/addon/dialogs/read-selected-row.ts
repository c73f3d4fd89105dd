import type { Kind } from '../../registry/records.ts';
import { idText } from '../../registry/rows/table-image.ts';
import type { Services } from '../services/services.ts';

/** Headers of columns that name records, with the kind that they name. A partner is known by its name as well. */
const NAMING: readonly (readonly [header: string, kind: Kind])[] = [
  ['Lead ID', 'leads'],
  ['Introduction ID', 'introductions'],
  ['Deal ID', 'deals'],
  ['Receipt ID', 'receipts'],
  ['Commission ID', 'commissions'],
  ['Partner ID', 'partners'],
  ['Referral partner', 'partners'],
  ['Person', 'team'],
];

/** The records that the selected row names, by their kind. */
export type SelectedRow = { readonly [K in Kind]?: string };

/**
 * The records named in the row that is selected, on whatever tab; none where the header, an empty row or several rows
 * are selected: a form is about one record.
 */
export function readSelectedRow(services: Services): SelectedRow {
  const range = services.workbook().getActiveRange();
  if (!range || range.getRow() < 2 || range.getNumRows() !== 1) return {};
  const sheet = range.getSheet();
  const width = sheet.getLastColumn();
  if (width === 0) return {};
  const headers = (sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(idText);
  const cells = sheet.getRange(range.getRow(), 1, 1, width).getValues()[0] ?? [];
  const named = new Map<Kind, string>();
  for (const [header, kind] of NAMING) {
    const position = headers.indexOf(header);
    const text = position < 0 ? '' : idText(cells[position]);
    if (text !== '' && !named.has(kind)) named.set(kind, text);
  }
  return Object.fromEntries(named);
}
