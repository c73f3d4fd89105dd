import type { Kind, RecordTypes } from '../records.ts';
import type { Column } from '../schema/column.ts';
import { STATE_TAB, TAB_ORDER, TABS } from '../schema/schema.ts';
import { recordKey } from '../state/record-key.ts';
import { sameJson } from '../state/same-json.ts';
import { MARK_KEY, State } from '../state/state.ts';
import type { CheckedJournal } from './audit-chain.ts';
import { cellName } from './cell-name.ts';
import type { AuditNotes } from './finding.ts';
import type { Records } from './played-records.ts';
import type { Rows } from './workbook-read.ts';

const KINDS: readonly Kind[] = [...TAB_ORDER, 'memos'];

/** The Data column: what a row of `_state` says of its record. */
const DATA = STATE_TAB.headers.indexOf('Data') + 1;

/**
 * The records that everything else is held against: what the journal makes of them, and `_state` held against it. Where the
 * journal is broken it is what `_state` has, so that one lost entry is one finding; of what the break has touched nothing can
 * be said, which is told.
 */
export function auditBooks(rows: Rows, played: Records, journal: CheckedJournal, notes: AuditNotes): State {
  const [, ...below] = rows;
  const kept = State.parse(below);
  const rowOf = new Map(below.map((cells, i) => [String(cells[0] ?? ''), i + 2]));
  const isBroken = journal.doubtful === 'all' || journal.changed.size > 0;
  const chosen: [string, number, string][] = [];
  const unknown: string[] = [];
  for (const kind of KINDS) {
    for (const id of new Set([...played.idsOf(kind), ...kept.changedSince(kind, -1)])) {
      notes.looked('books', 1);
      const key = recordKey(kind, id);
      const isDoubtful = played.doubts(kind, id);
      const journaled = isDoubtful ? undefined : played.get(kind, id);
      const stands = readKept(kept, kind, id);
      const record = isBroken && typeof stands === 'object' ? stands : journaled;
      if (record !== undefined) chosen.push([key, 1, JSON.stringify(record)]);
      if (isDoubtful) unknown.push(key);
      if (isDoubtful ? stands !== 'unreadable' : sameJson(journaled, stands)) continue;
      const row = rowOf.get(key);
      notes.find('books', {
        tab: STATE_TAB.name,
        cell: row === undefined ? '' : cellName(row, DATA),
        id: key,
        column: 'Data',
        ...describe(journaled, stands),
      });
    }
  }
  tellUnknown(unknown, journal, notes);
  auditMark(kept, rowOf.get(MARK_KEY), journal.last, notes);
  return State.parse(chosen);
}

const MOST_NAMED = 10;

function tellUnknown(keys: readonly string[], { doubtful }: CheckedJournal, notes: AuditNotes): void {
  if (keys.length === 0) return;
  const named = keys.slice(0, MOST_NAMED).join(', ');
  const list = keys.length > MOST_NAMED ? `${named} and ${keys.length - MOST_NAMED} more` : named;
  const which = doubtful === 'all' ? 'All records' : list;
  notes.missed(
    `${which}: taken as _state has them, because entries of the journal that made them are missing or were changed. What those entries decided was not looked at.`,
  );
}

/** A record as `_state` has it; one that its own columns cannot read is none. */
function readKept(state: State, kind: Kind, id: string): RecordTypes[Kind] | 'unreadable' | undefined {
  try {
    const record = state.get(kind, id);
    if (record === undefined) return undefined;
    if (typeof record !== 'object' || record === null || record.id !== id) return 'unreadable';
    if (kind === 'memos') return record;
    for (const { value } of TABS[kind].columns as readonly Column<never>[]) value(record as never);
    return record;
  } catch {
    return 'unreadable';
  }
}

function describe(journaled: object | undefined, stands: object | 'unreadable' | undefined) {
  if (stands === 'unreadable') return { found: 'text that is no record', expected: 'a record' };
  if (journaled === undefined) return { found: 'a record', expected: 'none: the journal knows of none' };
  if (stands === undefined) return { found: 'nothing', expected: 'the record that the journal makes' };
  const fields = Object.keys({ ...journaled, ...(stands as object) }).filter(
    (field) => !sameJson(Reflect.get(journaled, field), Reflect.get(stands as object, field)),
  );
  return { found: `another ${fields.join(', ')}`, expected: 'what the journal says' };
}

/** The mark says up to which entry everything is applied. */
function auditMark(
  { mark }: State,
  row: number | undefined,
  last: CheckedJournal['last'],
  notes: AuditNotes,
): void {
  notes.looked('books', 1);
  // Entries that the mark knows of and the journal lacks have been told.
  if (last === null || mark.applied > last.entry) return;
  if (mark.applied === last.entry && mark.hash === last.hash) return;
  const isBehind = mark.applied < last.entry;
  notes.find('books', {
    tab: STATE_TAB.name,
    cell: row === undefined ? '' : cellName(row, DATA),
    id: MARK_KEY,
    column: 'Data',
    found: `entry ${mark.applied} as the last`,
    expected: `entry ${last.entry}, which stands last in the journal`,
    note: isBehind ? 'The next command in the sheet finishes what was cut off.' : '',
  });
}
