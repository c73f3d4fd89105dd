import { parseEmail } from '../../core/text/parse-email.ts';
import { decideEdits, type EditOutcome } from '../../registry/commands/edits/decide-edits.ts';
import { leavesWork } from '../../registry/commands/leaves-work.ts';
import { readSettings } from '../../registry/commands/open-context.ts';
import { diffRecord } from '../../registry/journal/diff-record.ts';
import { sameCell } from '../../registry/rows/cell-values.ts';
import { sameHeaders } from '../../registry/rows/check-writes.ts';
import { type CellDifference, compareRows, type TableComparison } from '../../registry/rows/compare-rows.ts';
import { idText, isBlank } from '../../registry/rows/table-image.ts';
import { columnOf, type TabKind, tabKindOf } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { Services } from '../services/services.ts';
import { aloneUnlessClosed } from './books-closed.ts';
import { commitPlan, openBooks } from './commit-plan.ts';
import { contextOf } from './door.ts';
import { findPutBack, type TypedValue } from './find-put-back.ts';
import { editsOf, formulasOfStrangers, putBacks, tidied } from './judge-typed.ts';
import { assemblePutBack, NOTE_MARK, type PutBack, writeNotes } from './put-back.ts';
import { readImage } from './read-rows.ts';
import { reconcile } from './reconcile.ts';
import { MOST_READINGS, type OpenTable, openTable, readBox, readHeaders } from './tables.ts';
import { settleTables, writeTable } from './write-table.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What an edit's event tells besides the cells. */
export interface Edit extends TypedValue {
  /** '' where Google does not say who it was. */
  readonly author: string;
}

/**
 * Takes what a person typed or pasted: each row is compared with its record, allowed changes become their commands,
 * anything else is put back and explained on the cell. Returns whether mail was queued.
 */
export function takeEdit(services: Services, range: Range, { author, ...told }: Edit): boolean {
  const kind = tabKindOf(range.getSheet().getName());
  if (kind === null) return false;
  if (range.getRow() === 1) {
    // A header was touched: the tables are looked at as a whole, which names what is missing.
    reconcile(services, [kind]);
    return false;
  }
  const taken = aloneUnlessClosed(services, () => takeLocked(services, range, { author, ...told }));
  if (taken?.value.needsReconcile) reconcile(services, [kind]);
  return taken?.value.mailQueued ?? false;
}

interface Taken {
  readonly mailQueued: boolean;
  readonly needsReconcile: boolean;
}

function takeLocked(services: Services, range: Range, { author, ...told }: Edit): Taken {
  const kind = tabKindOf(range.getSheet().getName());
  if (kind === null) return { mailQueued: false, needsReconcile: false };
  const books = openBooks(services);
  const workbook = services.workbook();
  const { timeZone } = readSettings(books.state);
  const { table, firstRow, rows } = readEdited(workbook, kind, range);
  const formulas = showFormulas(range, rows, firstRow);
  const found = typedInto(
    range,
    compareRows(rows, firstRow, table.layout, (id) => books.state.get(kind, id), timeZone),
  );
  const putBack =
    found.differences.length + found.strangers.length > 0
      ? null
      : findPutBack(range, told, rows[0], { table, records: books.state, timeZone });
  const compared = putBack === null ? found : { ...found, differences: [putBack] };
  const email = parseEmail(author);
  const context = contextOf(services, books, email === null ? null : { kind: 'person', email });
  const edits = email === null ? [] : editsOf(table, compared, formulas);
  const outcomes = decideEdits(edits, context);
  const changes = context.draft.changes();
  if (changes.length > 0) {
    const subjects = [
      ...new Set(
        outcomes.flatMap(({ accepted, edit, newId }) =>
          accepted.length > 0 ? [edit.id ?? newId ?? ''] : [],
        ),
      ),
    ];
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
      {},
    );
  }
  const refused = [
    ...putBacks(compared.differences, outcomes, formulas, email === null),
    ...tidied(compared.differences, outcomes, context.draft),
    ...formulasOfStrangers(table, compared, formulas),
  ];
  clearNotes(range, compared.differences, refused);
  putBackNow(services, table, refused, { records: context.draft, timeZone });
  explainStrangers(table, outcomes, email === null ? [] : compared.strangers);
  const lostIds =
    compared.strangers.some(({ values }) => values.size > 0) &&
    outcomes.some(({ edit, newId }) => edit.id === null && newId === null);
  return {
    mailQueued: leavesWork(changes),
    needsReconcile: lostIds || compared.repeated.length > 0 || touchesIds(range, table),
  };
}

/**
 * Only the cells that this event tells of: what differs beside them was typed by somebody whose own event comes or is
 * lost, and would be taken in a wrong name. Rows that are no records yet are looked at as a whole.
 */
function typedInto(range: Range, compared: TableComparison): TableComparison {
  const [from, to] = [range.getColumn(), range.getLastColumn()];
  const differences = compared.differences.filter(({ column }) => column >= from && column <= to);
  return { ...compared, differences };
}

/** Whether a row still stands there that has content and is no record's. */
function isNobodys({ layout, image }: OpenTable, row: number): boolean {
  const cells = image.cells.get(row);
  return cells !== undefined && !isBlank(cells) && idText(cells[layout.idPosition]) === '';
}

/** The rows of an edit in full width. Where columns moved between header and rows, both are read again. */
function readEdited(workbook: GoogleAppsScript.Spreadsheet.Spreadsheet, kind: TabKind, range: Range) {
  for (let reading = 1; ; reading += 1) {
    const table = openTable(workbook, kind);
    const { sheet, image } = table;
    const firstRow = Math.max(range.getRow(), 2);
    const lastRow = Math.min(range.getLastRow(), Math.max(sheet.getLastRow(), firstRow));
    const rows = readBox(sheet, () => ({
      row: firstRow,
      rows: Math.max(1, Math.min(lastRow, sheet.getMaxRows()) - firstRow + 1),
      columns: sheet.getMaxColumns(),
    }));
    const isSteady = sameHeaders(image.headers, readHeaders(sheet));
    if (isSteady || reading === MOST_READINGS) return { table, firstRow, rows };
  }
}

/** Where formulas were typed: their text takes the place of their result in the rows. Names cells as `row/column`. */
function showFormulas(range: Range, rows: unknown[][], firstRow: number): ReadonlySet<string> {
  const found = new Set<string>();
  const [top, left] = [range.getRow(), range.getColumn()];
  range.getFormulas().forEach((cells, i) => {
    cells.forEach((formula, j) => {
      const row = rows[top + i - firstRow];
      if (formula === '' || !row || left + j > row.length) return;
      row[left + j - 1] = formula;
      found.add(`${top + i}/${left + j}`);
    });
  });
  return found;
}

function touchesIds(range: Range, { layout }: OpenTable): boolean {
  const column = layout.idPosition + 1;
  return range.getColumn() <= column && column <= range.getLastColumn();
}

/** Puts cells back where they stand by now: rows may have moved since the edit was looked at. */
function putBackNow(
  services: Services,
  opened: OpenTable,
  refused: readonly PutBack[],
  { records, timeZone }: { readonly records: RecordsView; readonly timeZone: string },
): void {
  if (refused.length === 0) return;
  const { kind } = opened;
  const ids = new Set(refused.map(({ difference }) => difference.id));
  const table = readImage(opened, { ids, end: false, withoutId: ids.has('') });
  const { layout } = table;
  const rowOf = new Map<string, number>();
  table.image.ids.forEach((id, i) => {
    if (!rowOf.has(idText(id))) rowOf.set(idText(id), i + 2);
  });
  const cells = refused.flatMap(({ difference, why }): PutBack[] => {
    if (difference.id === '') return isNobodys(table, difference.row) ? [{ difference, why }] : [];
    const row = rowOf.get(difference.id);
    const [position] = [...layout.columns].find(([, { key }]) => key === difference.key) ?? [-1];
    const cell = table.image.cells.get(row ?? 0)?.[position];
    const type = layout.columns.get(position)?.type ?? 'text';
    const record = records.get(kind, difference.id);
    if (row === undefined || record === undefined) return [];
    const text = columnOf(kind, difference.key).value(record as never);
    // What says what the record says by now needs no putting back.
    if (why === '' && sameCell(type, text, cell, timeZone)) return [];
    return [{ difference: { ...difference, row, column: position + 1, text }, why }];
  });
  const { blocks, notes } = assemblePutBack(table, cells, timeZone);
  const intended = new Map<string, Set<string>>();
  for (const { difference } of cells) {
    const { id, key } = difference;
    intended.set(id, (intended.get(id) ?? new Set()).add(key));
  }
  const about = { intended, mustStand: new Set<string>(), recordOf: (id: string) => records.get(kind, id) };
  settleTables(services, [writeTable(table, { blocks, appended: [] }, { ...about, timeZone })]);
  writeNotes(table, notes);
}

/** An earlier explanation goes once what is typed there was taken over; other people's notes stay. */
function clearNotes(range: Range, differences: readonly CellDifference[], refused: readonly PutBack[]): void {
  if (differences.length === refused.length) return;
  const notes = range.getNotes();
  if (!notes.some((cells) => cells.some((note) => note.startsWith(NOTE_MARK)))) return;
  range.setNotes(notes.map((cells) => cells.map((note) => (note.startsWith(NOTE_MARK) ? '' : note))));
}

function explainStrangers(
  { sheet, layout }: OpenTable,
  outcomes: readonly EditOutcome[],
  strangers: TableComparison['strangers'],
): void {
  const explain = (row: number, why: string) =>
    sheet.getRange(row, layout.idPosition + 1).setNote(`${NOTE_MARK}this row is no record yet. ${why}`);
  for (const { row, misread } of strangers) if (misread.length > 0) explain(row, misread.join(' '));
  for (const { edit, newId, refused } of outcomes) {
    if (edit.id !== null || newId !== null) continue;
    explain(edit.row, refused.get('') ?? '');
  }
}
