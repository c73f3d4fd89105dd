/** What can be done to the sheet besides typing. */
export interface ToolBarState {
  readonly canEdit: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isFiltered: boolean;
}

/** What a button of the bar asks for. */
export type ToolBarAction = 'undo' | 'redo' | 'sort-up' | 'sort-down' | 'filter' | 'find';

const ICONS: Readonly<Record<ToolBarAction, string>> = {
  undo: 'M7.5 4 3.5 8l4 4M4 8h8a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4l4 4-4 4M16 8H8a4.5 4.5 0 0 0 0 9h4',
  'sort-up': 'M5 16V4M2 7l3-3 3 3M11 5h3M11 10h5M11 15h7',
  'sort-down': 'M5 4v12M2 13l3 3 3-3M11 5h7M11 10h5M11 15h3',
  filter: 'M3 4h14l-5.5 6.5V16l-3-1.5v-4z',
  find: 'M13.5 13.5 17 17M9 14.5A5.5 5.5 0 1 1 9 3.5a5.5 5.5 0 0 1 0 11z',
};

/** The strip of buttons above the grid. */
export function ToolBar(props: {
  readonly state: ToolBarState;
  readonly onAction: (action: ToolBarAction) => void;
}) {
  const { canEdit, canUndo, canRedo, isFiltered } = props.state;
  const button = (action: ToolBarAction, label: string, enabled: boolean, pressed?: boolean) => (
    <button
      type="button"
      class="spreadsheet-tool"
      aria-label={label}
      title={label}
      disabled={!enabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => props.onAction(action)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={ICONS[action]} />
      </svg>
    </button>
  );
  return (
    <div class="spreadsheet-tools" role="toolbar" aria-label="Sheet">
      {button('undo', 'Undo (Ctrl+Z)', canEdit && canUndo)}
      {button('redo', 'Redo (Ctrl+Y)', canEdit && canRedo)}
      <span class="spreadsheet-tools-gap" />
      {button('sort-up', 'Sort sheet by this column, A to Z', canEdit)}
      {button('sort-down', 'Sort sheet by this column, Z to A', canEdit)}
      {button('filter', isFiltered ? 'Turn off filter' : 'Filter, for you alone', true, isFiltered)}
      {button('find', 'Find in this tab (Ctrl+F)', true)}
      {!canEdit && <span class="spreadsheet-view-only">View only</span>}
    </div>
  );
}
