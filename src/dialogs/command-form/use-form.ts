import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type {
  FieldValue,
  FormDescription,
  PlanDescription,
} from '../../registry/dialogs/form-description.ts';
import {
  type Answer,
  ask,
  describeLoss,
  execute,
  type Issue,
  newRequestId,
  sendMail,
} from '../kit/bridge.ts';
import { dropDraft, readDraft, writeDraft } from '../kit/drafts.ts';
import { findGaps, joinIssues, toInput, type Values, visibleFields } from './form-values.ts';

/** What a form is opened with. */
export interface Opening {
  readonly form: string;
  readonly record?: string;
  readonly selected?: unknown;
  /** What its fields hold besides what the registry fills in. */
  readonly values?: Values;
}

interface Described {
  readonly form: FormDescription;
  readonly problems: readonly Issue[];
  readonly today: string;
}

/** What was done, for the panel that says so. */
export interface Outcome {
  readonly id: string;
  readonly warnings: readonly string[];
  readonly hasMail: boolean;
}

export type Phase =
  | { readonly name: 'loading' }
  | { readonly name: 'closed'; readonly issues: readonly Issue[] }
  | { readonly name: 'filling' | 'checking' }
  | { readonly name: 'reviewing' | 'sending'; readonly plan: PlanDescription }
  | { readonly name: 'done'; readonly outcome: Outcome };

interface Draft {
  readonly values: Values;
  readonly record: string;
}

/** A form from opening to result: what it holds, what is wrong with it, and each step that can be taken. */
export function useForm(opening: Opening, onDone?: (outcome: Outcome) => void) {
  const [phase, setPhase] = useState<Phase>({ name: 'loading' });
  const [described, setDescribed] = useState<Described | null>(null);
  const [record, setRecord] = useState('');
  /**
   * Only what somebody typed: what the registry fills in stays its own. Answers that come later leave it alone, because
   * people go on typing while they wait.
   */
  const [typed, setTyped] = useState<Values>({});
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [loss, setLoss] = useState('');
  const [isRestored, setRestored] = useState(false);
  /** The click under way: its input and its name. Kept until an answer came, so that trying again does it once. */
  const click = useRef<{ readonly input: string; readonly id: string } | null>(null);
  const isBusy = useRef(false);
  /** Whether what is known of a chosen record is under way: what is sent may depend on it. */
  const [isDescribing, setDescribing] = useState(false);
  /** Counts the records asked for: an answer about one that is no longer chosen says nothing. */
  const asked = useRef(0);

  const load = useCallback(
    async (named: string | null) => {
      setLoss('');
      asked.current += 1;
      const turn = asked.current;
      try {
        const wanted =
          named === null ? { selected: opening.selected, record: opening.record } : { record: named };
        const answer = await ask<Described>('describeForm', { form: opening.form, ...wanted });
        if (turn !== asked.current) return null;
        if (!answer.ok || !answer.value) {
          setPhase({ name: 'closed', issues: answer.ok ? [] : answer.issues });
          return null;
        }
        setDescribed(answer.value);
        setIssues(answer.value.problems);
        setRecord(answer.value.form.subject?.chosen?.id ?? named ?? '');
        setPhase({ name: 'filling' });
        return answer.value;
      } catch (error) {
        setLoss(describeLoss(error));
        return null;
      } finally {
        if (turn === asked.current) setDescribing(false);
      }
    },
    [opening.form, opening.record, opening.selected],
  );

  useEffect(() => {
    void (async () => {
      setTyped(opening.values ?? {});
      const first = await load(null);
      const draft = first === null ? null : readDraftOf(opening.form);
      if (first === null || draft === null) return;
      const chosen = first.form.subject?.chosen?.id ?? '';
      // What was typed about another record than the one selected now says nothing of this one.
      if (chosen !== '' && draft.record !== chosen) return;
      setTyped(draft.values);
      setRestored(true);
      if (chosen === '' && draft.record !== '') await load(draft.record);
    })();
  }, [load, opening.form, opening.values]);

  const form = described?.form ?? null;
  const values: Values = { ...form?.values, ...typed };
  const shown = form === null ? [] : visibleFields(form.fields, values, issues);

  const keep = (next: Values, about: string) => {
    setTyped(next);
    writeDraft(opening.form, { values: next, record: about } satisfies Draft);
  };

  /** Runs one call at a time: a second click while the first is under way is none. */
  const alone = async (work: () => Promise<void>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setLoss('');
    try {
      await work();
    } catch (error) {
      setLoss(describeLoss(error));
      setPhase((now) =>
        now.name === 'sending'
          ? { ...now, name: 'reviewing' }
          : now.name === 'checking'
            ? { name: 'filling' }
            : now,
      );
    } finally {
      isBusy.current = false;
    }
  };

  const refuse = (found: readonly Issue[]) => {
    setIssues(found);
    setPhase({ name: 'filling' });
  };

  const check = () =>
    alone(async () => {
      if (form === null || isDescribing) return;
      setPhase({ name: 'checking' });
      const input = toInput(form, record, shown, values);
      const answer = await ask<PlanDescription>('preview', { command: form.command, input });
      const all = joinIssues(answer.ok ? [] : answer.issues, findGaps(shown, values));
      if (all.length > 0 || !answer.ok || !answer.value) {
        refuse(all);
        return;
      }
      setIssues([]);
      setPhase({ name: 'reviewing', plan: answer.value });
    });

  const finish = (answer: Extract<Answer<unknown>, { ok: true }>) => {
    if (answer.mailQueued === true) sendMail();
    dropDraft(opening.form);
    const outcome = {
      id: answer.id ?? '',
      warnings: answer.warnings ?? [],
      hasMail: answer.mailQueued === true,
    };
    setPhase({ name: 'done', outcome });
    onDone?.(outcome);
  };

  const confirm = () =>
    alone(async () => {
      if (form === null || phase.name !== 'reviewing') return;
      setPhase({ name: 'sending', plan: phase.plan });
      const input = toInput(form, record, shown, values);
      const text = JSON.stringify(input);
      if (click.current?.input !== text) click.current = { input: text, id: newRequestId() };
      const answer = await execute(form.command, input, click.current.id);
      if (!answer.ok && answer.code === 'busy') {
        setLoss(answer.issues.map(({ message }) => message).join(' '));
        setPhase({ name: 'reviewing', plan: phase.plan });
        return;
      }
      click.current = null;
      if (answer.ok) finish(answer);
      else refuse(answer.issues);
    });

  return {
    phase,
    form,
    today: described?.today ?? '',
    record,
    values,
    shown,
    issues,
    loss,
    isRestored,
    isDescribing,
    retryLoading: () => void load(record === '' ? null : record),
    change: (name: string, value: FieldValue) => keep({ ...typed, [name]: value }, record),
    typeRecord: (text: string) => {
      setRecord(text);
      keep(typed, text);
    },
    chooseRecord: (id: string) => {
      // Changes of one record are none of another.
      const kept = form?.sends === 'changed' ? {} : typed;
      keep(kept, id);
      setDescribing(true);
      void load(id);
    },
    clearRecord: () => {
      const kept = form?.sends === 'changed' ? {} : typed;
      if (described === null || form === null || form.subject === null) return;
      setDescribed({
        ...described,
        form: { ...form, subject: { ...form.subject, chosen: null }, values: {} },
      });
      setRecord('');
      setIssues([]);
      keep(kept, '');
    },
    check,
    confirm,
    back: () => setPhase({ name: 'filling' }),
    startAfresh: () => {
      dropDraft(opening.form);
      setRestored(false);
      setTyped({});
      setIssues([]);
      setPhase({ name: 'filling' });
    },
    another: () => {
      setRestored(false);
      setTyped({});
      setPhase({ name: 'loading' });
      void load('');
    },
    forget: () => dropDraft(opening.form),
  };
}

export type FormState = ReturnType<typeof useForm>;

function readDraftOf(form: string): Draft | null {
  const draft = readDraft(form);
  if (typeof draft !== 'object' || draft === null) return null;
  const { values, record } = draft as Partial<Draft>;
  return typeof values === 'object' && values !== null && typeof record === 'string'
    ? { values, record }
    : null;
}
