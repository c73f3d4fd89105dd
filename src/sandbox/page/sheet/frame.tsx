import type { SpreadsheetView } from '../../server/sheet/spreadsheet-view.ts';
import type { Box } from '../../store/a1.ts';
import { CellMenu, type CellMenuAction } from './cell-menu.tsx';
import { FindBar } from './find-bar.tsx';
import type { PlacedText } from './find-cells.ts';
import type { HoveredCell } from './grid/grid.ts';
import { Refusal, Warning } from './messages.tsx';
import { NoteCard } from './note-card.tsx';
import { TabBar } from './tab-bar.tsx';
import { ToolBar, type ToolBarAction, type ToolBarState } from './tool-bar.tsx';

/** An answer to the warning of a protection. */
export interface WarningAnswer {
  readonly edit: boolean;
  readonly forAWhile: boolean;
}

/** What is open over the grid. */
export interface Overlays {
  readonly refusal?: string;
  readonly warning?: (answer: WarningAnswer) => void;
  readonly menu?: { readonly x: number; readonly y: number; readonly box: Box };
  readonly note?: HoveredCell;
  readonly isFinding?: boolean;
}

/** Everything of a spreadsheet but the cells: tools above, tabs below, and what opens over the grid. */
export function Frame(props: {
  /** The element in which the grid draws. */
  readonly host: HTMLElement;
  readonly view: SpreadsheetView;
  readonly active: number | undefined;
  readonly tools: ToolBarState;
  readonly overlays: Overlays;
  readonly onTool: (action: ToolBarAction) => void;
  readonly onMenu: (action: CellMenuAction, box: Box) => void;
  readonly onTab: (tab: number) => void;
  readonly onFound: (at: PlacedText) => void;
  readonly onClose: (overlay: keyof Overlays) => void;
}) {
  const { host, view, overlays, onClose } = props;
  const { refusal, warning, menu, note, isFinding } = overlays;
  const tab = view.tabs.find(({ id }) => id === props.active);
  return (
    <>
      <ToolBar state={props.tools} onAction={props.onTool} />
      <div
        class="spreadsheet-body"
        ref={(element) => {
          if (element !== null && host.parentElement !== element) element.prepend(host);
        }}
      >
        {note !== undefined && tab !== undefined && <NoteCard tab={tab} cell={note} />}
        {isFinding === true && (
          <FindBar tab={tab} onShow={props.onFound} onClose={() => onClose('isFinding')} />
        )}
      </div>
      <TabBar tabs={view.tabs} active={props.active} onSelect={props.onTab} />
      {menu !== undefined && (
        <CellMenu
          {...menu}
          canEdit={view.canEdit}
          onAction={(action) => props.onMenu(action, menu.box)}
          onClose={() => onClose('menu')}
        />
      )}
      {refusal !== undefined && <Refusal message={refusal} onClose={() => onClose('refusal')} />}
      {warning !== undefined && (
        <Warning
          onAnswer={(answer) => {
            onClose('warning');
            warning(answer);
          }}
        />
      )}
    </>
  );
}
