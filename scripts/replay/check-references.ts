import { joinPlace } from './collect-problems.ts';
import { ID_FIELDS } from './commands.ts';
import type { Action, CellEdit, Faults, InnerStep, Problem } from './scenario.ts';

const REFERENCE = /^\$(\d+)$/;

/** What `$n` stands for, by the number of the step; undefined where it answered no ID. */
export type AnsweredIds = (step: number) => string | undefined;

/** The number of the step that `$3` names, or null for any other text. */
function referredStep(value: unknown): number | null {
  const digits = typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/**
 * The same step with every `$n` that stands in place of an ID replaced. A step that answered no ID leaves its
 * `$n` as it is, so that the registry answers that there is no such record.
 */
export function resolveReferences<S extends InnerStep>(step: S, ids: AnsweredIds): S {
  const resolve = (value: string): string => ids(referredStep(value) ?? 0) ?? value;
  return {
    ...step,
    action: resolveAction(step.action, ids, resolve),
    faults: resolveFaults(step.faults, resolve),
  };
}

function resolveFaults(faults: Faults, resolve: (value: string) => string): Faults {
  const { during } = faults;
  if (during === undefined) return faults;
  const { edit, insertRow } = during;
  return {
    ...faults,
    during: {
      ...during,
      ...(edit === undefined ? {} : { edit: resolveEdit(edit, resolve) }),
      ...(insertRow === undefined ? {} : { insertRow: { ...insertRow, row: resolve(insertRow.row) } }),
    },
  };
}

function resolveAction(action: Action, ids: AnsweredIds, resolve: (value: string) => string): Action {
  const resolveAny = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolveAny);
    return typeof value === 'string' ? resolve(value) : value;
  };
  switch (action.kind) {
    case 'do':
      return {
        ...action,
        input: Object.fromEntries(
          Object.entries(action.input).map(([field, value]) => [
            field,
            ID_FIELDS.has(field) ? resolveAny(value) : field === 'rows' ? resolveRows(value, resolve) : value,
          ]),
        ),
      };
    case 'edit':
      return { ...action, edit: resolveEdit(action.edit, resolve) };
    case 'paste':
      return { ...action, paste: { ...action.paste, row: resolve(action.paste.row) } };
    case 'parallel':
      return { ...action, steps: action.steps.map((inner) => resolveReferences(inner, ids)) };
    default:
      return action;
  }
}

/** Rows of a list that a command takes: the cells of their columns of IDs. */
function resolveRows(rows: unknown, resolve: (value: string) => string): unknown {
  return mapCells(rows, (column, value) =>
    typeof value === 'string' && holdsId(column) ? resolve(value) : value,
  );
}

function mapCells(rows: unknown, map: (column: string, value: unknown) => unknown): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown) =>
    typeof row !== 'object' || row === null || Array.isArray(row)
      ? row
      : Object.fromEntries(Object.entries(row).map(([column, value]) => [column, map(column, value)])),
  );
}

function resolveEdit(edit: CellEdit, resolve: (value: string) => string): CellEdit {
  return { ...edit, row: resolve(edit.row), value: holdsId(edit.column) ? resolve(edit.value) : edit.value };
}

function holdsId(column: string): boolean {
  return column.endsWith(' ID') || column === 'Previous lead' || ID_FIELDS.has(column);
}

/** A `$n` that names no earlier step which can answer an ID is a mistake of the file. `n` counts from 1. */
export function checkReferences(steps: readonly (InnerStep | null)[]): Problem[] {
  return steps.flatMap((step, index) => (step ? checkStep(step, index + 1, steps) : []));
}

function checkStep(step: InnerStep, number: number, steps: readonly (InnerStep | null)[]): Problem[] {
  const inner = step.action.kind === 'parallel' ? step.action.steps : [];
  const found = [...references(step.action), ...duringReferences(step.faults)];
  return [
    ...inner.flatMap((one) => checkStep(one, number, steps)),
    ...found.flatMap(({ place, step: referred }) => {
      const message = objection(referred, number, steps);
      return message === null
        ? []
        : [{ place: `${step.place}.${place}`, message: `$${referred} ${message}` }];
    }),
  ];
}

function duringReferences({ during }: Faults): { place: string; step: number }[] {
  const rows = [
    { place: 'during.edit.row', value: during?.edit?.row },
    { place: 'during.insertRow.row', value: during?.insertRow?.row },
  ];
  return rows.flatMap(({ place, value }) => {
    const step = referredStep(value);
    return step === null ? [] : [{ place, step }];
  });
}

function objection(referred: number, number: number, steps: readonly (InnerStep | null)[]): string | null {
  if (referred < 1 || referred >= number)
    return `names no earlier step: this is step ${number}, the first is 1`;
  const kind = steps[referred - 1]?.action.kind;
  const answersNoId =
    kind === 'time' || kind === 'edit' || kind === 'paste' || kind === 'parallel' || kind === 'import';
  return answersNoId ? `names a step that answers no ID of one record (${kind})` : null;
}

function rowReferences(rows: unknown): { place: string; step: number }[] {
  const found: { place: string; step: number }[] = [];
  mapCells(rows, (column, value) => {
    const step = holdsId(column) ? referredStep(value) : null;
    if (step !== null) found.push({ place: joinPlace('with', 'rows'), step });
  });
  return found;
}

function references(action: Action): { place: string; step: number }[] {
  const at = (place: string, value: unknown): { place: string; step: number }[] => {
    if (Array.isArray(value)) return value.flatMap((one, n) => at(joinPlace(place, n), one));
    const step = referredStep(value);
    return step === null ? [] : [{ place, step }];
  };
  switch (action.kind) {
    case 'do':
      return Object.entries(action.input).flatMap(([field, value]) =>
        ID_FIELDS.has(field)
          ? at(joinPlace('with', field), value)
          : field === 'rows'
            ? rowReferences(value)
            : [],
      );
    case 'edit':
      return [
        ...at('edit.row', action.edit.row),
        ...(holdsId(action.edit.column) ? at('edit.value', action.edit.value) : []),
      ];
    case 'paste':
      return at('paste.row', action.paste.row);
    default:
      return [];
  }
}
