import type { World } from '../../../scripts/replay/world.ts';
import type { Instant } from '../../../src/core/calendar/dates.ts';
import { chainEntry, formatEntry } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import type { Kind } from '../../../src/registry/records.ts';
import { formatCell, literalText } from '../../../src/registry/rows/cell-values.ts';
import type { Tab } from '../../../src/registry/schema/column.ts';
import { JOURNAL_TAB, STATE_TAB, TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import { spreadStateRow } from '../../../src/registry/state/format-state.ts';
import { recordKey } from '../../../src/registry/state/record-key.ts';
import { digest, type TestDoor } from '../../registry/support/test-door.ts';
import { readState } from '../../support/fill-records.ts';
import { type FilledCell, fillTab } from '../../support/fill-tab.ts';
import { jumpTo } from '../../support/jump-to.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';
import { BLOCK_LEADS, playLeads, playSnapshots, TODAY } from './play-courses.ts';
import { type Renaming, renameText, wordOf } from './rename-block.ts';

const ZONE = 'America/Chicago';

/** Kinds that a block is made of; the others are the registry's own. */
const KINDS = [
  'leads',
  'introductions',
  'deals',
  'receipts',
  'commissions',
  'accounts',
  'partners',
  'snapshots',
  'outbox',
] as const satisfies readonly Kind[];

const PREFIXES = { leads: 'L', introductions: 'I', deals: 'D', receipts: 'R', commissions: 'C' } as const;
const MORE_PREFIXES = { accounts: 'A', snapshots: 'S', outbox: 'M' } as const;

/** What was played once, as text, with the kinds of record that it is about. */
interface Block {
  readonly records: readonly { readonly kind: TabKind; readonly id: string; readonly json: string }[];
  readonly entries: readonly string[];
  /** How many numbers of each prefix one repetition takes. */
  readonly takes: { readonly [prefix: string]: number };
}

function blockOf(door: TestDoor, own: readonly (typeof KINDS)[number][]): Block {
  // Lists to finance are the whole registry's, one a week, not each block's.
  const lists = new Set(
    door.records
      .list('outbox')
      .filter(({ kind }) => kind === 'due-list')
      .map(({ id }) => id),
  );
  const isOwn = (kind: string, id: string) => own.some((one) => one === kind) && !lists.has(id);
  const records = own.flatMap((kind) =>
    door.records.list(kind).flatMap((record) => {
      return isOwn(kind, record.id) ? [{ kind, id: record.id, json: JSON.stringify(record) }] : [];
    }),
  );
  const entries = door.journal.flatMap((entry) => {
    const changes = entry.changes.filter(({ r }) => {
      const slash = r.indexOf('/');
      return isOwn(r.slice(0, slash), r.slice(slash + 1));
    });
    return changes.length === 0 ? [] : [JSON.stringify({ ...entry, changes })];
  });
  const prefixes = Object.entries({ ...PREFIXES, ...MORE_PREFIXES });
  const takes = prefixes.map(([kind, prefix]) => [prefix, door.records.highestNumber(kind as Kind)] as const);
  return { records, entries, takes: Object.fromEntries(takes) };
}

const played = new Map<string, TestDoor>();

/** Three years take a second to play: each block is played once, however many worlds are filled with it. */
function playOnce(name: string, play: () => TestDoor): TestDoor {
  const door = played.get(name) ?? play();
  played.set(name, door);
  return door;
}

/** How one repetition of a block is named. */
function renamingOf(takes: Block['takes'], n: number, base: Renaming['offsets'], partner: number): Renaming {
  const offsets = Object.fromEntries(
    Object.entries(takes).map(([prefix, count]) => [prefix, (base[prefix] ?? 0) + n * count]),
  );
  return { offsets, partner, customer: (place) => wordOf(n * BLOCK_LEADS + place) };
}

/**
 * A registry with so many leads, three years of journal, and 200 partners unless told otherwise (fewer where there are
 * fewer leads) with a snapshot a month: records, tables and a journal whose chain is whole. A block of leads is played by the registry's own
 * commands and repeated under other names.
 */
export function openScaledWorld(root: string, leads: number, mostPartners = 200): World {
  const repeats = Math.ceil(leads / BLOCK_LEADS);
  const partners = Math.min(mostPartners, repeats);
  const courses = blockOf(
    playOnce('leads', playLeads),
    KINDS.filter((kind) => kind !== 'partners' && kind !== 'snapshots'),
  );
  const months = blockOf(playOnce('snapshots', playSnapshots), ['partners', 'snapshots', 'outbox']);
  const behind = Object.fromEntries(Object.entries(courses.takes).map(([p, count]) => [p, count * repeats]));
  const renamings = [
    ...Array.from({ length: partners }, (_, n) => ({
      block: months,
      renaming: renamingOf(months.takes, n, behind, n + 1),
    })),
    ...Array.from({ length: repeats }, (_, n) => ({
      block: courses,
      renaming: renamingOf(courses.takes, n, {}, (n % partners) + 1),
    })),
  ];
  // Set up before the first of the entries, so that the journal is in order of time.
  const world = jumpTo(openFilledWorld(root, [{ at: '2024-01-01T12:00' }]), `${TODAY}T18:00:00Z`);
  fillBooks(world, renamings);
  return world;
}

type Repetition = { readonly block: Block; readonly renaming: Renaming };

function fillBooks(world: World, repetitions: readonly Repetition[]): void {
  let { mark } = readState(world);
  const texts = entriesInOrder(repetitions);
  const journal: FilledCell[][] = [];
  let lastRow = world.workspace.table(world.spreadsheetId, JOURNAL_TAB.name).length + 1;
  for (const text of texts) {
    const { hash: _hash, entry: _entry, ...plan } = JSON.parse(text) as JournalEntry;
    const entry = chainEntry(plan, mark, digest);
    const rows = formatEntry(entry);
    mark = { ...mark, applied: entry.entry, hash: entry.hash, journalRow: lastRow };
    lastRow += rows.length;
    for (const row of rows) {
      journal.push([
        row.entry,
        new Date(row.at as Instant),
        ...[row.actor, row.command, row.subject, row.outcome, row.changes, row.reason, row.hash].map(
          literalText,
        ),
        row.part,
        row.of,
        literalText(row.key),
        literalText(row.at),
      ]);
    }
    // Not all at once: years of journal would not fit into memory twice.
    if (journal.length >= 10_000) fillTab(world, JOURNAL_TAB.name, journal.splice(0));
  }
  if (journal.length > 0) fillTab(world, JOURNAL_TAB.name, journal);
  const tables = new Map<TabKind, FilledCell[][]>(KINDS.map((kind) => [kind, []]));
  const state: FilledCell[][] = [];
  for (const { block, renaming } of repetitions) {
    for (const { kind, id, json } of block.records) {
      const text = renameText(json, renaming);
      const key = recordKey(kind, renameText(id, renaming));
      state.push(spreadStateRow([key, mark.applied, text]).map(asWritten));
      tables.get(kind)?.push(rowOf(kind, JSON.parse(text)));
    }
  }
  state.push(spreadStateRow(['mark', mark.applied, JSON.stringify(mark)]).map(asWritten));
  fillTab(world, STATE_TAB.name, state);
  for (const [kind, rows] of tables) if (rows.length > 0) fillTab(world, TABS[kind].name, rows);
}

/** The entries of all repetitions in the order in which they came about. */
function* entriesInOrder(repetitions: readonly Repetition[]): Iterable<string> {
  const queue = repetitions.flatMap(({ block, renaming }) =>
    block.entries.map((text) => ({ at: /"at":"([^"]+)"/.exec(text)?.[1] ?? '', text, renaming })),
  );
  queue.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { text, renaming } of queue) yield renameText(text, renaming);
}

function asWritten(cell: string | number): string | number {
  return typeof cell === 'string' ? literalText(cell) : cell;
}

function rowOf(kind: TabKind, record: unknown): FilledCell[] {
  const tab = TABS[kind] as Tab<never>;
  return tab.columns.map((column) => formatCell(column.type, column.value(record as never), ZONE));
}
