import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { moveFocus } from './move-focus.ts';

/** Whether the whole tab is under a protection. */
const isProtected = (tab: TabView): boolean => tab.protections.some(({ box }) => box === null);

function Lock() {
  return (
    <svg class="spreadsheet-tab-lock" viewBox="0 0 12 14" aria-hidden="true">
      <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.5" />
      <rect x="1" y="6" width="10" height="7" rx="1.5" fill="currentColor" />
    </svg>
  );
}

interface TabBarProps {
  readonly tabs: readonly TabView[];
  readonly active: number | undefined;
  readonly onSelect: (tab: number) => void;
}

/** All tabs by name, for when there are more than fit. */
function TabList({ tabs, active, onSelect }: TabBarProps) {
  const [isOpen, setIsOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    const closeOutside = (event: Event) => {
      if (list.current?.parentElement?.contains(event.target as Node) !== true) setIsOpen(false);
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => removeEventListener('pointerdown', closeOutside, true);
  }, [isOpen]);
  return (
    <div class="spreadsheet-tab-list">
      <button
        ref={button}
        type="button"
        class="spreadsheet-tool"
        aria-label="All sheets"
        title="All sheets"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 6h12M4 10h12M4 14h12" />
        </svg>
      </button>
      {isOpen && (
        <div
          ref={list}
          class="spreadsheet-menu"
          role="menu"
          aria-label="Sheets"
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') {
              setIsOpen(false);
              button.current?.focus();
            }
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              moveFocus(event, list.current, event.key === 'ArrowDown' ? 1 : -1);
            }
          }}
        >
          {tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="menuitemradio"
              tabIndex={-1}
              aria-checked={tab.id === active}
              onClick={() => {
                setIsOpen(false);
                onSelect(tab.id);
              }}
            >
              {tab.name}
              {isProtected(tab) && <Lock />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The tabs of a spreadsheet, below its grid. */
export function TabBar(props: TabBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { active } = props;
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>(`[data-tab="${active}"]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  const step = (event: KeyboardEvent, by: number) => {
    const at = props.tabs.findIndex(({ id }) => id === active);
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    props.onSelect(next.id);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div class="spreadsheet-foot">
      <TabList {...props} />
      <div
        ref={bar}
        class="spreadsheet-tabs"
        role="tablist"
        aria-label="Sheets"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') step(event, 1);
          if (event.key === 'ArrowLeft') step(event, -1);
        }}
      >
        {props.tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            class="spreadsheet-tab"
            data-tab={tab.id}
            aria-selected={tab.id === active}
            tabIndex={tab.id === active ? 0 : -1}
            title={isProtected(tab) ? `${tab.name} (protected)` : tab.name}
            style={tab.color === null ? {} : { '--tab-color': tab.color }}
            onClick={() => props.onSelect(tab.id)}
          >
            {isProtected(tab) && <Lock />}
            <span>{tab.name}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
