import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RecordLine } from '../../registry/dialogs/form-description.ts';
import { ask, describeLoss } from '../kit/bridge.ts';
import { Notice } from '../kit/notices.tsx';

/** Typing settles for so long before the registry is asked. */
const PAUSE_IN_MS = 350;

interface Found {
  readonly found: readonly RecordLine[];
  readonly more: number;
}

/** The kinds in the plural, as their headings name them. */
const HEADINGS: { readonly [kind: string]: string } = {
  lead: 'Leads',
  partner: 'Partners',
  account: 'Accounts',
  deal: 'Deals',
  introduction: 'Introductions',
  'commission line': 'Commissions',
};

/** Finds records by what stands in them, and goes to their rows. */
export function Find() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [shown, setShown] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef('');
  const id = useId();

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    latest.current = text;
    if (text.trim() === '') {
      setFound(null);
      setBusy(false);
      return;
    }
    setBusy(true);
    const timer = setTimeout(() => {
      ask<Found>('findRecords', { text })
        .then((answer) => {
          if (latest.current !== text) return;
          setProblem(answer.ok ? '' : answer.issues.map(({ message }) => message).join(' '));
          setFound(answer.ok ? (answer.value ?? null) : null);
        })
        .catch((error: unknown) => setProblem(describeLoss(error)))
        .finally(() => {
          if (latest.current === text) setBusy(false);
        });
    }, PAUSE_IN_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const goTo = async (record: string) => {
    setProblem('');
    setShown('');
    try {
      const answer = await ask('goTo', { record });
      if (answer.ok) setShown(`${record} is selected in the sheet.`);
      else setProblem(answer.issues.map(({ message }) => message).join(' '));
    } catch (error) {
      setProblem(describeLoss(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const stops = [input.current, ...(list.current?.querySelectorAll<HTMLElement>('.found') ?? [])];
    const next = stops[stops.findIndex((stop) => stop?.matches(':focus')) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The arrow keys go from the text to what was found, which the Tab key does as well.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts
    <div class="page" onKeyDown={onKeyDown}>
      <div class="body">
        <div class="field">
          <label class="label" for={id}>
            Find a lead, customer or partner
          </label>
          <p class="help" id={`${id}-help`}>
            A name, website, e-mail address, reference or ID.
          </p>
          <input
            ref={input}
            id={id}
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            aria-describedby={`${id}-help`}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </div>
        {problem === '' ? null : <Notice tone="wrong" title={problem} isAlert />}
        <output class="intro">{isBusy ? 'Searching…' : shown === '' ? tell(found, text) : shown}</output>
        <div ref={list}>
          {Object.entries(HEADINGS).map(([kind, heading]) => (
            <Group
              key={kind}
              heading={heading}
              lines={found?.found.filter((one) => one.kind === kind) ?? []}
              onGoTo={goTo}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Group({
  heading,
  lines,
  onGoTo,
}: {
  readonly heading: string;
  readonly lines: readonly RecordLine[];
  readonly onGoTo: (record: string) => Promise<void>;
}) {
  if (lines.length === 0) return null;
  return (
    <section class="group">
      <h2>{heading}</h2>
      {lines.map(({ id, label, hint }) => (
        <button type="button" class="found" key={id} onClick={() => void onGoTo(id)}>
          <span class="line">
            <span>{label === '' ? id : label}</span>
            <span class="id">{id}</span>
          </span>
          <span class="hint">{hint}</span>
        </button>
      ))}
    </section>
  );
}

function tell(found: Found | null, text: string): string {
  if (found === null) return '';
  if (found.found.length === 0) return `Nothing in the registry is like “${text.trim()}”.`;
  const count = found.found.length === 1 ? '1 record' : `${found.found.length} records`;
  return found.more === 0 ? count : `${count}, and ${found.more} more: write more words.`;
}
