import { useRef, useState } from 'preact/hooks';
import type { FormView } from '../../server/api/forms.ts';
import { type AnswerProblem, findAnswerProblems, isQuestion } from '../../store/check-answers.ts';
import { Header } from '../parts/header.tsx';
import { Await } from '../parts/states.tsx';
import { messageOf } from '../session/connection.ts';
import { useAsked, useSession } from '../session/session.ts';
import { FormItem } from './form-item.tsx';

type Answers = Readonly<Record<string, string>>;

/** A form as a respondent sees it. */
export function FormPage({ id }: { readonly id: string }) {
  const form = useAsked('readForm', { id });
  const { go } = useSession();
  return (
    <main class="place" aria-label="Form">
      <Header title="Forms">
        <button type="button" class="link-button" onClick={() => go({ item: '' })}>
          All forms
        </button>
      </Header>
      <div class="scroll form-back">
        <Await asked={form} what="the form">
          {(view) => <OpenForm form={view} />}
        </Await>
      </div>
    </main>
  );
}

function OpenForm({ form }: { readonly form: FormView }) {
  const [confirmed, setConfirmed] = useState<{ readonly text: string; readonly again: boolean }>();
  if (!form.accepting) {
    return (
      <div class="form">
        <div class="form-card form-head">
          <h2 class="form-title">{form.title}</h2>
          <p class="form-text">{form.closedMessage}</p>
        </div>
      </div>
    );
  }
  if (confirmed !== undefined) {
    return (
      <div class="form">
        <div class="form-card form-head" role="status">
          <h2 class="form-title">{form.title}</h2>
          <p class="form-text">{confirmed.text}</p>
          {confirmed.again ? (
            <button type="button" class="link-button" onClick={() => setConfirmed(undefined)}>
              Submit another response
            </button>
          ) : null}
        </div>
      </div>
    );
  }
  return <BlankForm form={form} kept={(text, again) => setConfirmed({ text, again })} />;
}

function BlankForm({
  form,
  kept,
}: {
  readonly form: FormView;
  readonly kept: (confirmation: string, again: boolean) => void;
}) {
  const { connection, location } = useSession();
  const [answers, setAnswers] = useState<Answers>({});
  /** Shown from the first refusal on: what stands there now, without what has been put right. */
  const [wasRefused, setRefused] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState('');
  const element = useRef<HTMLFormElement>(null);
  const problems = wasRefused ? findAnswerProblems(form.items, answers) : [];

  const refuse = (found: readonly AnswerProblem[]): void => {
    setRefused(true);
    const first = found[0]?.item;
    setTimeout(() =>
      element.current
        ?.querySelector<HTMLElement>(`[data-item="${first}"] :is(input, textarea, select)`)
        ?.focus(),
    );
  };
  const submit = async (): Promise<void> => {
    const found = findAnswerProblems(form.items, answers);
    if (found.length > 0) {
      refuse(found);
      return;
    }
    setSending(true);
    setFailure('');
    try {
      const submitted = await connection.call('submitForm', { id: form.id, answers: { ...answers } });
      if (submitted.kind === 'kept') kept(submitted.confirmation, submitted.again);
      else refuse(submitted.problems);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  const hasRequired = form.items.some(({ required }) => required);
  return (
    <form
      ref={element}
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSending) void submit();
      }}
    >
      <div class="form-card form-head">
        <h2 class="form-title">{form.title}</h2>
        {form.description === '' ? null : <p class="form-text">{form.description}</p>}
        <p class="form-who">
          <strong>{location.viewer}</strong>
          {form.collectsEmail ? ' – your address is recorded with your response' : ''}
        </p>
        {hasRequired ? <p class="form-required">* Indicates required question</p> : null}
      </div>
      {form.items.map((item) => (
        <FormItem
          key={item.id}
          item={item}
          answer={answers[item.title] ?? ''}
          problem={problems.find((one) => one.item === item.id)?.message}
          change={(answer) => setAnswers((old) => ({ ...old, [item.title]: answer }))}
        />
      ))}
      {failure === '' ? null : (
        <p class="form-failure" role="alert">
          {failure} Your answers are still here.
        </p>
      )}
      <footer class="form-foot">
        <button type="submit" class="button button-main" disabled={isSending}>
          {isSending ? 'Submitting…' : 'Submit'}
        </button>
        {form.items.some(isQuestion) ? (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              setAnswers({});
              setRefused(false);
              setFailure('');
            }}
          >
            Clear form
          </button>
        ) : null}
      </footer>
    </form>
  );
}
