import { type ComponentChildren, h, render } from 'preact';
import { applyPatches } from '../../server/sheet/apply-patches.ts';
import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { SheetPatch, SpreadsheetView, TabView } from '../../server/sheet/spreadsheet-view.ts';
import { type Box, boxOfA1, formatA1, parseA1 } from '../../store/a1.ts';
import { PROTECTED_MESSAGE } from '../../store/protections.ts';
import type { CellMenuAction } from './cell-menu.tsx';
import { checkboxOf, headerBox, protectionAt, spread } from './cell-state.ts';
import { CopiedCells } from './copied-cells.ts';
import { EditSender } from './edit-sender.ts';
import { Frame, type Overlays } from './frame.tsx';
import { Grid, type GridEvents } from './grid/grid.ts';
import { around, boxOf } from './grid/ranges.ts';
import { editOfMenu } from './menu-edits.ts';
import { pickedText } from './picked-text.ts';
import type { SelectedCells, SpreadsheetPort } from './port.ts';
import { readCells } from './read-clipboard.ts';
import type { ToolBarAction } from './tool-bar.tsx';

/** How long the selection rests before the server is told. */
const SELECTION_REST_MS = 100;

const NO_CLIPBOARD =
  'The browser does not let this page read the clipboard. Press Ctrl+V (on a Mac ⌘V) to paste instead.';

/** A spreadsheet drawn into an element: the grid, its tabs, tools and dialogs. */
export class Spreadsheet {
  readonly #root: HTMLElement;
  readonly #port: SpreadsheetPort;
  readonly #host = document.createElement('div');
  readonly #sender: EditSender;
  readonly #copied = new CopiedCells();
  readonly #abort = new AbortController();
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
    render(this.#frame(false), root);
    this.#grid = new Grid(this.#host, view, this.#events());
    this.#listen();
  }

  /** Fulfilled once the grid is on the screen. */
  get drawn(): Promise<void> {
    return this.#grid.drawn;
  }

  patch(patches: readonly SheetPatch[]): void {
    if (patches.length === 0) return;
    for (const patch of patches) if (movesCells(patch)) this.#sender.forget(tabOf(patch));
    const after = applyPatches(this.#view, patches);
    if (after.canEdit !== this.#view.canEdit) {
      this.reload(after);
      return;
    }
    this.#view = after;
    this.#grid.update(after, patches);
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
    const tab = this.#tabNamed(name);
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
    const tab = this.#tabNamed(name);
    const { row = 1, col = 1 } = parseA1(a1) ?? {};
    return tab === undefined ? undefined : this.#grid.shownText(tab.id, row, col);
  }

  focus(): void {
    this.#grid.focus();
  }

  dispose(): void {
    clearTimeout(this.#selectionTimer);
    this.#abort.abort();
    this.#grid.dispose();
    render(null, this.#root);
  }

  #tabNamed(name: string): TabView | undefined {
    return this.#view.tabs.find((tab) => tab.name === name);
  }

  #events(): GridEvents {
    return {
      mayEdit: (row, col) => this.#mayEdit(row + 1, col + 1),
      typed: (range, text) =>
        this.#edit((tab) => this.#sender.type(tab, boxOf(range, tab.maxRows, tab.maxCols), text)),
      picked: (range, value) =>
        this.#edit((tab) => {
          const box = boxOf(range, tab.maxRows, tab.maxCols);
          this.#sender.type(tab, box, pickedText(checkboxOf(tab, box.row, box.col), value));
        }),
      cleared: () => this.#clear(),
      pasted: (text) => this.#paste(text),
      filled: (from, to) =>
        this.#edit((tab) => {
          const source = boxOf(from, tab.maxRows, tab.maxCols);
          this.#fill(tab, source, around(source, boxOf(to, tab.maxRows, tab.maxCols)));
        }),
      copied: () => this.#copied.write(this.#grid.selection()),
      cut: () => this.#cut(),
      undo: () => void this.#sender.undo(),
      redo: () => void this.#sender.redo(),
      selected: () => this.#tellSelection(),
      activated: (tab) => this.#activated(tab),
      hovered: (cell) => this.#open({ note: cell }),
    };
  }

  /** Does something to the tab that one looks at, if one may. */
  #edit(act: (tab: TabView, boxes: readonly Box[]) => void): void {
    const selection = this.#grid.selection();
    if (selection !== undefined && this.#view.canEdit) act(selection.tab, selection.boxes);
  }

  #send(edit: SheetEdit): void {
    void this.#sender.send(edit);
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
    this.#edit((tab, boxes) => {
      for (const box of boxes) this.#send({ kind: 'clear', tab: tab.id, box });
    });
  }

  #cut(): void {
    this.#copied.write(this.#grid.selection());
    this.#clear();
  }

  #paste(text: string): void {
    this.#grid.endCopy();
    const copied = this.#copied.valuesOf(text) ?? readCells(text);
    if (copied === undefined) return;
    this.#edit((tab, [box]) => {
      if (box === undefined) return;
      const values = spread(copied, box);
      this.#send({ kind: 'paste', tab: tab.id, row: box.row, column: box.col, values });
      const cols = Math.max(...values.map(({ length }) => length));
      this.#grid.select(tab.id, { ...box, rows: values.length, cols });
    });
  }

  async #pasteFromMenu(): Promise<void> {
    try {
      this.#paste(await navigator.clipboard.readText());
    } catch {
      this.#open({ refusal: NO_CLIPBOARD });
    }
  }

  #fill(tab: TabView, from: Box, to: Box): void {
    if (to.rows === from.rows && to.cols === from.cols) return;
    this.#send({ kind: 'fill', tab: tab.id, from, to });
    this.#grid.select(tab.id, to);
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

  async #go(tab: number, box: Box): Promise<void> {
    await this.#grid.drawn;
    if (tab !== this.#active) await this.#grid.activate(tab);
    this.#grid.select(tab, box);
    if (this.#overlays.isFinding !== true) this.#grid.focus();
  }

  #open(overlays: { readonly [name in keyof Overlays]: Overlays[name] | undefined }): void {
    const next = { ...this.#overlays, ...overlays };
    if (next.note === undefined && this.#overlays.note === undefined && 'note' in overlays) return;
    this.#overlays = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
    this.#draw();
  }

  #close(name: keyof Overlays): void {
    this.#open({ [name]: undefined });
    this.#grid.focus();
  }

  #listen(): void {
    const { signal } = this.#abort;
    const onContextMenu = (event: MouseEvent): void => {
      event.preventDefault();
      const [box] = this.#grid.selection()?.boxes ?? [];
      if (box !== undefined) this.#open({ menu: { x: event.clientX, y: event.clientY, box } });
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#open({ isFinding: true });
    };
    this.#host.addEventListener('contextmenu', onContextMenu, { signal });
    this.#host.addEventListener('pointerleave', () => this.#open({ note: undefined }), { signal });
    this.#root.addEventListener('keydown', onKeyDown, { signal, capture: true });
  }

  #onMenu(action: CellMenuAction, box: Box): void {
    this.#close('menu');
    if (action === 'copy') this.#grid.copy();
    else if (action === 'cut') this.#cut();
    else if (action === 'paste') void this.#pasteFromMenu();
    else if (action === 'clear') this.#clear();
    else this.#edit((tab) => this.#send(editOfMenu(action, tab.id, box)));
  }

  #onTool(action: ToolBarAction): void {
    const selection = this.#grid.selection();
    if (action === 'undo') void this.#sender.undo();
    else if (action === 'redo') void this.#sender.redo();
    else if (action === 'find') this.#open({ isFinding: true });
    else if (action === 'filter') {
      if (selection !== undefined) this.#grid.toggleFilter(selection.tab.id, headerBox(selection.tab));
      this.#draw();
    } else this.#edit((tab, [box]) => box && this.#send(editOfMenu(action, tab.id, box)));
  }

  #draw(): void {
    render(this.#frame(this.#grid.isFiltered), this.#root);
  }

  #frame(isFiltered: boolean): ComponentChildren {
    return h(Frame, {
      host: this.#host,
      view: this.#view,
      active: this.#active,
      overlays: this.#overlays,
      tools: {
        canEdit: this.#view.canEdit,
        canUndo: this.#sender.canUndo,
        canRedo: this.#sender.canRedo,
        isFiltered,
      },
      onTool: (action) => this.#onTool(action),
      onMenu: (action, box) => this.#onMenu(action, box),
      onTab: (id) => void this.#grid.activate(id),
      onFound: (at) => {
        if (this.#active !== undefined) void this.#go(this.#active, { ...at, rows: 1, cols: 1 });
      },
      onClose: (overlay) => this.#close(overlay),
    });
  }
}

/** Whether rows or columns of the tab are no longer where they were. */
function movesCells(patch: SheetPatch): boolean {
  if (patch.kind === 'parts') return 'maxRows' in patch.parts || 'maxCols' in patch.parts;
  return patch.kind === 'tab';
}

function tabOf(patch: SheetPatch): number {
  if (patch.kind === 'tab') return patch.tab.id;
  return 'tab' in patch ? patch.tab : Number.NaN;
}
