import type { FileSpec, FileTab } from '../../files/file-spec.ts';
import type { RecordTypes } from '../../records.ts';
import type { Column } from '../../schema/column.ts';
import { TABS } from '../../schema/schema.ts';
import { assembleStatementTab } from './assemble-statement-tab.ts';
import { assembleSummary, type SnapshotFacts } from './assemble-summary.ts';

/**
 * A partner's snapshot: its own rows only, in the columns declared for partners only, with a summary before and the
 * statement behind them. Programme rules, section 6.
 */
export function assembleSnapshot(facts: SnapshotFacts): FileSpec {
  const { partnerName, month, rows, statement } = facts;
  return {
    name: `Lead registry – ${partnerName} – ${month}`,
    tabs: [
      assembleSummary(facts),
      assembleTab('leads', rows.leads),
      assembleTab('deals', rows.deals),
      assembleTab('commissions', rows.commissions),
      assembleStatementTab(statement),
    ],
  };
}

function assembleTab<K extends 'leads' | 'deals' | 'commissions'>(
  kind: K,
  records: readonly RecordTypes[K][],
): FileTab {
  const tab = TABS[kind];
  const all: readonly Column<RecordTypes[K]>[] = tab.columns;
  const columns = all.filter((column) => column.partners);
  return {
    name: tab.name,
    rows: [
      columns.map(({ header }) => header),
      ...records.map((record) => columns.map(({ value }) => value(record))),
    ],
    columns: columns.map(({ type, width }) => ({ type, width })),
    headings: [0],
    frozenRows: 1,
  };
}
