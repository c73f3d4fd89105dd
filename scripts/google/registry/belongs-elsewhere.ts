import type { script_v1 } from 'googleapis/build/src/apis/script/index.js';

/**
 * Whether a script belongs to another file than this spreadsheet. One of which Google does not say what it belongs to is not
 * taken for another's: its documents call that field optional.
 */
export function belongsElsewhere({ parentId }: script_v1.Schema$Project, spreadsheetId: string): boolean {
  return typeof parentId === 'string' && parentId !== spreadsheetId;
}
