import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FormItemState } from '../../world-state.ts';
import { Icon } from '../parts/icon.tsx';

interface Props {
  readonly item: FormItemState;
  readonly answer: string;
  readonly problem: string | undefined;
  readonly change: (answer: string) => void;
}

/** One question of a form with its answer, or the heading of a section. */
export function FormItem({ item, answer, problem, change }: Props) {
  const id = useId();
  if (item.type === 'SECTION_HEADER') {
    return (
      <div class="form-card form-section">
        <h3 class="form-section-title">{item.title}</h3>
        {item.help === '' ? null : <p class="form-text">{item.help}</p>}
      </div>
    );
  }
  const marks = {
    'aria-invalid': problem !== undefined,
    'aria-required': item.required,
    'aria-describedby': `${id}-help ${id}-problem`,
  };
  const isChoice = item.type === 'MULTIPLE_CHOICE';
  const title = (
    <>
      {item.title}
      {item.required ? (
        <span class="form-star" aria-hidden="true">
          {' '}
          *
        </span>
      ) : null}
    </>
  );
  return (
    <div class={problem === undefined ? 'form-card' : 'form-card form-card-bad'} data-item={item.id}>
      {isChoice ? (
        <fieldset class="form-choices" {...marks}>
          <legend class="form-question">{title}</legend>
          <Help id={id} text={item.help} />
          <Choices name={id} item={item} answer={answer} change={change} />
        </fieldset>
      ) : (
        <>
          <label class="form-question" for={id}>
            {title}
          </label>
          <Help id={id} text={item.help} />
          <Field id={id} item={item} answer={answer} change={change} marks={marks} />
        </>
      )}
      <p id={`${id}-problem`} class="form-problem" role={problem === undefined ? undefined : 'alert'}>
        {problem === undefined ? null : (
          <>
            <Icon of={CircleAlert} size={18} />
            {problem}
          </>
        )}
      </p>
    </div>
  );
}

function Help({ id, text }: { readonly id: string; readonly text: string }): ComponentChildren {
  return text === '' ? null : (
    <p class="form-help" id={`${id}-help`}>
      {text}
    </p>
  );
}

function Choices({
  name,
  item,
  answer,
  change,
}: Pick<Props, 'item' | 'answer' | 'change'> & { readonly name: string }) {
  return (
    <>
      {item.choices.map((choice) => (
        <label key={choice} class="form-choice">
          <input type="radio" name={name} checked={answer === choice} onChange={() => change(choice)} />
          {choice}
        </label>
      ))}
      {answer !== '' && !item.required ? (
        <button type="button" class="link-button" onClick={() => change('')}>
          Clear selection
        </button>
      ) : null}
    </>
  );
}

interface FieldProps extends Pick<Props, 'item' | 'answer' | 'change'> {
  readonly id: string;
  readonly marks: Readonly<Record<string, string | boolean>>;
}

function Field({ id, item, answer, change, marks }: FieldProps) {
  if (item.type === 'LIST') {
    return (
      <select
        id={id}
        class="field form-list"
        value={answer}
        onChange={(event) => change(event.currentTarget.value)}
        {...marks}
      >
        <option value="">Choose</option>
        {item.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  if (item.type === 'PARAGRAPH_TEXT') {
    return (
      <textarea
        id={id}
        class="form-line form-paragraph"
        placeholder="Your answer"
        rows={Math.min(12, Math.max(2, answer.split('\n').length))}
        value={answer}
        onInput={(event) => change(event.currentTarget.value)}
        {...marks}
      />
    );
  }
  const shared = {
    id,
    autocomplete: 'off',
    value: answer,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
  } as const;
  if (item.type === 'DATE') return <input class="form-line form-date" type="date" {...shared} {...marks} />;
  return <input class="form-line" type="text" placeholder="Your answer" {...shared} {...marks} />;
}
