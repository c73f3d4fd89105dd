import type { TabView } from '../../server/sheet/spreadsheet-view.ts';

/** Whether the whole tab is under a protection. */
const isProtected = (tab: TabView): boolean => tab.protections.some(({ box }) => box === null);

/** The tabs of a spreadsheet, below its grid. */
export function TabBar(props: {
  readonly tabs: readonly TabView[];
  readonly active: number | undefined;
  readonly onSelect: (tab: number) => void;
}) {
  const step = (event: KeyboardEvent, by: number) => {
    const at = props.tabs.findIndex(({ id }) => id === props.active);
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    props.onSelect(next.id);
    const bar = event.currentTarget as HTMLElement;
    bar.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div
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
          aria-selected={tab.id === props.active}
          tabIndex={tab.id === props.active ? 0 : -1}
          title={isProtected(tab) ? `${tab.name} (protected)` : tab.name}
          style={tab.color === null ? {} : { '--tab-color': tab.color }}
          onClick={() => props.onSelect(tab.id)}
        >
          {isProtected(tab) && (
            <svg class="spreadsheet-tab-lock" viewBox="0 0 12 14" aria-hidden="true">
              <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.5" />
              <rect x="1" y="6" width="10" height="7" rx="1.5" fill="currentColor" />
            </svg>
          )}
          {tab.name}
        </button>
      ))}
    </div>
  );
}
