import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { findCells, type PlacedText } from './find-cells.ts';

/** Finds cells of a tab by what they show, and goes from one to the next. */
export function FindBar(props: {
  readonly tab: TabView | undefined;
  readonly onShow: (at: PlacedText) => void;
  readonly onClose: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => input.current?.focus(), []);
  const found = props.tab === undefined ? [] : findCells(props.tab, text);
  const go = (index: number, matches: readonly PlacedText[]) => {
    const next = matches[(index + matches.length) % matches.length];
    setAt(matches.length === 0 ? 0 : (index + matches.length) % matches.length);
    if (next === undefined) return;
    props.onShow(next);
    input.current?.focus();
  };
  const search = (wanted: string) => {
    setText(wanted);
    go(0, props.tab === undefined ? [] : findCells(props.tab, wanted));
  };
  return (
    <search
      class="spreadsheet-find"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') props.onClose();
        if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1), found);
      }}
    >
      <input
        ref={input}
        type="text"
        aria-label="Find in this tab"
        placeholder="Find in this tab"
        value={text}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <output class="spreadsheet-find-count">
        {text === '' ? '' : found.length === 0 ? 'No matches' : `${at + 1} of ${found.length}`}
      </output>
      <button type="button" aria-label="Previous match" onClick={() => go(at - 1, found)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5 12.5l5-5 5 5" />
        </svg>
      </button>
      <button type="button" aria-label="Next match" onClick={() => go(at + 1, found)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5 7.5l5 5 5-5" />
        </svg>
      </button>
      <button type="button" aria-label="Close" onClick={props.onClose}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M5 5l10 10M15 5L5 15" />
        </svg>
      </button>
    </search>
  );
}
