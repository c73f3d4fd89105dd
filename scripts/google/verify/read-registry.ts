import { toInstant } from '../../../src/core/calendar/to-instant.ts';
import type {
  Area,
  ProtectionRead,
  Rows,
  TableRead,
  WorkbookRead,
} from '../../../src/registry/audit/workbook-read.ts';
import { SCHEMA_VERSION } from '../../../src/registry/migrations/migrations.ts';
import { schemaOfBooks } from '../../../src/registry/migrations/schema-version.ts';
import { readLayout } from '../../../src/registry/rows/table-layout.ts';
import type { ColumnType } from '../../../src/registry/schema/column.ts';
import {
  JOURNAL_TAB,
  STATE_TAB,
  TAB_ORDER,
  TABS,
  type TabKind,
} from '../../../src/registry/schema/schema.ts';
import { FINANCE_TAB } from '../../../src/registry/schema/tabs/finance.ts';
import { State } from '../../../src/registry/state/state.ts';
import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { CommandRefused } from '../commands/command.ts';
import {
  type CellBlock,
  type LiveMeta,
  type LiveProtection,
  type LiveTab,
  type LiveWorkbook,
  openLiveWorkbook,
  wholeTab,
} from '../workbook/live-workbook.ts';
import { readArchives } from './read-archives.ts';
import { withDates } from './with-dates.ts';

const MOST_TRIES = 3;

/** How a registry is read. */
export interface ReadingHabits {
  readonly progress: (line: string) => void;
}

/**
 * Reads everything that an audit looks at. The journal is looked at before and after: where somebody worked meanwhile,
 * parts that don't belong together may have been read, and all is read again. Throws a CommandRefused where it is no
 * registry, or where it never stood still.
 */
export async function readRegistry(
  client: GoogleClient,
  workbook: LiveWorkbook,
  habits: ReadingHabits,
): Promise<WorkbookRead> {
  for (let attempt = 1; ; attempt += 1) {
    const meta = await workbook.meta();
    const read = await readOnce(client, workbook, meta, habits);
    const journal = tabOf(meta, JOURNAL_TAB.name);
    if (read.journal.length === (await countRows(workbook, journal))) return read;
    if (attempt === MOST_TRIES) {
      throw new CommandRefused(
        'People are working in the registry, and what was read does not belong together. Nothing was decided: run this again at a quieter time.',
      );
    }
    habits.progress('Somebody worked in the registry meanwhile: it is read again.');
  }
}

async function readOnce(
  client: GoogleClient,
  workbook: LiveWorkbook,
  meta: LiveMeta,
  { progress }: ReadingHabits,
): Promise<WorkbookRead> {
  const { timeZone, tabs } = meta;
  const books = [tabOf(meta, JOURNAL_TAB.name), tabOf(meta, STATE_TAB.name)];
  const kinds = TAB_ORDER.flatMap((kind) => {
    const tab = tabs.find(({ title }) => title === TABS[kind].name);
    return tab === undefined ? [] : [{ kind, tab }];
  });
  const finance = tabs.filter(({ title }) => title === FINANCE_TAB.name);
  const blocks = [...books, ...finance, ...kinds.map(({ tab }) => tab)].map(wholeTab);
  const [journal = [], state = [], ...others] = await workbook.read(blocks, {
    progress: (done, all) => progress(`${share(done, all)} of the cells are read.`),
  });
  checkVersion(state);
  const rest = others.slice(finance.length);
  const tables = new Map(
    kinds.map(({ kind }, i): [TabKind, TableRead] => [kind, toTable(kind, rest[i] ?? [], timeZone)]),
  );
  const financeTypes = FINANCE_TAB.columns.map(({ type }) => type);
  return {
    now: toInstant(client.now()),
    timeZone,
    owner: await readOwner(client, workbook.id),
    tabs: tabs.map(({ title }) => title),
    tables,
    finance: finance.length === 0 ? null : withDates(others[0] ?? [], financeTypes, timeZone),
    journal: toJournal(journal, timeZone),
    state,
    archives: await readArchives(state, (id) => openLiveWorkbook(client, id), toJournal),
    protections: new Map(tabs.map(({ title, protections }) => [title, protections.map(toProtection)])),
  };
}

function share(done: number, all: number): string {
  return `${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}`;
}

function tabOf({ tabs }: LiveMeta, title: string): LiveTab {
  const tab = tabs.find((one) => one.title === title);
  if (tab !== undefined) return tab;
  throw new CommandRefused(
    `This spreadsheet has no tab ${title}, so it is no registry, or not set up yet. Open it and choose Lead Registry > Administration > Set up this registry.`,
  );
}

/** Records of another version are decided by other rules. */
function checkVersion(state: Rows): void {
  const version = schemaOfBooks(State.parse(state.slice(1)).mark, []);
  if (version === SCHEMA_VERSION) return;
  throw new CommandRefused(
    `This registry has records of version ${version}, and this project knows those of version ${SCHEMA_VERSION}. Nothing was looked at: run the verify of the version that was pushed, or let a programme head choose Set up this registry, which brings an older registry up to date.`,
  );
}

/** Every command writes to the journal before anything else. */
async function countRows(workbook: LiveWorkbook, { title, rows }: LiveTab): Promise<number> {
  // A few more, in case rows were added.
  const numbers: CellBlock = { tab: title, row: 1, column: 1, rows, columns: 1 };
  const [found = []] = await workbook.read([numbers]);
  return found.length;
}

function toTable(kind: TabKind, rows: Rows, timeZone: string): TableRead {
  const [headers = []] = rows;
  const layout = readLayout(kind, headers);
  const types: ColumnType[] = [];
  for (const [position, { type }] of layout.columns) types[position] = type;
  return { layout, rows: withDates(rows, types, timeZone).slice(1) };
}

/** The journal's second column is a moment for people. */
function toJournal(rows: Rows, timeZone: string): Rows {
  const at = (rows[0] ?? []).indexOf('At');
  const types: ColumnType[] = [];
  if (at >= 0) types[at] = 'moment';
  return withDates(rows, types, timeZone);
}

function toProtection({ block, warningOnly, editors, domainEdits, open }: LiveProtection): ProtectionRead {
  return { area: block, warningOnly, editors, domainEdits, open: open.map((area): Area => area) };
}

/** Who owns the file; null where whoever runs this may not know. */
async function readOwner(client: GoogleClient, fileId: string): Promise<string | null> {
  try {
    const { owners } = await client.read(`the owner of ${fileId}`, () =>
      client.drive.files.get({ fileId, fields: 'owners(emailAddress)', supportsAllDrives: true }),
    );
    return owners?.[0]?.emailAddress?.toLowerCase() ?? '';
  } catch (error) {
    if (error instanceof GoogleProblem && (error.kind === 'denied' || error.kind === 'missing')) return null;
    throw error;
  }
}
