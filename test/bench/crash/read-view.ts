import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { JournalRow } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../../src/registry/journal/parse-entries.ts';
import { redoEntries } from '../../../src/registry/journal/replay-entries.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import { compareRows } from '../../../src/registry/rows/compare-rows.ts';
import { readLayout } from '../../../src/registry/rows/table-layout.ts';
import { JOURNAL_TAB, STATE_TAB, TAB_ORDER, TABS } from '../../../src/registry/schema/schema.ts';
import { State } from '../../../src/registry/state/state.ts';
import { type Cell, isDateCell } from '../../../src/sandbox/store/cells.ts';
import type { SheetState } from '../../../src/sandbox/store/sheet-state.ts';
import type { FileState, WorldState } from '../../../src/sandbox/world-state.ts';

/** What a registry says, in a form in which two of them can be compared. */
export interface View {
  /** The rows of every tab as text; those of the journal and `_state` by their meaning. */
  readonly tabs: ReadonlyMap<string, readonly string[]>;
  readonly notes: ReadonlyMap<string, string>;
  /** Files with their sharing, triggers, properties, forms, time zone. */
  readonly outside: readonly string[];
  /** Formats, dropdowns, protections, widths of every tab. */
  readonly look: readonly string[];
  /** Commands that took effect in order, but for those of sending mail. */
  readonly commands: readonly string[];
  /** What contradicts itself: tables against records, records against journal, journal against its chain. */
  readonly contradictions: () => readonly string[];
  /** Where the journal's chain is broken: what is compared leaves the hashes out. */
  readonly broken: readonly string[];
}

const MAIL_COMMANDS = ['claimMail', 'settleMail'];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Reads the registry of that spreadsheet. IDs that Google gives are told by what they name. */
export function readView(state: WorldState, spreadsheetId: string): View {
  const workbook = state.spreadsheets[spreadsheetId];
  if (!workbook) throw new Error('The registry is gone.');
  const same = namer(state);
  const sheet = (name: string) => workbook.sheets.find((one) => one.name === name);
  const books = [sheet(JOURNAL_TAB.name), sheet(STATE_TAB.name)] as const;
  const entries = parseEntries(journalRows(books[0]));
  const records = State.parse(books[1]?.rows ?? []);
  const tabs = new Map<string, readonly string[]>();
  for (const one of workbook.sheets) {
    if (one.name === JOURNAL_TAB.name || one.name === STATE_TAB.name) continue;
    tabs.set(
      one.name,
      one.rows.map((row) => same(JSON.stringify(row))),
    );
  }
  tabs.set(
    JOURNAL_TAB.name,
    entries.map(({ hash: _hash, ...entry }) => same(JSON.stringify(entry))),
  );
  tabs.set(STATE_TAB.name, stateLines(records).map(same));
  return {
    tabs,
    notes: new Map(workbook.sheets.map((one) => [one.name, same(JSON.stringify(one.notes))])),
    outside: outsideOf(state, same),
    look: workbook.sheets.map((one) =>
      same(JSON.stringify(lookOf(one, state.files[spreadsheetId]?.owner ?? ''))),
    ),
    commands: entries
      .filter(({ command }) => !MAIL_COMMANDS.includes(command))
      .map(({ hash: _hash, entry: _entry, at: _at, ...said }) => same(JSON.stringify(said))),
    broken: chainProblems(entries),
    contradictions: () => [
      ...bookProblems(entries, records),
      ...TAB_ORDER.flatMap((kind) => tableProblems(sheet(TABS[kind].name), kind, records, workbook.timeZone)),
    ],
  };
}

/** Two runs give files other IDs: each is told by its name. */
function namer(state: WorldState): (text: string) => string {
  const names = new Map<string, string>();
  for (const { id, kind, name } of Object.values(state.files)) names.set(id, `<${kind} ${name}>`);
  for (const form of Object.values(state.forms)) names.set(form.publishedId, `<published ${form.title}>`);
  return (text) => {
    let said = text.replace(UUID, '<uuid>');
    for (const [id, name] of names) if (said.includes(id)) said = said.replaceAll(id, name);
    return said;
  };
}

function journalRows(sheet: SheetState | undefined): readonly JournalRow[] {
  return (sheet?.rows ?? []).slice(1).flatMap((cells) => {
    const text = (i: number) => String(cells[i] ?? '');
    const [entry] = cells;
    if (typeof entry !== 'number') return [];
    return [
      {
        entry,
        actor: text(2),
        command: text(3),
        subject: text(4),
        outcome: text(5),
        changes: text(6),
        reason: text(7),
        hash: text(8),
        part: Number(cells[9]),
        of: Number(cells[10]),
        key: text(11),
        at: text(12),
      },
    ];
  });
}

/** Every record, and of the mark what counts: where the journal begins is a hint only. */
function stateLines(records: State): string[] {
  const { applied, recent } = records.mark;
  const lines = records.compact().filter(([key]) => key !== 'mark');
  return [
    ...lines.map(([key, , json]) => `${key} ${sorted(JSON.parse(json))}`).sort(),
    `mark ${JSON.stringify({ applied, recent })}`,
  ];
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function chainProblems(entries: readonly JournalEntry[]): readonly string[] {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const broken = findBrokenEntry(entries, digest);
  return broken ? [`chain: ${broken.problem}`] : [];
}

function bookProblems(entries: readonly JournalEntry[], records: State): readonly string[] {
  const problems: string[] = [];
  const { applied, hash } = records.mark;
  const last = entries.at(-1);
  if (applied !== (last?.entry ?? 0) || hash !== (last?.hash ?? '')) {
    problems.push(`the mark stands at entry ${applied}, the journal ends with ${last?.entry ?? 0}`);
  }
  const made = new Set<string>();
  for (const { entry, changes } of entries) {
    for (const { r, b } of changes) {
      if (b !== null) continue;
      if (made.has(r)) problems.push(`entry ${entry} makes ${r} a second time`);
      made.add(r);
    }
  }
  const replayed = new Map(
    redoEntries(State.parse([]), entries).map(({ key, after }) => [key as string, sorted(after)]),
  );
  for (const [key, , json] of records.compact()) {
    if (key === 'mark') continue;
    if (replayed.get(key) !== sorted(JSON.parse(json))) problems.push(`${key} is not what the journal says`);
    replayed.delete(key);
  }
  for (const key of replayed.keys()) problems.push(`${key} stands in the journal only`);
  return problems;
}

function tableProblems(
  sheet: SheetState | undefined,
  kind: (typeof TAB_ORDER)[number],
  records: State,
  timeZone: string,
): readonly string[] {
  if (!sheet) return [`the tab of ${kind} is missing`];
  const [headers = [], ...rows] = sheet.rows;
  const layout = readLayout(kind, headers);
  if (layout.missing.length > 0) return [`${sheet.name} lacks ${layout.missing.join(', ')}`];
  const values = rows.map((row) => row.map((cell) => sheetValue(cell, timeZone)));
  const { differences, found, repeated, strangers } = compareRows(
    values,
    2,
    layout,
    (id) => records.get(kind, id),
    timeZone,
  );
  const idKey = layout.columns.get(layout.idPosition)?.key ?? '';
  return [
    ...differences.map(
      ({ id, header, typed, text }) => `${sheet.name}: ${id} ${header} says "${typed}", not "${text}"`,
    ),
    ...repeated.map(({ id }) => `${sheet.name}: ${id} stands twice`),
    ...strangers
      .filter(({ values: cells }) => cells.has(idKey))
      .map(
        ({ row, values: cells }) => `${sheet.name}: row ${row} has the ID ${cells.get(idKey)} of no record`,
      ),
    ...records
      .list(kind)
      .filter(({ id }) => !found.has(id))
      .map(({ id }) => `${sheet.name}: ${id} has no row`),
  ];
}

const wallClocks = new Map<string, Date>();

function sheetValue(cell: Cell, timeZone: string): unknown {
  if (!isDateCell(cell)) return cell;
  const key = `${cell.d} ${timeZone}`;
  let date = wallClocks.get(key);
  if (!date) {
    const ms = Math.round((cell.d - 25_569) * 86_400_000);
    const wall = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime();
    date = new Date(wall.toZonedDateTime(timeZone).epochMilliseconds);
    wallClocks.set(key, date);
  }
  return date;
}

function outsideOf(state: WorldState, same: (text: string) => string): readonly string[] {
  const kept = Object.values(state.files).filter((file) => !isNotedOrphan(state, file));
  const files = kept.map(({ name, kind, owner, editors, viewers, trashed, id }) =>
    JSON.stringify([
      name,
      kind,
      owner,
      [...editors].sort(),
      [...viewers].sort(),
      trashed,
      contentOf(state, id),
    ]),
  );
  const forms = Object.values(state.forms)
    .filter((form) => !isEmptyOrphan(state, form.id))
    .map(({ title, items, published, accepting, destination }) =>
      JSON.stringify([
        title,
        items.map((item) => item.title).sort(),
        published,
        accepting,
        destination !== null,
      ]),
    );
  const scripts = Object.values(state.scripts).flatMap(({ triggers, stores }) => [
    ...triggers.map(({ handler, creator, event, clock }) => JSON.stringify([handler, creator, event, clock])),
    ...Object.entries(stores.script ?? {})
      .filter(([key]) => !NOTES_OF_ITS_OWN.includes(key) && !key.startsWith('FILE_MADE '))
      .map(([key, value]) => `property ${key} ${value}`),
  ]);
  const zones = Object.values(state.scripts).map(
    ({ containerId }) => state.spreadsheets[containerId]?.timeZone ?? '',
  );
  return [...files, ...forms, ...scripts, ...zones].map(same).sort();
}

/** Properties that name triggers or entries of mail, which no two runs share, or that are hints of how far was looked. */
const NOTES_OF_ITS_OWN = ['CLOCK_TRIGGERS', 'FORMS_TAKEN_UNTIL', 'JOURNAL_VERIFIED'];

/**
 * Whether a file is one that an interrupted run left behind: shared with nobody, named by no record, and either noted or
 * told in the log, or empty, where the run was cut off before it could note it.
 */
function isNotedOrphan(state: WorldState, { id, kind, viewers, editors }: FileState): boolean {
  if (kind === 'form') return viewers.length + editors.length === 0 && isEmptyOrphan(state, id);
  if (kind !== 'spreadsheet' || viewers.length + editors.length > 0) return false;
  if (Object.values(state.scripts).some(({ containerId }) => containerId === id)) return false;
  const books = Object.values(state.spreadsheets).flatMap(({ sheets }) =>
    sheets.filter((sheet) => sheet.name === STATE_TAB.name),
  );
  if (books.some(({ rows }) => rows.some((row) => row.some((cell) => String(cell).includes(id)))))
    return false;
  const notes = Object.values(state.scripts).flatMap(({ stores }) => Object.values(stores.script ?? {}));
  const told = state.executions.flatMap(({ log }) => log).some(({ text }) => text.includes(id));
  const isEmpty = (state.spreadsheets[id]?.sheets ?? []).every(({ rows }) => rows.length === 0);
  return told || notes.includes(id) || isEmpty;
}

/** Whether a form is one that was cut off between being made and being kept: without questions, taking no answers. */
function isEmptyOrphan(state: WorldState, formId: string): boolean {
  const form = state.forms[formId];
  if (form === undefined || form.published || form.items.length > 0 || form.destination !== null)
    return false;
  return !Object.values(state.scripts).some(({ stores }) =>
    Object.values(stores.script ?? {}).includes(formId),
  );
}

/** What a file that was made shows; the registry itself is compared by its tabs. */
function contentOf(state: WorldState, id: string): unknown {
  const sheets = state.spreadsheets[id]?.sheets ?? [];
  if (sheets.some(({ name }) => name === STATE_TAB.name)) return null;
  return sheets.map(({ name, rows }) => [name, rows]);
}

function lookOf(sheet: SheetState, owner: string): unknown {
  const { name, hidden, maxCols, formats, validations, styles, frozenRows, protections, form } = sheet;
  // Widths and frozen columns are for people to choose: set-up gives them to a tab once, when it makes it.
  return {
    ...{ name, hidden, maxCols, formats, validations, styles, frozenRows },
    form: form !== null,
    // The owner may always edit, named or not.
    protections: protections.map(({ uid: _uid, editors, ...protection }) => ({
      ...protection,
      editors: editors?.filter((editor) => editor !== owner) ?? null,
    })),
  };
}
