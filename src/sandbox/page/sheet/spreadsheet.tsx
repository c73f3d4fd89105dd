import { render } from 'preact';
import { applyPatches } from '../../server/sheet/apply-patches.ts';
import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { SheetPatch, SpreadsheetView } from '../../server/sheet/spreadsheet-view.ts';
import { type Box, boxOfA1, formatA1, parseA1 } from '../../store/a1.ts';
import { PROTECTED_MESSAGE } from '../../store/protections.ts';
import type { ValidationRule } from '../../store/sheet-state.ts';
import { CellMenu, type CellMenuAction } from './cell-menu.tsx';
import { checkboxOf, protectionAt } from './cell-state.ts';
import { EditSender } from './edit-sender.ts';
import { FindBar } from './find-bar.tsx';
import { Grid, type GridEvents, type GridSelection, type HoveredCell } from './grid/grid.ts';
import { around, boxOf } from './grid/ranges.ts';
import { editOfMenu } from './menu-edits.ts';
import { Refusal, Warning } from './messages.tsx';
import { NoteCard } from './note-card.tsx';
import type { SelectedCells, SpreadsheetPort } from './port.ts';
import { CopiedCells } from './copied-cells.ts';
import { readCells } from './read-clipboard.ts';
import { TabBar } from './tab-bar.tsx';
import { ToolBar, type ToolBarAction } from './tool-bar.tsx';

/** How long the selection rests before the server is told. */
const SELECTION_REST_MS = 100;

/** What is open over the grid. */
interface Overlays {
  refusal?: string;
  warning?: (go: { readonly edit: boolean; readonly forAWhile: boolean }) => void;
  menu?: { readonly x: number; readonly y: number; readonly box: Box };
  note?: HoveredCell;
  isFinding?: boolean;
}

/** A spreadsheet drawn into an element: the grid, its tabs, tools and dialogs. */
export class Spreadsheet {
  readonly #root: HTMLElement;
  readonly #port: SpreadsheetPort;
  readonly #host = document.createElement('div');
  readonly #sender: EditSender;
  readonly #abort = new AbortController();
  readonly #copied = new CopiedCells();
  #grid: Grid;
  #view: SpreadsheetView;
  #active: number | undefined;
  #overlays: Overlays = {};
  #selectionTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, view: SpreadsheetView, port: SpreadsheetPort) {
    this.#root = root;
    this.#port = port;
    this.#view = view;
    this.#active = view.tabs[0]?.id;
    this.#host.className = 'spreadsheet-grid';
    this.#sender = new EditSender({
      edit: (edit) => port.edit(edit),
      tab: (id) => this.#view.tabs.find((tab) => tab.id === id),
      restore: (tab, box) => this.#grid.restore(tab, box),
      preview: (tab, box, textAt) => this.#grid.preview(tab, box, textAt),
      refused: (refusal) => this.#open({ refusal }),
      confirm: () => new Promise((answer) => this.#open({ warning: answer })),
      changed: () => this.#draw(),
    });
    this.#draw();
    this.#grid = new Grid(this.#host, view, this.#events());
    this.#listen();
    this.#draw();
  }

  patch(patches: readonly SheetPatch[]): void {
    if (patches.length === 0) return;
    for (const patch of patches) {
      if (patch.kind === 'tab') this.#sender.forget(patch.tab.id);
      if (patch.kind === 'parts' && ('maxRows' in patch.parts || 'maxCols' in patch.parts)) {
        this.#sender.forget(patch.tab);
      }
    }
    this.#view = applyPatches(this.#view, patches);
    this.#grid.update(this.#view, patches);
    if (!this.#view.tabs.some(({ id }) => id === this.#active)) this.#active = this.#view.tabs[0]?.id;
    this.#draw();
  }

  reload(view: SpreadsheetView): void {
    const selected = this.selection();
    this.#grid.dispose();
    this.#host.replaceChildren();
    for (const tab of view.tabs) this.#sender.forget(tab.id);
    this.#view = view;
    this.#active = view.tabs[0]?.id;
    this.#grid = new Grid(this.#host, view, this.#events());
    if (selected !== undefined) this.show(selected.tab, selected.a1);
    this.#draw();
  }

  show(name: string, a1: string): void {
    const tab = this.#view.tabs.find((one) => one.name === name);
    const parsed = parseA1(a1);
    if (tab === undefined || parsed === undefined) return;
    void this.#go(tab.id, boxOfA1(parsed, tab.maxRows, tab.maxCols));
  }

  selection(): SelectedCells | undefined {
    const selection = this.#grid.selection();
    const [box] = selection?.boxes ?? [];
    if (selection === undefined || box === undefined) return undefined;
    return { tab: selection.tab.name, a1: formatA1(box) };
  }

  shownText(name: string, a1: string): string | undefined {
    const tab = this.#view.tabs.find((one) => one.name === name);
    const { row = 1, col = 1 } = parseA1(a1) ?? {};
    return tab === undefined ? undefined : this.#grid.shownText(tab.id, row, col);
  }

  dispose(): void {
    clearTimeout(this.#selectionTimer);
    this.#abort.abort();
    this.#grid.dispose();
    render(null, this.#root);
  }

  #events(): GridEvents {
    return {
      mayEdit: (row, col) => this.#mayEdit(row + 1, col + 1),
      typed: (range, text) =>
        this.#withTab((tab) => this.#sender.type(tab, boxOf(range, Infinity, Infinity), text)),
      picked: (range, value) =>
        this.#withTab((tab) => {
          const box = boxOf(range, tab.maxRows, tab.maxCols);
          this.#sender.type(tab, box, pickedText(checkboxOf(tab, box.row, box.col)?.values, value));
        }),
      cleared: () => this.#clear(),
      pasted: (text) => this.#paste(text),
      filled: (from, to) =>
        this.#withTab((tab) => {
          const source = boxOf(from, tab.maxRows, tab.maxCols);
          const all = around(source, boxOf(to, tab.maxRows, tab.maxCols));
          if (all.rows === source.rows && all.cols === source.cols) return;
          void this.#send({ kind: 'fill', tab: tab.id, from: source, to: all });
          this.#grid.select(tab.id, all);
        }),
      copied: () => this.#copied.write(this.#grid.selection()),
      cut: () => this.#cut(),
      undo: () => void this.#sender.undo(),
      redo: () => void this.#sender.redo(),
      selected: () => this.#tellSelection(),
      activated: (tab) => this.#activated(tab),
      hovered: (cell) => this.#hovered(cell),
    };
  }

  #withTab(act: (tab: GridSelection['tab'], boxes: readonly Box[]) => void): void {
    const selection = this.#grid.selection();
    if (selection !== undefined && this.#view.canEdit) act(selection.tab, selection.boxes);
  }

  #send(edit: SheetEdit): Promise<void> {
    return this.#sender.send(edit);
  }

  /** Refused cells say so before anything is typed. */
  #mayEdit(row: number, col: number): boolean {
    const selection = this.#grid.selection();
    if (!this.#view.canEdit || selection === undefined) return false;
    if (protectionAt(selection.tab, row, col) !== 'refuses') return true;
    this.#open({ refusal: PROTECTED_MESSAGE });
    return false;
  }

  #clear(): void {
    this.#withTab((tab, boxes) => {
      for (const box of boxes) void this.#send({ kind: 'clear', tab: tab.id, box });
    });
  }

  #cut(): void {
    this.#grid.copy();
    this.#clear();
  }

  #paste(text: string): void {
    this.#grid.endCopy();
    const values = this.#copied.valuesOf(text) ?? readCells(text);
    if (values === undefined) return;
    this.#withTab((tab, [box]) => {
      if (box === undefined) return;
      // One copied cell fills whatever is selected.
      const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
      const block =
        only === undefined
          ? values.map((row) => [...row])
          : Array.from({ length: box.rows }, () => new Array<string>(box.cols).fill(only));
      void this.#send({ kind: 'paste', tab: tab.id, row: box.row, column: box.col, values: block });
      const cols = Math.max(...block.map(({ length }) => length));
      this.#grid.select(tab.id, { ...box, rows: block.length, cols });
    });
  }

  #tellSelection(): void {
    clearTimeout(this.#selectionTimer);
    this.#selectionTimer = setTimeout(() => {
      const selected = this.selection();
      if (selected !== undefined) this.#port.selected(selected.tab, selected.a1);
    }, SELECTION_REST_MS);
  }

  #activated(id: number): void {
    this.#active = id;
    const tab = this.#view.tabs.find((one) => one.id === id);
    if (tab !== undefined) this.#port.activated?.(tab.name);
    this.#tellSelection();
    this.#draw();
  }

  #hovered(cell: HoveredCell | undefined): void {
    const { note: _old, ...others } = this.#overlays;
    this.#overlays = cell === undefined ? others : { ...others, note: cell };
    this.#draw();
  }

  async #go(tab: number, box: Box): Promise<void> {
    if (tab !== this.#active) await this.#grid.activate(tab);
    this.#grid.select(tab, box);
    if (this.#overlays.isFinding !== true) this.#grid.focus();
  }

  #open(overlays: Overlays): void {
    this.#overlays = { ...this.#overlays, ...overlays };
    this.#draw();
  }

  #close(name: keyof Overlays): void {
    const { [name]: _closed, ...others } = this.#overlays;
    this.#overlays = others;
    this.#draw();
    this.#grid.focus();
  }

  #listen(): void {
    const { signal } = this.#abort;
    this.#host.addEventListener(
      'contextmenu',
      (event) => {
        event.preventDefault();
        const [box] = this.#grid.selection()?.boxes ?? [];
        if (box !== undefined) this.#open({ menu: { x: event.clientX, y: event.clientY, box } });
      },
      { signal },
    );
    this.#host.addEventListener('pointerleave', () => this.#hovered(undefined), { signal });
    this.#root.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        this.#open({ isFinding: true });
      },
      { signal, capture: true },
    );
  }

  #onMenu(action: CellMenuAction, box: Box): void {
    this.#close('menu');
    if (action === 'copy') return this.#grid.copy();
    if (action === 'cut') return this.#cut();
    if (action === 'clear') return this.#clear();
    this.#withTab((tab) => void this.#send(editOfMenu(action, tab.id, box)));
  }

  #onTool(action: ToolBarAction): void {
    if (action === 'undo') return void this.#sender.undo();
    if (action === 'redo') return void this.#sender.redo();
    if (action === 'find') return this.#open({ isFinding: true });
    const selection = this.#grid.selection();
    const [box] = selection?.boxes ?? [];
    if (selection === undefined || box === undefined) return;
    if (action !== 'filter') return void this.#send(editOfMenu(action, selection.tab.id, box));
    const { tab } = selection;
    const row = Math.max(1, tab.frozenRows);
    const cols = Math.max(1, ...tab.rows.slice(0, row).map(({ length }) => length));
    this.#grid.toggleFilter(tab.id, { row, col: 1, rows: tab.maxRows - row + 1, cols });
    this.#draw();
  }

  #draw(): void {
    const { refusal, warning, menu, note, isFinding } = this.#overlays;
    const tab = this.#view.tabs.find(({ id }) => id === this.#active);
    render(
      <>
        <ToolBar
          state={{
            canEdit: this.#view.canEdit,
            canUndo: this.#sender.canUndo,
            canRedo: this.#sender.canRedo,
            isFiltered: this.#grid?.isFiltered ?? false,
          }}
          onAction={(action) => this.#onTool(action)}
        />
        <div
          class="spreadsheet-body"
          ref={(element) => {
            if (element !== null && this.#host.parentElement !== element) element.prepend(this.#host);
          }}
        >
          {note !== undefined && tab !== undefined && <NoteCard tab={tab} cell={note} />}
          {isFinding === true && (
            <FindBar
              tab={tab}
              onShow={({ row, col }) => tab && void this.#go(tab.id, { row, col, rows: 1, cols: 1 })}
              onClose={() => this.#close('isFinding')}
            />
          )}
        </div>
        <TabBar
          tabs={this.#view.tabs}
          active={this.#active}
          onSelect={(id) => void this.#grid.activate(id)}
        />
        {menu !== undefined && (
          <CellMenu
            {...menu}
            canEdit={this.#view.canEdit}
            onAction={(action) => this.#onMenu(action, menu.box)}
            onClose={() => this.#close('menu')}
          />
        )}
        {refusal !== undefined && <Refusal message={refusal} onClose={() => this.#close('refusal')} />}
        {warning !== undefined && (
          <Warning
            onAnswer={(answer) => {
              this.#close('warning');
              warning(answer);
            }}
          />
        )}
      </>,
      this.#root,
    );
  }
}

/** The text that makes a cell what was picked: a checkbox is picked as 1 or 0. */
function pickedText(checkbox: ValidationRule['values'] | undefined, value: unknown): string {
  if (checkbox === undefined) return String(value ?? '');
  const isTicked = value === 1 || value === '1' || value === true;
  const [ticked, unticked] = checkbox.length === 0 ? ['TRUE', 'FALSE'] : [checkbox[0], checkbox[1]];
  return String((isTicked ? ticked : unticked) ?? '');
}
