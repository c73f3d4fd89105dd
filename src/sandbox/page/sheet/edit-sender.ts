import type { SheetEdit } from '../../server/sheet/sheet-edit.ts';
import type { TabView } from '../../server/sheet/spreadsheet-view.ts';
import { typedText } from '../../server/sheet/typed-text.ts';
import { type Box, intersection } from '../../store/a1.ts';
import { cellOf, formatOf, protectionOver } from './cell-state.ts';
import { EditHistory, inverseOf, touchedBox } from './edit-history.ts';
import type { EditAnswer } from './port.ts';

/** For how long a person who asked for it is not warned again. */
const QUIET_MS = 5 * 60_000;

/** What sending edits needs of the spreadsheet around it. */
export interface SenderSurroundings {
  edit(edit: SheetEdit): Promise<EditAnswer>;
  tab(id: number): TabView | undefined;
  /** Shows again what the view holds. */
  restore(tab: number, box: Box): void;
  /** Shows texts until the answer is there. */
  preview(tab: number, box: Box, textAt: (row: number, col: number) => string | undefined): void;
  refused(message: string): void;
  /** Asks whether to edit cells that one is warned of. */
  confirm(): Promise<{ readonly edit: boolean; readonly forAWhile: boolean }>;
  /** What can be undone has changed. */
  changed(): void;
}

/** The cells of an edit that is not answered yet. */
interface UnderWay {
  readonly tab: number;
  readonly box: Box | undefined;
}

/**
 * Sends edits to the server, after a warning where one is due. What was typed shows at once; once the answer is there,
 * the touched cells show what the view holds, and a refusal is told.
 */
export class EditSender {
  readonly #around: SenderSurroundings;
  readonly #history = new EditHistory();
  readonly #underWay = new Set<UnderWay>();
  #queue: Promise<void> = Promise.resolve();
  #quietUntil = 0;

  constructor(around: SenderSurroundings) {
    this.#around = around;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Forgets what was done in a tab whose cells have moved. */
  forget(tab: number): void {
    this.#history.forget(tab);
  }

  /** Types one text into all cells of a box; nothing happens where it is what the one cell holds. */
  type(tab: TabView, box: Box, text: string): void {
    const at = { tab: tab.id, row: box.row, column: box.col };
    if (box.rows > 1 || box.cols > 1) {
      const values = Array.from({ length: box.rows }, () => new Array<string>(box.cols).fill(text));
      void this.send({ kind: 'paste', ...at, values });
      return;
    }
    const before = typedText(cellOf(tab, box.row, box.col), formatOf(tab, box.row, box.col));
    if (text !== before) void this.send({ kind: 'type', ...at, text });
  }

  /** Carries out an edit that can be undone. */
  send(edit: SheetEdit): Promise<void> {
    const own = this.#begin(edit);
    return this.#next(async () => {
      const tab = this.#around.tab(edit.tab);
      const back = tab === undefined ? undefined : inverseOf(tab, edit);
      const isDone = tab !== undefined && (await this.#perform(tab, edit));
      this.#end(own);
      if (!isDone) return;
      if (back === undefined) this.#history.forget(edit.tab);
      else this.#history.add({ tab: edit.tab, forth: edit, back });
      this.#around.changed();
    });
  }

  /** Takes back the last edit by writing what was there before. */
  undo(): Promise<void> {
    return this.#next(() => this.#repeat(this.#history.undo()?.back));
  }

  /** Does again what was undone last. */
  redo(): Promise<void> {
    return this.#next(() => this.#repeat(this.#history.redo()?.forth));
  }

  /** Edits go one after the other, so that they are done in the order in which a person made them. */
  #next(act: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(act, act);
    return this.#queue;
  }

  async #repeat(edit: SheetEdit | undefined): Promise<void> {
    const tab = edit === undefined ? undefined : this.#around.tab(edit.tab);
    if (edit === undefined || tab === undefined) return;
    const own = this.#begin(edit);
    await this.#perform(tab, edit);
    this.#end(own);
    this.#around.changed();
  }

  /** Shows what an edit is about to do. */
  #begin(edit: SheetEdit): UnderWay {
    const own = { tab: edit.tab, box: touchedBox(edit) };
    this.#underWay.add(own);
    if (own.box !== undefined) this.#preview(edit, own.box);
    return own;
  }

  /** Shows what the view holds, unless a later edit of the same cells is still to be answered. */
  #end(own: UnderWay): void {
    this.#underWay.delete(own);
    if (own.box !== undefined && !this.#isUnderWay(own.tab, own.box)) this.#around.restore(own.tab, own.box);
  }

  async #perform(tab: TabView, edit: SheetEdit): Promise<boolean> {
    const box = touchedBox(edit);
    if (box !== undefined && !(await this.#isConfirmed(tab, box))) return false;
    const answer = await this.#answer(edit);
    if (!answer.ok) this.#around.refused(answer.message);
    return answer.ok;
  }

  #isUnderWay(tab: number, box: Box): boolean {
    return [...this.#underWay].some(
      (other) => other.tab === tab && other.box !== undefined && intersection(other.box, box) !== undefined,
    );
  }

  async #answer(edit: SheetEdit): Promise<EditAnswer> {
    try {
      return await this.#around.edit(edit);
    } catch {
      return { ok: false, message: UNREACHED };
    }
  }

  async #isConfirmed(tab: TabView, box: Box): Promise<boolean> {
    if (protectionOver(tab, box) !== 'warns' || Date.now() < this.#quietUntil) return true;
    const { edit, forAWhile } = await this.#around.confirm();
    if (edit && forAWhile) this.#quietUntil = Date.now() + QUIET_MS;
    return edit;
  }

  #preview(edit: SheetEdit, box: Box): void {
    if (edit.kind === 'type') this.#around.preview(edit.tab, box, () => edit.text);
    if (edit.kind === 'clear') this.#around.preview(edit.tab, box, () => '');
    if (edit.kind !== 'paste') return;
    this.#around.preview(edit.tab, box, (row, col) => edit.values[row - edit.row]?.[col - edit.column]);
  }
}

const UNREACHED =
  'The edit did not reach the Workspace, so nothing was changed. Check that it is still running, then try again.';
