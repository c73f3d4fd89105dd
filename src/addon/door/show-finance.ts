import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { assembleFinance } from '../../registry/rows/assemble-finance.ts';
import { FINANCE_TAB } from '../../registry/schema/tabs/finance.ts';
import type { RecordChange } from '../../registry/state/draft.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { writeBlocks } from './tables.ts';

/** Whether the totals are others after these changes. */
export function changesFinance(changes: readonly RecordChange[]): boolean {
  return changes.some(({ kind, id }) => kind === 'commissions' || kind === 'rates' || isOfReport(kind, id));
}

function isOfReport(kind: RecordChange['kind'], id: string): boolean {
  return kind === 'settings' && id === 'Reporting currency';
}

/**
 * Writes the Finance tab anew, headers and all, in one call that nothing has to be read for: whatever people did to it is
 * put right. `before` says what stood there, so that rows that are no more are emptied; without it the tab's own end
 * does. A tab that was deleted or renamed comes back with set-up; nothing else depends on it.
 */
export function showFinance(services: Services, records: RecordsView, before?: RecordsView): void {
  const sheet = services.workbook().getSheetByName(FINANCE_TAB.name);
  if (!sheet) {
    services.tools.log(`The tab "${FINANCE_TAB.name}" is missing: set-up makes it anew.`);
    return;
  }
  const today = toPlainDate(toInstant(services.tools.startedAtMs), readSettings(records).timeZone);
  const rows = assembleFinance(records, today);
  const standing = before === undefined ? sheet.getLastRow() : assembleFinance(before, today).length;
  const empty = FINANCE_TAB.columns.map(() => '');
  const over = Array.from({ length: Math.max(0, standing - rows.length) }, () => empty);
  writeBlocks(sheet, [{ row: 1, column: 1, values: [...rows, ...over] }]);
}
