import type { Month } from '../../../core/calendar/dates.ts';
import type { PartnerId } from '../../../core/model/ids.ts';
import type { RecordTypes } from '../../records.ts';
import { TABS, type TabKind } from '../../schema/schema.ts';
import type { RecordsView } from '../../state/records-view.ts';
import type { FileSpec } from '../context.ts';

/**
 * What a partner may see of the records: its own rows only, in the columns declared for partners only, as literal
 * text. Programme rules, section 6.
 */
export function assembleSnapshot(
  records: RecordsView,
  partner: { readonly id: PartnerId; readonly name: string },
  month: Month,
): FileSpec {
  const leads = records.list('leads').filter(({ registration }) => registration.partner === partner.id);
  const own = new Set<string>(leads.map(({ id }) => id));
  return {
    name: `Lead registry – ${partner.name} – ${month}`,
    tabs: [
      assembleTab('leads', leads),
      assembleTab(
        'deals',
        records.list('deals').filter(({ deal }) => own.has(deal.lead)),
      ),
      assembleTab(
        'commissions',
        records.list('commissions').filter(({ line }) => line.partner === partner.id),
      ),
    ],
  };
}

function assembleTab<K extends TabKind>(
  kind: K,
  records: readonly RecordTypes[K][],
): FileSpec['tabs'][number] {
  const tab = TABS[kind];
  const columns = tab.columns.filter((column) => column.partners);
  return {
    name: tab.name,
    rows: [
      columns.map(({ header }) => header),
      ...records.map((record) => columns.map(({ value }) => value(record))),
    ],
  };
}
