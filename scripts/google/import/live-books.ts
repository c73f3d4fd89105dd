import { schemaOfBooks } from '../../../src/registry/migrations/schema-version.ts';
import { readLayout, type TableLayout } from '../../../src/registry/rows/table-layout.ts';
import {
  JOURNAL_TAB,
  STATE_TAB,
  TAB_ORDER,
  TABS,
  type TabKind,
} from '../../../src/registry/schema/schema.ts';
import { State } from '../../../src/registry/state/state.ts';
import { CommandRefused } from '../commands/command.ts';
import { type ApiValue, type LiveTab, type LiveWorkbook, wholeTab } from '../workbook/live-workbook.ts';

/** A registry's books as they stand in a workbook at Google, and where more can be written. */
export interface LiveBooks {
  readonly state: State;
  readonly timeZone: string;
  /** The version of the records. */
  readonly schema: number;
  readonly stateTab: LiveTab;
  readonly journalTab: LiveTab;
  /** The rows behind the last ones with content. */
  readonly nextStateRow: number;
  readonly nextJournalRow: number;
  /** The visible tables, and where their columns stand. */
  readonly tables: ReadonlyMap<TabKind, { readonly tab: LiveTab; readonly layout: TableLayout }>;
  /** Cells of all tabs together. */
  readonly cells: number;
}

/** Reads a registry's books. Throws a CommandRefused that says what has to be put right first. */
export async function readLiveBooks(
  workbook: LiveWorkbook,
  progress?: (done: number, all: number) => void,
): Promise<LiveBooks> {
  const { timeZone, tabs } = await workbook.meta();
  const stateTab = findTab(tabs, STATE_TAB.name);
  const journalTab = findTab(tabs, JOURNAL_TAB.name);
  const kinds = TAB_ORDER.map((kind) => ({ kind, tab: findTab(tabs, TABS[kind].name) }));
  const heads = [journalTab, ...kinds.map(({ tab }) => tab)].map((tab) => ({ ...wholeTab(tab), rows: 1 }));
  const entries = { ...wholeTab(journalTab), columns: 1 };
  const [rows = [], journal = [], [journalHead = []] = [], ...headers] = await workbook.read(
    [wholeTab(stateTab), entries, ...heads],
    progress === undefined ? {} : { progress },
  );
  checkHeaders(STATE_TAB, rows[0] ?? []);
  checkHeaders(JOURNAL_TAB, journalHead);
  const state = State.parse(rows.slice(1));
  checkWhole(state, journal);
  const tables = new Map(
    kinds.map(({ kind, tab }, i) => {
      const layout = readLayout(kind, headers[i]?.[0] ?? []);
      if (layout.missing.length > 0) {
        throw new CommandRefused(
          `The tab ${tab.title} lacks the columns ${layout.missing.join(', ')}. Choose Lead Registry > Administration > Set up this registry.`,
        );
      }
      return [kind, { tab, layout }];
    }),
  );
  return {
    state,
    timeZone,
    schema: schemaOfBooks(state.mark, []),
    stateTab,
    journalTab,
    nextStateRow: rows.length + 1,
    nextJournalRow: journal.length + 1,
    tables,
    cells: tabs.reduce((sum, tab) => sum + tab.rows * tab.columns, 0),
  };
}

function findTab(tabs: readonly LiveTab[], title: string): LiveTab {
  const tab = tabs.find((one) => one.title === title);
  if (tab !== undefined) return tab;
  throw new CommandRefused(
    `This spreadsheet has no tab ${title}, so it is no registry, or not set up yet. Open it and choose Lead Registry > Administration > Set up this registry.`,
  );
}

function checkHeaders(
  { name, headers }: { readonly name: string; readonly headers: readonly string[] },
  found: readonly ApiValue[],
): void {
  if (headers.every((header, i) => found[i] === header)) return;
  throw new CommandRefused(
    `The columns of the tab ${name} are not where they were. Move them back: ${headers.join(', ')}.`,
  );
}

function checkWhole({ mark, standing }: State, journal: readonly (readonly ApiValue[])[]): void {
  const last = Math.max(0, ...numbersIn(journal));
  if (mark.applied === 0) {
    throw new CommandRefused('This registry has no records yet. Choose Set up this registry in the sheet.');
  }
  if (last > mark.applied || (mark.rows !== undefined && standing < mark.rows)) {
    throw new CommandRefused(
      'Something was left unfinished in this registry. Choose any command in the sheet, which finishes it, and run this again.',
    );
  }
}

/** The numbers of the entries; spread over an argument list they would be too many. */
function numbersIn(journal: readonly (readonly ApiValue[])[]): readonly number[] {
  let last = 0;
  for (const [number] of journal) if (typeof number === 'number' && number > last) last = number;
  return [last];
}
