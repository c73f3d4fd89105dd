import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import type { RecordTypes } from '../../registry/records.ts';
import { assembleFinance } from '../../registry/rows/assemble-finance.ts';
import { assembleFinanceWrites } from '../../registry/rows/assemble-finance-writes.ts';
import { FINANCE_TAB } from '../../registry/schema/tabs/finance.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { readBox, writeBlocks } from './tables.ts';

/** Whether the totals are others after these changes. */
export function changesFinance(changes: readonly RecordChange[]): boolean {
  return changes.some(
    (change) =>
      change.kind === 'commissions' ||
      change.kind === 'rates' ||
      isOfReport(change.kind, change.id) ||
      isRenaming(change),
  );
}

/** Names stand in the rows and order them. */
function isRenaming(change: RecordChange): boolean {
  const { kind, before, after } = change;
  if (kind !== 'partners' || before === null) return false;
  return (before as RecordTypes['partners']).partner.name !== (after as RecordTypes['partners']).partner.name;
}

function isOfReport(kind: RecordChange['kind'], id: string): boolean {
  return kind === 'settings' && id === 'Reporting currency';
}

/** Up to so many rows are written without a look at what stands there, which would be one more call for most commands. */
const FEW_ROWS = 500;

/**
 * Makes the Finance tab show the totals, headers and all, whatever people did to it. `before` says how many rows stood
 * there: few are written as a whole. Otherwise, and without it, the tab is read and the rows that say something else are
 * written. A tab that was deleted or renamed, or has lost columns, comes back with set-up; nothing else depends on it.
 */
export function showFinance(services: Services, records: RecordsView, before?: RecordsView): void {
  const sheet = services.workbook().getSheetByName(FINANCE_TAB.name);
  const width = FINANCE_TAB.columns.length;
  if (!sheet || sheet.getMaxColumns() < width) {
    services.tools.log(`The tab "${FINANCE_TAB.name}" or a column of it is missing: set-up makes it anew.`);
    return;
  }
  const { timeZone } = readSettings(records);
  const today = toPlainDate(toInstant(services.tools.startedAtMs), timeZone);
  const texts = assembleFinance(records, today);
  const stood = before === undefined ? Number.POSITIVE_INFINITY : assembleFinance(before, today).length;
  const isShort = Math.max(stood, texts.length) <= FEW_ROWS;
  const standing = isShort
    ? Array.from({ length: stood }, () => null)
    : readStanding(sheet, width, before === undefined);
  writeBlocks(sheet, assembleFinanceWrites({ standing, texts, timeZone }));
}

/**
 * What stands in the tab. The clock looks at it four times a day and can spare a call for the last row that holds something;
 * a command reads the grid as it is.
 */
function readStanding(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  width: number,
  looksForEnd: boolean,
): readonly (readonly unknown[])[] {
  const last = looksForEnd ? Math.max(1, sheet.getLastRow()) : Number.POSITIVE_INFINITY;
  return readBox(sheet, () => ({ row: 1, rows: Math.min(last, sheet.getMaxRows()), columns: width }));
}
