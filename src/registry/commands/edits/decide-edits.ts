import { columnOf, type TabKind } from '../../schema/schema.ts';
import type { Context } from '../context.ts';
import { decideCommand } from '../decide-command.ts';
import { nestContext } from '../open-context.ts';
import { editToCommand, type Meant, newRowToCommand, type TypedFields } from './edit-to-command.ts';

/** What somebody typed into one row: the record's ID, or null for a row without one. */
export interface RowEdit {
  readonly kind: TabKind;
  readonly id: string | null;
  readonly row: number;
  readonly typed: TypedFields;
}

/** What became of an edit: the keys taken over and the ones to be put back, each with why. */
export interface EditOutcome {
  readonly edit: RowEdit;
  readonly accepted: readonly string[];
  readonly refused: ReadonlyMap<string, string>;
  /** The ID that a row typed without one was given. */
  readonly newId: string | null;
}

/**
 * Decides what people typed, row by row: a row's cells together where that is allowed, otherwise cell by cell, so that
 * one bad cell does not undo its neighbours. What is taken over is in the draft.
 */
export function decideEdits(edits: readonly RowEdit[], context: Context): readonly EditOutcome[] {
  return edits.map((edit) =>
    edit.id === null ? decideNewRow(edit, context) : decideRow(edit, edit.id, context),
  );
}

function decideNewRow(edit: RowEdit, context: Context): EditOutcome {
  const outcome = attempt(newRowToCommand(edit.kind, edit.typed), context);
  if ('id' in outcome)
    return { edit, accepted: [...edit.typed.keys()], refused: new Map(), newId: outcome.id };
  return { edit, accepted: [], refused: new Map([['', outcome.why]]), newId: null };
}

const WITHOUT_EFFECT = 'Typed like this it changes nothing: the record says what it said before.';

function decideRow(edit: RowEdit, id: string, context: Context): EditOutcome {
  const { kind } = edit;
  const before = context.draft.get(kind, id);
  const { accepted, refused, newId } = attemptRow(edit, id, context);
  const after = context.draft.get(kind, id);
  const says = (record: typeof after, key: string) => record && columnOf(kind, key).value(record);
  const idle = accepted.filter((key) => says(before, key) === says(after, key));
  return {
    edit,
    accepted: accepted.filter((key) => !idle.includes(key)),
    refused: new Map([...refused, ...idle.map((key) => [key, WITHOUT_EFFECT] as const)]),
    newId,
  };
}

function attemptRow(edit: RowEdit, id: string, context: Context): EditOutcome {
  const { kind, typed } = edit;
  const together = attempt(editToCommand(kind, id, typed, context), context);
  if ('id' in together) return { edit, accepted: [...typed.keys()], refused: new Map(), newId: null };
  if (typed.size === 1) {
    return {
      edit,
      accepted: [],
      refused: new Map([...typed.keys()].map((key) => [key, together.why])),
      newId: null,
    };
  }
  const accepted: string[] = [];
  const refused = new Map<string, string>();
  for (const [key, text] of typed) {
    const alone = attempt(editToCommand(kind, id, new Map([[key, text]]), context), context);
    if ('id' in alone) accepted.push(key);
    else refused.set(key, alone.why);
  }
  return { edit, accepted, refused, newId: null };
}

/** Runs the commands over a draft of their own, which is taken over only where all of them are allowed. */
function attempt(meant: Meant, context: Context): { readonly id: string | null } | { readonly why: string } {
  if ('refusal' in meant) return { why: meant.refusal };
  const nested = nestContext(context);
  let id: string | null = null;
  for (const [name, input] of meant.commands) {
    const decision = decideCommand(name, input, nested);
    if (!decision.ok) return { why: decision.issues.map(({ message }) => message).join(' ') };
    id = decision.done.id ?? id;
  }
  context.draft.absorb(nested.draft);
  context.effects.splice(0, context.effects.length, ...nested.effects);
  context.customers.forget();
  return { id };
}
