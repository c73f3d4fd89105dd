import { digest } from '../../../../scripts/google/digest.ts';
import { serialOfDate } from '../../../../scripts/google/workbook/serial-dates.ts';
import type { World } from '../../../../scripts/replay/world.ts';
import { parsePlainDate } from '../../../../src/core/calendar/parse-plain-date.ts';
import { toInstant } from '../../../../src/core/calendar/to-instant.ts';
import { toPlainDate } from '../../../../src/core/calendar/to-plain-date.ts';
import { diffRecord } from '../../../../src/registry/journal/diff-record.ts';
import { chainEntry, formatEntry } from '../../../../src/registry/journal/format-entry.ts';
import type { Outcome } from '../../../../src/registry/journal/journal-entry.ts';
import type { RecordTypes } from '../../../../src/registry/records.ts';
import { assembleFinance } from '../../../../src/registry/rows/assemble-finance.ts';
import { formatCell } from '../../../../src/registry/rows/cell-values.ts';
import type { ColumnType } from '../../../../src/registry/schema/column.ts';
import { JOURNAL_TAB, STATE_TAB, TABS, type TabKind } from '../../../../src/registry/schema/schema.ts';
import { FINANCE_TAB } from '../../../../src/registry/schema/tabs/finance.ts';
import { formatState, spreadStateRow } from '../../../../src/registry/state/format-state.ts';
import { recordKey } from '../../../../src/registry/state/record-key.ts';
import { readState } from '../../../support/fill-records.ts';
import { changeSheet } from './audited-world.ts';

const HEAD = 'head@one.example';

/** What somebody forges: a record that becomes another, or one that there was not. */
export interface Forgery<K extends TabKind> {
  readonly kind: K;
  readonly id: string;
  readonly become: (record: RecordTypes[K]) => RecordTypes[K];
  /** Of a new record: the one that it is made from. */
  readonly like?: string;
  /** What the entry says of the record before, where that is a lie. */
  readonly pretend?: RecordTypes[K];
  readonly actor?: string;
  readonly command?: string;
  readonly outcome?: Outcome;
  /** Milliseconds by which the entry's moment is away from the Workspace's. */
  readonly awayMs?: number;
}

/**
 * Forges with all that a script could do: an entry of the journal whose hash is right, `_state`, the visible row and the totals
 * agree with each other. Only what the rules say is against it.
 */
export function forgeEntry<K extends TabKind>(
  world: World,
  {
    kind,
    id,
    become,
    like,
    pretend,
    awayMs = 0,
    actor = HEAD,
    command = 'editLead',
    outcome = 'Done',
  }: Forgery<K>,
): World {
  const state = readState(world);
  const { mark } = state;
  const model = state.get(kind, like ?? id);
  if (model === undefined) throw new Error(`No ${kind} ${like ?? id}`);
  const [before, after] = [state.get(kind, id) ?? null, become(model)];
  const change = { key: recordKey(kind, id), kind, id, before, after };
  const at = toInstant(world.workspace.now + awayMs);
  const entry = chainEntry(
    {
      at,
      actor,
      command,
      subject: id,
      outcome,
      changes: [diffRecord(pretend === undefined ? change : { ...change, before: pretend })],
      effects: [],
      reason: '',
      key: '',
    },
    mark,
    digest,
  );
  const rows = (mark.rows ?? 0) + 1;
  const stateRows = formatState([change], { ...mark, applied: entry.entry, hash: entry.hash, rows });
  const columns = TABS[kind].columns.map(({ type, value }) => ({ type, text: value(after as never) }));
  let forged = changeSheet(world, JOURNAL_TAB.name, (sheet) => {
    for (const row of formatEntry(entry)) {
      const shown = { d: serialOfDate(new Date(at), world.timeZone) };
      const { changes, reason, hash, part, of, key, actor, command, subject, outcome } = row;
      sheet.rows.push([
        row.entry,
        shown,
        actor,
        command,
        subject,
        outcome,
        changes,
        reason,
        hash,
        part,
        of,
        key,
        at,
      ]);
    }
  });
  forged = changeSheet(forged, STATE_TAB.name, (sheet) => {
    sheet.rows.push(...stateRows.map((one) => [...spreadStateRow(one)]));
  });
  forged = changeSheet(forged, TABS[kind].name, (sheet) => {
    const cells = columns.map(({ type, text }) => toCell(type, text, world.timeZone));
    const at = sheet.rows.findIndex(([first]) => first === id);
    if (at < 0) sheet.rows.push(cells);
    else sheet.rows[at] = cells;
  });
  return showTotals(forged);
}

/** The Finance tab as it follows from what `_state` says. */
function showTotals(world: World): World {
  const today = toPlainDate(toInstant(world.workspace.now), world.timeZone);
  return changeSheet(world, FINANCE_TAB.name, (sheet) => {
    sheet.rows = assembleFinance(readState(world), today).map((texts, i) =>
      texts.map((text, j) =>
        toCell(i === 0 ? 'text' : (FINANCE_TAB.columns[j]?.type ?? 'text'), text, world.timeZone),
      ),
    );
  });
}

/** A cell as a sheet keeps it. */
function toCell(type: ColumnType, text: string, timeZone: string): string | number | boolean | { d: number } {
  const value = formatCell(type, text, timeZone);
  if (value instanceof Date) return { d: serialOfDate(value, timeZone) };
  return typeof value === 'string' ? value.replace(/^'/, '') : value;
}

/** A day as records keep it. */
export function day(text: string) {
  const date = parsePlainDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}
