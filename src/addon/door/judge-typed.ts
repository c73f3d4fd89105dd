import type { EditOutcome, RowEdit } from '../../registry/commands/edits/decide-edits.ts';
import {
  type CellDifference,
  describeMisread,
  type TableComparison,
} from '../../registry/rows/compare-rows.ts';
import { columnOf } from '../../registry/schema/schema.ts';
import type { RecordsView } from '../../registry/state/records-view.ts';
import type { PutBack } from './put-back.ts';
import type { OpenTable } from './tables.ts';

const COMPUTED = 'This column follows from the records and is not typed.';
const FORMULA = 'A formula is not taken over: type its value.';
const NAMELESS =
  'Google does not say who typed this, so it cannot be taken over: use the Lead Registry menu.';

/** The typed cells, row by row; rows without a record's ID are new rows. */
export function editsOf(
  { kind, layout }: OpenTable,
  compared: TableComparison,
  formulas: ReadonlySet<string>,
): readonly RowEdit[] {
  const byRow = new Map<number, { id: string; typed: Map<string, string> }>();
  for (const { row, column, id, key, typed, writer, misread } of compared.differences) {
    if (writer !== 'people' || misread !== null || formulas.has(`${row}/${column}`)) continue;
    const edit = byRow.get(row) ?? { id, typed: new Map<string, string>() };
    edit.typed.set(key, typed);
    byRow.set(row, edit);
  }
  const edits: RowEdit[] = [...byRow].map(([row, { id, typed }]) => ({ kind, id, row, typed }));
  const idKey = layout.columns.get(layout.idPosition)?.key;
  for (const { row, values, misread } of compared.strangers) {
    if (misread.length > 0 || [...formulas].some((cell) => cell.startsWith(`${row}/`))) continue;
    // A row whose ID is no record's lost its own: the table is put right as a whole.
    if (kind !== 'team' && idKey !== undefined && values.has(idKey)) continue;
    edits.push({ kind, id: null, row, typed: values });
  }
  return edits;
}

/** Cells that were not taken over, and why. */
export function putBacks(
  differences: readonly CellDifference[],
  outcomes: readonly EditOutcome[],
  formulas: ReadonlySet<string>,
  nameless: boolean,
): readonly PutBack[] {
  const refused = new Map<string, string>();
  for (const outcome of outcomes) {
    for (const [key, why] of outcome.refused) refused.set(`${outcome.edit.row}/${key}`, why);
  }
  return differences.flatMap((difference) => {
    if (difference.writer === 'computed') return [{ difference, why: COMPUTED }];
    if (formulas.has(`${difference.row}/${difference.column}`)) return [{ difference, why: FORMULA }];
    if (nameless) return [{ difference, why: NAMELESS }];
    if (difference.misread !== null) return [{ difference, why: describeMisread(difference.misread) }];
    const why = refused.get(`${difference.row}/${difference.key}`);
    return why === undefined ? [] : [{ difference, why }];
  });
}

/** Formulas in rows that are no records yet: nothing stood there before, so the cells are emptied. */
export function formulasOfStrangers(
  { layout }: OpenTable,
  { strangers }: TableComparison,
  formulas: ReadonlySet<string>,
): readonly PutBack[] {
  return strangers.flatMap(({ row, values }) =>
    [...layout.columns].flatMap(([position, { key, header }]): readonly PutBack[] => {
      if (!formulas.has(`${row}/${position + 1}`)) return [];
      const cell = {
        row,
        column: position + 1,
        id: '',
        key,
        header,
        writer: 'people',
        misread: null,
      } as const;
      return [{ difference: { ...cell, typed: values.get(key) ?? '', text: '' }, why: FORMULA }];
    }),
  );
}

/** What was taken over and changed nothing, such as a space too many, is shown as the record has it. */
export function tidied(
  differences: readonly CellDifference[],
  outcomes: readonly EditOutcome[],
  after: RecordsView,
): readonly PutBack[] {
  const accepted = new Set(
    outcomes.flatMap(({ edit, accepted: keys }) => keys.map((key) => `${edit.row}/${key}`)),
  );
  return differences.flatMap((difference) => {
    const outcome = outcomes.find(({ edit }) => edit.row === difference.row);
    if (!outcome || !accepted.has(`${difference.row}/${difference.key}`)) return [];
    const { kind } = outcome.edit;
    const record = after.get(kind, difference.id);
    const says = record && columnOf(kind, difference.key).value(record as never);
    return says === difference.text ? [{ difference, why: '' }] : [];
  });
}
