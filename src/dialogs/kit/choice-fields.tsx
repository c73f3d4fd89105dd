import type { Option } from '../../registry/dialogs/form-description.ts';
import { describedBy, Field, FieldGroup, type FieldProps } from './field.tsx';

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** So many short words stand side by side. */
const MOST_INLINE = 3;

/** A few words to choose from, all in sight. */
export function RadioField(props: ChoiceProps) {
  const { id, options, value, onChange, required } = props;
  const isInline = options.length <= MOST_INLINE && options.every(({ hint }) => hint === undefined);
  return (
    <FieldGroup {...props}>
      <div class={isInline ? 'choices inline' : 'choices'} role="radiogroup" aria-label={props.label}>
        {options.map((option, i) => (
          <label class="choice" key={option.value}>
            <input
              type="radio"
              id={`${id}-${i}`}
              name={id}
              value={option.value}
              checked={option.value === value}
              required={required}
              onChange={() => onChange(option.value)}
            />
            <OptionText {...option} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

/** Words to choose from in a list that opens. */
export function ListField(props: ChoiceProps) {
  const { options, value, onChange } = props;
  return (
    <Field {...props}>
      <select
        class="input"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        {...describedBy(props)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.hint === undefined ? option.label : `${option.label} – ${option.hint}`}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Words of which several may be chosen. */
export function ChoicesField(
  props: FieldProps & {
    readonly options: readonly Option[];
    readonly value: readonly string[];
    readonly onChange: (value: readonly string[]) => void;
  },
) {
  const { id, options, value, onChange } = props;
  return (
    <FieldGroup {...props}>
      <div class="choices">
        {options.map((option, i) => (
          <label class="choice" key={option.value}>
            <input
              type="checkbox"
              id={`${id}-${i}`}
              checked={value.includes(option.value)}
              onChange={({ currentTarget }) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? currentTarget.checked : value.includes(one))),
                )
              }
            />
            <OptionText {...option} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function OptionText({ label, hint }: Option) {
  return (
    <span>
      {label}
      {hint === undefined ? null : <span class="hint">{hint}</span>}
    </span>
  );
}
