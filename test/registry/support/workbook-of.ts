import type {
  Area,
  ProtectionRead,
  Rows,
  TableRead,
  WorkbookRead,
} from '../../../src/registry/audit/workbook-read.ts';
import { heads } from '../../../src/registry/commands/heads.ts';
import { assembleFinance } from '../../../src/registry/rows/assemble-finance.ts';
import { formatCell } from '../../../src/registry/rows/cell-values.ts';
import { readLayout } from '../../../src/registry/rows/table-layout.ts';
import type { Column, ColumnType, Tab } from '../../../src/registry/schema/column.ts';
import { listProtections } from '../../../src/registry/schema/protections.ts';
import {
  JOURNAL_TAB,
  STATE_TAB,
  TAB_ORDER,
  TABS,
  type TabKind,
} from '../../../src/registry/schema/schema.ts';
import { FINANCE_TAB } from '../../../src/registry/schema/tabs/finance.ts';
import type { TestDoor } from './test-door.ts';

/** The workbook that the door's registry would show, as an audit reads it. */
export function workbookOf(door: TestDoor): WorkbookRead {
  const { timeZone, records } = door;
  const cell = (type: ColumnType, text: string) => {
    const value = formatCell(type, text, timeZone);
    return typeof value === 'string' ? value.replace(/^'/, '') : value;
  };
  const tables = TAB_ORDER.map((kind): [TabKind, TableRead] => {
    const columns = TABS[kind].columns as readonly Column<never>[];
    const layout = readLayout(
      kind,
      columns.map(({ header }) => header),
    );
    const rows = records
      .list(kind)
      .map((record) => columns.map(({ type, value }) => cell(type, value(record as never))));
    return [kind, { layout, rows }];
  });
  const finance = assembleFinance(records, door.today).map((texts, i) =>
    texts.map((text, j) => cell(i === 0 ? 'text' : (FINANCE_TAB.columns[j]?.type ?? 'text'), text)),
  );
  return {
    now: door.now,
    timeZone,
    owner: '',
    tabs: listProtections().map(({ tab }) => tab),
    tables: new Map(tables),
    finance,
    journal: journalOf(door),
    state: [STATE_TAB.headers, ...door.stateRows],
    archives: [],
    protections: protectionsOf(door),
  };
}

function journalOf({ journalRows }: TestDoor): Rows {
  const rows = journalRows.map((row) => {
    const { entry, at, actor, command, subject, outcome, changes, reason, hash, part, of, key } = row;
    return [entry, new Date(at), actor, command, subject, outcome, changes, reason, hash, part, of, key, at];
  });
  return [JOURNAL_TAB.headers, ...rows];
}

function protectionsOf({ records }: TestDoor): ReadonlyMap<string, readonly ProtectionRead[]> {
  const editors = heads(records.list('team').map(({ member }) => member));
  return new Map(
    listProtections().map(({ tab, protection, openHeaders }) => {
      const headers = headersOf(tab);
      const open = openHeaders.map(
        (header): Area => ({ row: 2, column: headers.indexOf(header) + 1, rows: 999, columns: 1 }),
      );
      const common = { area: null, domainEdits: false, open };
      const closed = { ...common, warningOnly: false, editors };
      return [tab, [protection === 'hard' ? closed : { ...common, warningOnly: true, editors: null }]];
    }),
  );
}

function headersOf(name: string): readonly string[] {
  const tab = (Object.values(TABS) as readonly Tab<never>[]).find((one) => one.name === name);
  return tab?.columns.map(({ header }) => header) ?? [];
}
