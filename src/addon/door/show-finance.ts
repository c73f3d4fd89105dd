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
import { writeBlocks } from './tables.ts';

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

/**
 * Makes the Finance tab show the totals, headers and all, whatever people did to it: it is held against what stands there,
 * and the rows that say something else are written. One read, and at most two writes. A tab that was deleted or renamed
 * comes back with set-up; nothing else depends on it.
 */
export function showFinance(services: Services, records: RecordsView): void {
  const sheet = services.workbook().getSheetByName(FINANCE_TAB.name);
  if (!sheet) {
    services.tools.log(`The tab "${FINANCE_TAB.name}" is missing: set-up makes it anew.`);
    return;
  }
  const { timeZone } = readSettings(records);
  const today = toPlainDate(toInstant(services.tools.startedAtMs), timeZone);
  const standing: unknown[][] = sheet.getDataRange().getValues();
  writeBlocks(sheet, assembleFinanceWrites({ standing, texts: assembleFinance(records, today), timeZone }));
}
