import { describedBy, Field, type FieldProps } from './field.tsx';
import { spellAmount, spellDate } from './format.ts';

/** A field that holds one text. */
export interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Input = { readonly currentTarget: { readonly value: string } };

export function TextField(
  props: TextProps & {
    readonly isEmail?: boolean;
    readonly placeholder?: string;
    readonly isShort?: boolean;
  },
) {
  const { value, onChange, isEmail = false, placeholder, isShort } = props;
  return (
    <Field {...props}>
      <div class={isShort ? 'beside' : ''}>
        <input
          class={isShort ? 'input short' : 'input'}
          type="text"
          inputMode={isEmail ? 'email' : 'text'}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={value}
          onInput={({ currentTarget }: Input) => onChange(currentTarget.value)}
          {...describedBy(props)}
        />
      </div>
    </Field>
  );
}

export function LongTextField(props: TextProps & { readonly rows?: number; readonly placeholder?: string }) {
  const { value, onChange, rows = 3, placeholder } = props;
  return (
    <Field {...props}>
      <textarea
        class="input"
        rows={rows}
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }: Input) => onChange(currentTarget.value)}
        {...describedBy(props)}
      />
    </Field>
  );
}

/** A calendar date, written as everywhere in the registry and read back in words. */
export function DateField(props: TextProps & { readonly today: string }) {
  const { value, onChange, today, id, label } = props;
  return (
    <Field {...props}>
      <div class="beside">
        <input
          class="input"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder="YYYY-MM-DD"
          maxLength={10}
          value={value}
          onInput={({ currentTarget }: Input) => onChange(currentTarget.value)}
          {...describedBy(props)}
        />
        <button type="button" class="link" onClick={() => onChange(today)}>
          Today<span class="unseen"> for {label}</span>
        </button>
        <span class="spelt" id={`${id}-spelt`} aria-live="polite">
          {spellDate(value)}
        </span>
      </div>
    </Field>
  );
}

/** An amount beside its currency, read back with its thousands told apart. */
export function AmountField(props: TextProps & { readonly currency: string }) {
  const { value, onChange, currency } = props;
  return (
    <Field {...props}>
      <div class="beside">
        <input
          class="input"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          placeholder="0.00"
          value={value}
          onInput={({ currentTarget }: Input) => onChange(currentTarget.value)}
          {...describedBy(props)}
        />
        <span class="unit">{currency.toUpperCase()}</span>
        <span class="spelt" aria-live="polite">
          {spellAmount(value, currency.toUpperCase())}
        </span>
      </div>
    </Field>
  );
}
