import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Loading, Notice } from '../kit/notices.tsx';
import { Plan } from '../kit/plan.tsx';
import { DescribedField } from './described-field.tsx';
import { fieldOf, problemsOf } from './form-values.ts';
import { ProblemSummary } from './problem-summary.tsx';
import { Result } from './result.tsx';
import { Subject } from './subject.tsx';
import { type FormState, type Opening, type Outcome, useForm } from './use-form.ts';

interface Props {
  readonly opening: Opening;
  readonly onClose: () => void;
  /** Told once the command is done, by who shows something else then. */
  readonly onDone?: (outcome: Outcome) => void;
  readonly closeLabel?: string;
  /** Whether the form may be about the record that it was opened with alone. */
  readonly isFixed?: boolean;
}

/** One command as a form: fill it in, see what will change, confirm, and read what came of it. */
export function CommandForm({ opening, onClose, onDone, closeLabel = 'Cancel', isFixed = false }: Props) {
  const state = useForm(opening, onDone);
  const { phase, form, loss } = state;
  if (phase.name === 'done' && form !== null)
    return <Result form={form} state={state} outcome={phase.outcome} onClose={onClose} />;
  if (phase.name === 'loading' || phase.name === 'closed' || form === null) {
    return <Closed state={state} onClose={onClose} />;
  }
  const cancel = () => {
    state.forget();
    onClose();
  };
  const isReview = phase.name === 'reviewing' || phase.name === 'sending';
  const isBusy = phase.name === 'checking' || phase.name === 'sending' || state.isDescribing;
  return (
    <form
      class="page"
      noValidate
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        void (isReview ? state.confirm() : state.check());
      }}
    >
      <div class="body">
        {loss === '' ? null : (
          <Notice tone="wrong" title={loss} isAlert>
            <p>Nothing that you entered is lost. Try again: it is done once, however often you try.</p>
          </Notice>
        )}
        {isReview ? <Review state={state} /> : <Filling state={state} isFixed={isFixed} />}
      </div>
      <div class="buttons">
        <output class="status">
          {state.isDescribing ? 'Reading the record…' : ''}
          {phase.name === 'checking' ? 'Checking with the registry…' : ''}
          {phase.name === 'sending' ? 'Writing to the registry…' : ''}
        </output>
        {isReview ? (
          <button type="button" class="button" onClick={state.back} aria-disabled={isBusy}>
            Back
          </button>
        ) : (
          <button type="button" class="button" onClick={cancel}>
            {closeLabel}
          </button>
        )}
        <button type="submit" class="button primary" aria-disabled={isBusy}>
          {isReview ? (loss === '' ? form.confirm : 'Try again') : 'Continue'}
        </button>
      </div>
    </form>
  );
}

function Closed({ state, onClose }: { readonly state: FormState; readonly onClose: () => void }) {
  const { phase, loss, retryLoading } = state;
  if (loss === '' && phase.name !== 'closed') {
    return (
      <div class="page">
        <div class="body">
          <Loading what="The form is loading." />
        </div>
      </div>
    );
  }
  return (
    <div class="page">
      <div class="body">
        <Notice tone="wrong" title={loss === '' ? 'This form is not for you' : loss} isAlert>
          {phase.name === 'closed' ? phase.issues.map(({ message }) => <p key={message}>{message}</p>) : null}
        </Notice>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
        {loss === '' ? null : (
          <button type="button" class="button primary" onClick={retryLoading}>
            Try again
          </button>
        )}
      </div>
    </div>
  );
}

function Filling({ state, isFixed }: { readonly state: FormState; readonly isFixed: boolean }) {
  const { form, issues, shown, values, record, today } = state;
  const prefix = useId();
  const body = useRef<HTMLDivElement>(null);
  const names = [...(form?.subject ? [form.subject.field] : []), ...shown.map(({ name }) => name)];
  const idOf = (name: string) => `${prefix}-${names.indexOf(name)}`;
  useFocusOnProblems(body, issues);
  useFocusOnOpening(body, form?.subject?.chosen?.id);
  if (form === null) return null;
  // What a record holds can be changed once it is known.
  const isWaiting =
    form.sends === 'changed' && form.subject?.isOpen === false && form.subject.chosen === null;
  return (
    <div class="fields" ref={body}>
      <h1 class="form-title">{form.title}</h1>
      <p class="intro">{form.intro}</p>
      {state.isRestored ? (
        <Notice tone="plain">
          <p>
            This is what you had typed before.{' '}
            <button type="button" class="link" onClick={state.startAfresh}>
              Start afresh
            </button>
          </p>
        </Notice>
      ) : null}
      <ProblemSummary
        issues={issues}
        labelOf={(issue) => {
          const name = fieldOf(issue, names);
          const field = shown.find((one) => one.name === name);
          return name === null
            ? null
            : { id: idOf(name), label: field?.label ?? form.subject?.label ?? name };
        }}
      />
      {form.subject === null ? null : (
        <Subject
          form={form.form}
          subject={form.subject}
          id={idOf(form.subject.field)}
          record={record}
          problems={problemsOf(issues, form.subject.field)}
          onType={state.typeRecord}
          onChoose={state.chooseRecord}
          onClear={state.clearRecord}
          isFixed={isFixed}
        />
      )}
      {(isWaiting ? [] : shown).map((field) => (
        <DescribedField
          key={field.name}
          field={field}
          id={idOf(field.name)}
          values={values}
          issues={issues}
          today={today}
          onChange={(value) => state.change(field.name, value)}
        />
      ))}
    </div>
  );
}

function Review({ state: { phase, form, record } }: { readonly state: FormState }) {
  const top = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    top.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  if (form === null || (phase.name !== 'reviewing' && phase.name !== 'sending')) return null;
  return (
    <section class="fields" ref={top} tabIndex={-1} aria-label={`${form.title} ${record}: what will change`}>
      <Plan plan={phase.plan} />
    </section>
  );
}

/** After a refusal the first field that is wrong has the focus, or what is said where no field is. */
function useFocusOnProblems(
  body: { readonly current: HTMLElement | null },
  issues: readonly unknown[],
): void {
  useLayoutEffect(() => {
    if (issues.length === 0) return;
    const wrong = body.current?.querySelector<HTMLElement>('.field [aria-invalid="true"]');
    const group = body.current?.querySelector<HTMLElement>('.field .problem')?.closest<HTMLElement>('.field');
    const target =
      wrong ??
      group?.querySelector<HTMLElement>('input, .card') ??
      body.current?.querySelector('.notice.wrong');
    if (target instanceof HTMLElement) target.focus();
  }, [issues, body]);
}

/** A form that opens has the focus in its first empty field. */
function useFocusOnOpening(body: { readonly current: HTMLElement | null }, chosen: string | undefined): void {
  useLayoutEffect(() => {
    if (body.current?.contains(document.activeElement)) return;
    const first = body.current?.querySelector<HTMLElement>('input, textarea, select');
    // Of words to choose from, the one that is chosen takes the focus.
    const chosenWord = first?.closest('.choices')?.querySelector<HTMLElement>(':checked');
    (chosenWord ?? first)?.focus();
  }, [chosen, body]);
}
