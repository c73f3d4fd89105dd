import type { Services } from '../services/services.ts';

const LEAD_ID = 'Lead ID';
const SHAPE = /^L-\d{4,}$/;

/**
 * The Lead ID in the row that is selected, on whatever tab has such a column; null where there is none. A selection of
 * several rows counts as none: the commands are about one lead.
 */
export function readSelectedLead(services: Services): string | null {
  const range = services.workbook().getActiveRange();
  if (!range || range.getRow() < 2 || range.getNumRows() !== 1) return null;
  const sheet = range.getSheet();
  const width = sheet.getLastColumn();
  if (width === 0) return null;
  const headers = sheet.getRange(1, 1, 1, width).getValues()[0] ?? [];
  const position = headers.findIndex((header) => String(header).trim() === LEAD_ID);
  if (position < 0) return null;
  const id = String(sheet.getRange(range.getRow(), position + 1).getValue()).trim();
  return SHAPE.test(id) ? id : null;
}
