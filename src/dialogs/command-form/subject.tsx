import type { Option, SubjectDescription } from '../../registry/dialogs/form-description.ts';
import { ask } from '../kit/bridge.ts';
import { Facts } from '../kit/facts.tsx';
import { SearchField } from '../kit/search-field.tsx';

interface Props {
  readonly form: string;
  readonly subject: SubjectDescription;
  readonly id: string;
  readonly record: string;
  readonly problems: readonly string[];
  readonly onType: (text: string) => void;
  readonly onChoose: (record: string) => void;
  readonly onClear: () => void;
  /** Whether the form was opened beside what is known of its record, which is then not said again nor changed. */
  readonly isFixed: boolean;
}

/** The record that a form is about: what is known of it, or the search for it. */
export function Subject(props: Props) {
  const { form, subject, id, record, problems, onType, onChoose, onClear, isFixed } = props;
  const { chosen, label, help, options, more, placeholder } = subject;
  if (chosen !== null) {
    return (
      <div class="field">
        <div class="card" id={id} tabIndex={-1}>
          <div class="head">
            <h2>
              <span class="name">{chosen.label}</span> <span class="id">{chosen.id}</span>
            </h2>
            {isFixed ? null : (
              <button type="button" class="link" onClick={onClear}>
                Change<span class="unseen"> the {chosen.kind}</span>
              </button>
            )}
          </div>
          {isFixed ? null : <Facts facts={chosen.facts} />}
        </div>
        {problems.map((problem) => (
          <p class="problem" key={problem}>
            {problem}
          </p>
        ))}
      </div>
    );
  }
  const search = async (text: string): Promise<readonly Option[]> => {
    const answer = await ask<{ options: readonly Option[] }>('searchSubjects', { form, text });
    return answer.ok && answer.value ? answer.value.options : [];
  };
  return (
    <SearchField
      id={id}
      label={label}
      help={help === '' ? undefined : help}
      required
      problems={problems}
      options={options}
      placeholder={placeholder}
      value={record}
      onChange={onType}
      onChoose={onChoose}
      search={more > 0 ? search : undefined}
    />
  );
}
