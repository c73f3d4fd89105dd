import { parseEmail } from '../../core/text/parse-email.ts';
import { decideEdits, type EditOutcome, type RowEdit } from '../../registry/commands/edits/decide-edits.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { diffRecord } from '../../registry/journal/diff-record.ts';
import { type CellDifference, compareRows, type TableComparison } from '../../registry/rows/compare-rows.ts';
import { tabKindOf } from '../../registry/schema/schema.ts';
import type { Services } from '../services/services.ts';
import { commitPlan, openBooks } from './commit-plan.ts';
import { contextOf } from './door.ts';
import { NOTE_MARK, type PutBack, putBack } from './put-back.ts';
import { reconcile } from './reconcile.ts';
import { type OpenTable, openTable } from './tables.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const COMPUTED = 'This column follows from the records and is not typed.';
const NAMELESS = 'Google does not say who typed this, so it cannot be taken over: use the Lead Registry menu.';

/**
 * Takes what a person typed or pasted: each row is compared with its record, allowed changes become their commands,
 * anything else is put back and explained on the cell. Returns whether mail was queued.
 */
export function takeEdit(services: Services, range: Range, author: string): boolean {
  const kind = tabKindOf(range.getSheet().getName());
  if (kind === null) return false;
  if (range.getRow() === 1) {
    // A header was touched: the tables are looked at as a whole, which names what is missing.
    reconcile(services, [kind]);
    return false;
  }
  const taken = services.lock.alone(() => takeLocked(services, range, author));
  if (taken?.value.needsReconcile) reconcile(services, [kind]);
  return taken?.value.mailQueued ?? false;
}

interface Taken {
  readonly mailQueued: boolean;
  readonly needsReconcile: boolean;
}

function takeLocked(services: Services, range: Range, author: string): Taken {
  const kind = tabKindOf(range.getSheet().getName());
  if (kind === null) return { mailQueued: false, needsReconcile: false };
  const books = openBooks(services);
  const workbook = services.workbook();
  const { timeZone } = readSettings(books.state);
  const table = openTable(workbook, kind);
  const firstRow = Math.max(range.getRow(), 2);
  const lastRow = Math.min(range.getLastRow(), Math.max(table.sheet.getLastRow(), firstRow));
  const width = Math.max(...table.layout.columns.keys()) + 1;
  const rows = table.sheet.getRange(firstRow, 1, lastRow - firstRow + 1, width).getValues();
  const compared = compareRows(rows, firstRow, table.layout, (id) => books.state.get(kind, id), timeZone);
  const email = parseEmail(author);
  const context = contextOf(services, books, email === null ? null : { kind: 'person', email });
  const edits = email === null ? [] : editsOf(table, compared);
  const outcomes = decideEdits(edits, context);
  const changes = context.draft.changes();
  if (changes.length > 0) {
    const subjects = [...new Set(outcomes.flatMap(({ accepted, edit, newId }) => (accepted.length > 0 ? [edit.id ?? newId ?? ''] : [])))];
    adoptRows(table, outcomes);
    commitPlan(
      services,
      books,
      {
        at: context.now,
        actor: email ?? '',
        command: 'edit',
        subject: subjects.join(', ').slice(0, 1000),
        outcome: 'Done',
        changes: changes.map(diffRecord),
        effects: context.effects,
        reason: `Typed into ${range.getSheet().getName()}!${range.getA1Notation()}`,
        key: '',
      },
      changes,
      '',
    );
  }
  const refused = putBacks(compared.differences, outcomes, email === null);
  clearNotes(range, compared.differences, refused);
  putBack(table, refused, timeZone);
  explainStrangers(table, outcomes);
  const lostIds = compared.strangers.some(({ values }) => values.size > 0) && outcomes.some(({ edit, newId }) => edit.id === null && newId === null);
  return {
    mailQueued: changes.some(({ kind: changed, before }) => changed === 'outbox' && before === null),
    needsReconcile: lostIds || compared.repeated.length > 0 || touchesIds(range, table),
  };
}

function touchesIds(range: Range, { layout }: OpenTable): boolean {
  const column = layout.idPosition + 1;
  return range.getColumn() <= column && column <= range.getLastColumn();
}

/** The typed cells, row by row; rows without a record's ID are new rows. */
function editsOf({ kind, layout }: OpenTable, compared: TableComparison): readonly RowEdit[] {
  const byRow = new Map<number, { id: string; typed: Map<string, string> }>();
  for (const { row, id, key, typed, writer } of compared.differences) {
    if (writer !== 'people') continue;
    const edit = byRow.get(row) ?? { id, typed: new Map<string, string>() };
    edit.typed.set(key, typed);
    byRow.set(row, edit);
  }
  const edits: RowEdit[] = [...byRow].map(([row, { id, typed }]) => ({ kind, id, row, typed }));
  const idKey = layout.columns.get(layout.idPosition)?.key;
  for (const { row, values } of compared.strangers) {
    // A row whose ID is no record's lost its own: the table is put right as a whole.
    if (kind !== 'team' && idKey !== undefined && values.has(idKey)) continue;
    edits.push({ kind, id: null, row, typed: values });
  }
  return edits;
}

/** A row typed without an ID becomes its record's row. */
function adoptRows({ sheet, layout }: OpenTable, outcomes: readonly EditOutcome[]): void {
  for (const { edit, newId } of outcomes) {
    if (edit.id === null && newId !== null) sheet.getRange(edit.row, layout.idPosition + 1).setValue(`'${newId}`);
  }
}

function putBacks(differences: readonly CellDifference[], outcomes: readonly EditOutcome[], nameless: boolean): readonly PutBack[] {
  const refused = new Map<string, string>();
  for (const outcome of outcomes) {
    for (const [key, why] of outcome.refused) refused.set(`${outcome.edit.row}/${key}`, why);
  }
  return differences.flatMap((difference) => {
    if (difference.writer === 'computed') return [{ difference, why: COMPUTED }];
    if (nameless) return [{ difference, why: NAMELESS }];
    const why = refused.get(`${difference.row}/${difference.key}`);
    return why === undefined ? [] : [{ difference, why }];
  });
}

/** An earlier explanation goes once what is typed there was taken over; other people's notes stay. */
function clearNotes(range: Range, differences: readonly CellDifference[], refused: readonly PutBack[]): void {
  if (differences.length === refused.length) return;
  const notes = range.getNotes();
  if (!notes.some((cells) => cells.some((note) => note.startsWith(NOTE_MARK)))) return;
  range.setNotes(notes.map((cells) => cells.map((note) => (note.startsWith(NOTE_MARK) ? '' : note))));
}

function explainStrangers({ sheet, layout }: OpenTable, outcomes: readonly EditOutcome[]): void {
  for (const { edit, newId, refused } of outcomes) {
    if (edit.id !== null || newId !== null) continue;
    const why = refused.get('') ?? '';
    sheet.getRange(edit.row, layout.idPosition + 1).setNote(`${NOTE_MARK}this row is no record yet. ${why}`);
  }
}

