import { useEffect, useRef, useState } from 'preact/hooks';
import type { Option } from '../../registry/dialogs/form-description.ts';
import { describedBy, Field, type FieldProps } from './field.tsx';

interface SearchProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** Asks for what is not listed; absent where everything is. */
  readonly search?: ((text: string) => Promise<readonly Option[]>) | undefined;
  /** Told when an option was chosen, as opposed to typed. */
  readonly onChoose?: ((value: string) => void) | undefined;
}

/** Typing settles for so long before the registry is asked. */
const PAUSE_IN_MS = 300;
const MOST_SHOWN = 50;

/** A text that searches options as it is typed: the combobox of the ARIA practices. */
export function SearchField(props: SearchProps) {
  const { id, value, onChange, onChoose, placeholder } = props;
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { options, isSearching } = useOptions(props);
  const visible = options.slice(0, MOST_SHOWN);
  const choose = (option: Option) => {
    onChange(option.value);
    onChoose?.(option.value);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (isOpen ? (at + step + visible.length) % Math.max(1, visible.length) : 0));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = visible[active] ?? (visible.length === 1 ? visible[0] : undefined);
      if (option) choose(option);
      else if (onChoose !== undefined) {
        setOpen(false);
        onChoose(value);
      }
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const isListed = isOpen && (visible.length > 0 || value !== '');
  return (
    <Field {...props}>
      <div class="search">
        <input
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={labelOf(props.options, value)}
          aria-expanded={isListed}
          aria-controls={`${id}-options`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && visible[active] ? `${id}-option-${active}` : undefined}
          onInput={({ currentTarget }) => {
            onChange(currentTarget.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          {...describedBy(props)}
        />
        <div class="options" id={`${id}-options`} role="listbox" aria-label={props.label} hidden={!isListed}>
          {visible.map((option, i) => (
            // The keys of the text field choose among the options: they take no focus themselves.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox holds the focus
            <div
              class="option"
              role="option"
              id={`${id}-option-${i}`}
              key={option.value}
              aria-selected={i === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span class="name">{option.label}</span>
              {option.label === option.value ? null : <span class="id"> {shortId(option.value)}</span>}
              {option.hint === undefined ? null : <span class="hint">{option.hint}</span>}
            </div>
          ))}
          {visible.length === 0 ? (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox holds the focus
            <div class="none" role="option" aria-disabled="true" aria-selected="false">
              {isSearching ? 'Searching…' : `Nothing listed is like “${value}”.`}
            </div>
          ) : null}
        </div>
      </div>
    </Field>
  );
}

const NOTHING_FOUND: { readonly text: string; readonly options: readonly Option[] } = {
  text: '',
  options: [],
};

/** What fits the text of the options given, and what the registry finds beyond them. */
function useOptions({ options, value, search }: SearchProps) {
  const [found, setFound] = useState(NOTHING_FOUND);
  const [isSearching, setSearching] = useState(false);
  const asked = useRef('');
  useEffect(() => {
    asked.current = value;
    const asks = search !== undefined && value.trim().length >= 2 && !isChosen(options, value);
    setSearching(asks);
    if (!asks) return;
    const timer = setTimeout(() => {
      search(value)
        .then(
          (more) => {
            if (asked.current === value) setFound({ text: value, options: more });
          },
          () => undefined,
        )
        .finally(() => {
          if (asked.current === value) setSearching(false);
        });
    }, PAUSE_IN_MS);
    return () => clearTimeout(timer);
  }, [value, search, options]);
  const known = new Set(options.map((option) => option.value));
  const more = found.options.filter((option) => !known.has(option.value));
  if (value === '' || isChosen(options, value)) return { options: [...options, ...more], isSearching };
  // The registry looks at more of a record than is shown of it.
  const fitting = found.text === value ? more : filter(more, value);
  return { options: [...filter(options, value), ...fitting], isSearching };
}

function filter(options: readonly Option[], text: string): readonly Option[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return options.filter(({ value, label, hint = '' }) => {
    const all = fold(`${value} ${label} ${hint}`);
    return words.every((word) => all.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function isChosen(options: readonly Option[], value: string): boolean {
  return options.some((option) => option.value === value);
}

/** A chosen option reads as its name; what is typed stays as it is typed. */
function labelOf(options: readonly Option[], value: string): string {
  const chosen = options.find((option) => option.value === value);
  if (chosen === undefined || chosen.label === value) return value;
  return `${chosen.label} (${value})`;
}

/** Addresses stand in the hint already. */
function shortId(value: string): string {
  return value.includes('@') ? '' : value;
}
