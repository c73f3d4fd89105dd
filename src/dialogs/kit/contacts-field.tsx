import type { ContactValue } from '../../registry/dialogs/form-description.ts';
import { FieldGroup, type FieldProps } from './field.tsx';
import { TextField } from './text-fields.tsx';

const EMPTY: ContactValue = { name: '', title: '', email: '' };
const PARTS = [
  { part: 'name', label: 'Name' },
  { part: 'title', label: 'Title' },
  { part: 'email', label: 'E-mail' },
] as const;

/** People with name, title and e-mail, as many as there are. */
export function ContactsField(
  props: FieldProps & {
    readonly value: readonly ContactValue[];
    readonly onChange: (value: readonly ContactValue[]) => void;
    readonly most: number;
    /** What is wrong with a part of one of them, by its path below the field, such as `0.email`. */
    readonly problemsOf: (path: string) => readonly string[];
  },
) {
  const { id, value, onChange, most, problemsOf } = props;
  return (
    <FieldGroup {...props}>
      {value.map((contact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people have no name of their own before they are typed
        <div class="contact" key={i}>
          {PARTS.map(({ part, label }) => (
            <div class={part === 'email' ? 'wide' : ''} key={part}>
              <TextField
                id={`${id}-${i}-${part}`}
                label={label}
                required
                isEmail={part === 'email'}
                problems={problemsOf(part === 'name' ? `${i}` : '').concat(problemsOf(`${i}.${part}`))}
                value={contact[part]}
                onChange={(text) =>
                  onChange(value.map((one, j) => (j === i ? { ...one, [part]: text } : one)))
                }
              />
            </div>
          ))}
          <button
            type="button"
            class="icon"
            aria-label={`Remove contact ${i + 1}`}
            title="Remove"
            onClick={() => onChange(value.filter((_, j) => j !== i))}
          >
            ×
          </button>
        </div>
      ))}
      {value.length < most ? (
        <div>
          <button type="button" class="link" onClick={() => onChange([...value, EMPTY])}>
            + Add a contact
          </button>
        </div>
      ) : null}
    </FieldGroup>
  );
}
