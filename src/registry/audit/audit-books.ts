import type { Kind, RecordTypes } from '../records.ts';
import { STATE_TAB, TAB_ORDER } from '../schema/schema.ts';
import { recordKey } from '../state/record-key.ts';
import { sameJson } from '../state/same-json.ts';
import { MARK_KEY, State } from '../state/state.ts';
import type { CheckedJournal } from './audit-chain.ts';
import { cellName } from './cell-name.ts';
import type { AuditNotes } from './finding.ts';
import type { Records } from './replay-history.ts';
import type { Rows } from './workbook-read.ts';

const KINDS: readonly Kind[] = [...TAB_ORDER, 'memos'];

/** The Data column: what a row of `_state` says of its record. */
const DATA = STATE_TAB.headers.indexOf('Data') + 1;

/**
 * The records that everything else is held against: what the journal makes of them, and `_state` held against it. Where the
 * journal's word cannot be relied on it is `_state`'s.
 */
export function auditBooks(
  rows: Rows,
  played: Records,
  { doubtful, last }: CheckedJournal,
  notes: AuditNotes,
): State {
  const [, ...below] = rows;
  const kept = State.parse(below);
  const rowOf = new Map<string, number>();
  below.forEach((cells, i) => {
    rowOf.set(String(cells[0] ?? ''), i + 2);
  });
  const chosen: [string, number, string][] = [];
  for (const kind of KINDS) {
    const ids = new Set([...played.idsOf(kind), ...kept.changedSince(kind, -1)]);
    for (const id of ids) {
      notes.looked('books', 1);
      const key = recordKey(kind, id);
      const [journaled, stands] = [played.get(kind, id), readKept(kept, kind, id)];
      const isDoubtful = doubtful === 'all' || doubtful.has(key);
      const record = isDoubtful && typeof stands === 'object' ? stands : journaled;
      if (record !== undefined) chosen.push([key, 1, JSON.stringify(record)]);
      if (isDoubtful || (journaled !== undefined && sameJson(journaled, stands))) continue;
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
  auditMark(kept, rowOf.get(MARK_KEY), last, notes);
  return State.parse(chosen);
}

function readKept(state: State, kind: Kind, id: string): RecordTypes[Kind] | 'unreadable' | undefined {
  try {
    return state.get(kind, id);
  } catch {
    return 'unreadable';
  }
}

function describe(journaled: object | undefined, stands: object | 'unreadable' | undefined) {
  if (journaled === undefined) return { found: 'a record', expected: 'none: the journal knows of none' };
  if (stands === undefined) return { found: 'nothing', expected: 'the record that the journal makes' };
  if (stands === 'unreadable')
    return { found: 'text that is no record', expected: 'the record that the journal makes' };
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
