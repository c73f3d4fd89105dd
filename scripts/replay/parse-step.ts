import * as v from 'valibot';
import { collectProblems, joinPlace } from './collect-problems.ts';
import type { Action, CellEdit, During, Faults, InnerStep, Problem } from './scenario.ts';
import { FORM_NAMES, formSchema, STEP_SCHEMAS } from './step-schemas.ts';

const KINDS = ['do', 'form', 'edit', 'paste', 'import', 'parallel'] as const;

/** A step's action, or null with everything that is wrong with it added to `problems`. Its time is checked apart. */
export function parseStep(raw: unknown, place: string, problems: Problem[]): InnerStep | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    problems.push({ place, message: 'must be an object' });
    return null;
  }
  const kinds = KINDS.filter((kind) => kind in raw);
  const [kind] = kinds;
  if (kinds.length > 1) {
    problems.push({ place, message: `does several things: ${kinds.join(', ')}` });
    return null;
  }
  const check = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> | null => {
    const parsed = v.safeParse(schema, 'at' in raw ? raw : { at: undefined, ...raw });
    if (parsed.success) return parsed.output;
    problems.push(...collectProblems(parsed.issues, place));
    return null;
  };
  switch (kind) {
    case 'do': {
      const step = check(STEP_SCHEMAS.do);
      return step && act(place, step, { kind, as: step.as, command: step.do, input: step.with });
    }
    case 'form':
      return parseForm(raw, place, problems, check);
    case 'edit': {
      const step = check(STEP_SCHEMAS.edit);
      return step && act(place, step, { kind, as: step.as, edit: step.edit });
    }
    case 'paste': {
      const step = check(STEP_SCHEMAS.paste);
      return step && act(place, step, { kind, as: step.as, paste: step.paste });
    }
    case 'import': {
      const step = check(STEP_SCHEMAS.import);
      return step && act(place, step, { kind, as: step.as, ...step.import });
    }
    case 'parallel': {
      const step = check(STEP_SCHEMAS.parallel);
      const steps = step?.parallel.map((one, n) =>
        parseInner(one, joinPlace(`${place}.parallel`, n), problems),
      );
      return step && act(place, step, { kind, steps: (steps ?? []).filter((one) => one !== null) });
    }
    default: {
      const step = check(STEP_SCHEMAS.time);
      return step && act(place, step, { kind: 'time' });
    }
  }
}

function parseForm(
  raw: object,
  place: string,
  problems: Problem[],
  check: <S extends v.GenericSchema>(schema: S) => v.InferOutput<S> | null,
): InnerStep | null {
  const form = FORM_NAMES.find((name) => 'form' in raw && raw.form === name);
  if (form === undefined) {
    problems.push({
      place: `${place}.form`,
      message: `must be one of ${FORM_NAMES.map((f) => `"${f}"`).join(', ')}`,
    });
    return null;
  }
  const step = check(formSchema(form));
  if (!step) return null;
  const answers: Record<string, string> = {};
  for (const [title, answer] of Object.entries(step.answers))
    if (answer !== undefined) answers[title] = answer;
  return act(place, step, { kind: 'form', as: step.as, form, answers });
}

function parseInner(raw: unknown, place: string, problems: Problem[]): InnerStep | null {
  const step = parseStep(raw, place, problems);
  if (step?.action.kind !== 'time' && step?.action.kind !== 'parallel') return step;
  problems.push({ place, message: 'must do something that runs beside others' });
  return null;
}

/** The faults of a parsed step, as the schemas give them. */
interface ParsedFaults {
  readonly deliver?: 0 | 1 | 2 | undefined;
  readonly stopAfterCalls?: number | undefined;
  readonly keepWrites?: number | undefined;
  readonly during?:
    | {
        readonly afterCalls: number;
        readonly as?: string | undefined;
        readonly edit?: CellEdit | undefined;
        readonly sort?: During['sort'] | undefined;
        readonly insertRow?: During['insertRow'] | undefined;
      }
    | undefined;
}

function act(place: string, parsed: ParsedFaults, action: Action): InnerStep {
  const { deliver, stopAfterCalls, keepWrites, during } = parsed;
  const faults: Faults = {
    ...(deliver === undefined ? {} : { deliver }),
    ...(stopAfterCalls === undefined ? {} : { stopAfterCalls }),
    ...(keepWrites === undefined ? {} : { keepWrites }),
    ...(during === undefined ? {} : { during: compactDuring(during) }),
  };
  return { place, action, faults };
}

function compactDuring(during: NonNullable<ParsedFaults['during']>): During {
  const { afterCalls, as, edit, sort, insertRow } = during;
  return {
    afterCalls,
    ...(as === undefined ? {} : { as }),
    ...(edit === undefined ? {} : { edit }),
    ...(sort === undefined ? {} : { sort }),
    ...(insertRow === undefined ? {} : { insertRow }),
  };
}
