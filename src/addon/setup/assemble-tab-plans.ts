import type { Column, Tab } from '../../registry/schema/column.ts';
import { openHeadersOf } from '../../registry/schema/protections.ts';
import {
  JOURNAL_TAB,
  NAMES_TAB,
  STATE_TAB,
  TAB_ORDER,
  TABS,
  type TabKind,
} from '../../registry/schema/schema.ts';
import { FINANCE_TAB } from '../../registry/schema/tabs/finance.ts';
import { RESOURCES_TAB } from '../door/links.ts';
import { FORMATS } from './number-formats.ts';

/** How one column of a tab is to look. */
export interface ColumnPlan {
  readonly header: string;
  /** The header's note. */
  readonly note: string;
  /** Pixels. */
  readonly width: number;
  /** Number format of the whole column; null where it stays automatic. */
  readonly format: string | null;
  /** The words offered as a dropdown; null where people choose freely, or do not type at all. */
  readonly choices: readonly string[] | null;
  /** Words that are shown in the colours of their tone. */
  readonly coloured: readonly string[];
  /** Set for a column of days: shown as overdue where that word stands in that column and the day is over. */
  readonly overdue?: { readonly header: string; readonly word: string };
}

/** How one tab is to look. */
export interface TabPlan {
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
  readonly frozenColumns: number;
  readonly hidden: boolean;
  readonly isFiltered?: boolean;
  /** `hard`: programme heads alone; `warning`: Sheets asks before it lets anybody type; `none`: anybody's. */
  readonly protection: 'hard' | 'warning' | 'none';
  /** Headers of columns that stay open to everybody: nobody is warned of typing where typing is meant. */
  readonly openHeaders: readonly string[];
  /** Whether it is one of the registry's own books, whose values nothing else can give back. */
  readonly isBook: boolean;
  /** Columns to spare for people's own; they may insert more. */
  readonly ownColumns: number;
}

const BOOK = {
  frozenColumns: 1,
  protection: 'warning',
  openHeaders: [],
  isBook: true,
  ownColumns: 0,
} as const;

const OWN_COLUMNS = 4;

/** The longest tabs, beside whose rows nobody keeps anything: empty columns count as cells too. */
const WITHOUT_OWN_COLUMNS: readonly TabKind[] = ['outbox', 'snapshots'];

const JOURNAL_FORMATS: { readonly [header: string]: string } = {
  Entry: '0',
  At: 'yyyy-mm-dd hh:mm:ss',
  Part: '0',
  Of: '0',
};

const JOURNAL: TabPlan = {
  ...BOOK,
  name: JOURNAL_TAB.name,
  hidden: false,
  columns: JOURNAL_TAB.headers.map((header) => bookColumn(header, JOURNAL_FORMATS[header] ?? null)),
};

const STATE: TabPlan = {
  ...BOOK,
  name: STATE_TAB.name,
  hidden: true,
  columns: STATE_TAB.headers.map((header) => bookColumn(header, null)),
};

/** Empty in a small registry, and read all the same: so a command needs as many calls however many records there are. */
const NAMES: TabPlan = {
  ...BOOK,
  name: NAMES_TAB.name,
  hidden: true,
  frozenColumns: 0,
  columns: NAMES_TAB.headers.map((header) => bookColumn(header, null)),
};

/** Online resources and communities for partners, kept by people. Programme rules, section 6. */
const RESOURCES: TabPlan = {
  name: RESOURCES_TAB.name,
  columns: [
    { ...bookColumn(RESOURCES_TAB.headers[0], null), note: 'What it is called.', width: 260 },
    { ...bookColumn(RESOURCES_TAB.headers[1], null), note: 'Where partners find it.', width: 320 },
    { ...bookColumn(RESOURCES_TAB.headers[2], null), note: 'Which partners it helps, and when.', width: 320 },
  ],
  frozenColumns: 0,
  hidden: false,
  protection: 'none',
  openHeaders: [],
  isBook: false,
  ownColumns: OWN_COLUMNS,
};

/** The totals, written anew by whatever changes a commission line. */
const FINANCE: TabPlan = {
  name: FINANCE_TAB.name,
  columns: FINANCE_TAB.columns.map(({ header, meaning, type, width }, i) => ({
    header,
    note: [i === 0 ? FINANCE_TAB.meaning : '', meaning].filter(Boolean).join('\n'),
    width,
    format: FORMATS[type],
    choices: null,
    coloured: [],
  })),
  frozenColumns: 3,
  hidden: false,
  protection: 'warning',
  openHeaders: [],
  isBook: false,
  ownColumns: 0,
};

/** Every tab of the workbook as it is to be, in the order in which the tabs stand. */
export function assembleTabPlans(): readonly TabPlan[] {
  const tables = TAB_ORDER.flatMap((kind) => {
    const plan = planOf(kind, TABS[kind] as Tab<never>);
    // The totals stand beside what they are the totals of.
    return kind === 'commissions' ? [plan, FINANCE] : [plan];
  });
  return [...tables, RESOURCES, JOURNAL, STATE, NAMES];
}

function planOf(kind: TabKind, tab: Tab<never>): TabPlan {
  const { name, frozenColumns, hidden, protection, isFiltered = false } = tab;
  return {
    name,
    frozenColumns,
    hidden,
    isFiltered,
    protection,
    openHeaders: openHeadersOf(tab),
    isBook: false,
    ownColumns: WITHOUT_OWN_COLUMNS.includes(kind) ? 0 : OWN_COLUMNS,
    columns: tab.columns.map((column, i) => columnPlan(column, i === 0 ? tab.meaning : '')),
  };
}

function columnPlan(column: Column<never>, tabMeaning: string): ColumnPlan {
  const { header, width, type, writer, choices, meaning } = column;
  const whoTypes =
    writer === 'people'
      ? 'You may type here; the registry checks it.'
      : 'Kept by the registry: what is typed here is put back.';
  return {
    header,
    note: [tabMeaning, meaning, whoTypes].filter(Boolean).join('\n'),
    width,
    format: FORMATS[type],
    choices: writer === 'people' && choices ? choices : null,
    coloured: choices ?? [],
    ...(column.overdue === undefined ? {} : { overdue: column.overdue }),
  };
}

function bookColumn(header: string, format: string | null): ColumnPlan {
  return { header, note: '', width: 140, format, choices: null, coloured: [] };
}
