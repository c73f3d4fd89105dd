import { Check, ChevronDown, UserRoundPlus } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../server/live-workspace.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';

/** Who is looking, and the choice of somebody else. */
export function PeopleSwitch({
  people,
  viewer,
  choose,
}: {
  readonly people: readonly Person[];
  readonly viewer: string;
  readonly choose: (email: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const current = people.find(({ email }) => email === viewer) ?? {
    email: viewer,
    name: viewer,
    role: 'Somebody else',
  };
  useEffect(() => {
    if (!isOpen) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={root} class="people">
      <button
        ref={button}
        type="button"
        class="people-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Avatar email={current.email} name={current.name} />
        <span class="people-who">
          <span class="people-name">
            <span class="hidden-text">Looking as </span>
            {current.name}
          </span>
          <span class="people-role">{current.role}</span>
        </span>
        <Icon of={ChevronDown} size={16} />
      </button>
      {isOpen ? <PeopleList people={people} viewer={viewer} choose={choose} close={close} /> : null}
    </div>
  );
}

function PeopleList({
  people,
  viewer,
  choose,
  close,
}: {
  readonly people: readonly Person[];
  readonly viewer: string;
  readonly choose: (email: string) => void;
  readonly close: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [other, setOther] = useState('');
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const selected = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    (selected ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
  }, []);
  const move = (by: number): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.people-choice') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={list}
      class="people-list"
      role="dialog"
      aria-label="Who is looking"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        else if (event.key === 'ArrowDown') move(1);
        else if (event.key === 'ArrowUp') move(-1);
        else return;
        event.preventDefault();
      }}
    >
      <p class="people-hint">Look through somebody’s eyes. Another browser tab can be somebody else.</p>
      <ul class="people-choices">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              class="people-choice"
              aria-current={person.email === viewer}
              onClick={() => {
                close();
                choose(person.email);
              }}
            >
              <Avatar email={person.email} name={person.name} />
              <span class="people-who">
                <span class="people-name">{person.name}</span>
                <span class="people-role">
                  {person.role} · {person.email}
                </span>
              </span>
              {person.email === viewer ? <Icon of={Check} size={16} /> : null}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="people-other"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const email = other.trim().toLowerCase();
          if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
            setProblem('Write an e-mail address, such as kim@partner.example.');
            return;
          }
          close();
          choose(email);
        }}
      >
        <label class="label" for="people-other">
          Somebody else
        </label>
        <div class="people-other-row">
          <input
            id="people-other"
            class="field"
            type="email"
            placeholder="name@company.example"
            aria-invalid={problem !== ''}
            aria-describedby="people-problem"
            value={other}
            onInput={(event) => setOther(event.currentTarget.value)}
          />
          <button type="submit" class="button" aria-label="Look as this person">
            <Icon of={UserRoundPlus} size={18} />
          </button>
        </div>
        <p id="people-problem" class="field-problem" role="alert">
          {problem}
        </p>
      </form>
    </div>
  );
}
