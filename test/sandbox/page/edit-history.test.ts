import { describe, expect, test } from 'vitest';
import { conditionalLook } from '../../../src/sandbox/page/sheet/conditional-look.ts';
import { EditHistory, inverseOf } from '../../../src/sandbox/page/sheet/edit-history.ts';
import type { SheetEdit } from '../../../src/sandbox/server/sheet/sheet-edit.ts';
import type { SpreadsheetView, TabView } from '../../../src/sandbox/server/sheet/spreadsheet-view.ts';
import { viewSpreadsheet } from '../../../src/sandbox/server/sheet/view-spreadsheet.ts';
import { SHEET_SCRIPT } from '../../browser/support/sheet-script.ts';
import { makeBench, OWNER } from '../make-workspace.ts';

function ordersTab(): TabView {
  const { ws, id, run } = makeBench(SHEET_SCRIPT);
  run('setUp');
  const view: SpreadsheetView = ws.read((state) => viewSpreadsheet(state, id, OWNER));
  const [tab] = view.tabs;
  if (tab === undefined) throw new Error('There is no tab.');
  return tab;
}

describe('Undo', () => {
  test('of a typed cell types what it held, exactly and not as shown', () => {
    const tab = ordersTab();
    const edit: SheetEdit = { kind: 'type', tab: tab.id, row: 4, column: 4, text: '5' };
    expect(inverseOf(tab, edit)).toEqual({ ...edit, text: '0.3333' });
  });

  test('of a cleared column pastes only what was filled', () => {
    const tab = ordersTab();
    const box = { row: 1, col: 6, rows: 1000, cols: 1 };
    expect(inverseOf(tab, { kind: 'clear', tab: tab.id, box })).toEqual({
      kind: 'paste',
      tab: tab.id,
      row: 1,
      column: 6,
      values: [['Comment'], ['=not a formula'], [''], ['']],
    });
  });

  test('goes back step by step and forth again, until something else is done', () => {
    const history = new EditHistory();
    const step = (text: string) => {
      const edit: SheetEdit = { kind: 'type', tab: 1, row: 1, column: 1, text };
      return { tab: 1, forth: edit, back: { ...edit, text: `before ${text}` } };
    };
    history.add(step('a'));
    history.add(step('b'));
    expect([history.undo(), history.undo(), history.undo()]).toEqual([step('b'), step('a'), undefined]);
    expect(history.redo()).toEqual(step('a'));
    history.add(step('c'));
    expect(history.canRedo).toBe(false);
    history.forget(1);
    expect(history.canUndo).toBe(false);
  });
});

describe('Conditional formats', () => {
  test('colour the cells that meet them, by what they show and without regard to case', () => {
    const tab = ordersTab();
    const rows = tab.rows.map((row, i) => (i === 2 ? [row[0] ?? '', 'OPEN'] : row));
    const colours = [2, 3, 4].map((row) => conditionalLook({ ...tab, rows }, row, 2)?.background);
    expect(colours).toEqual(['#ceead6', '#ceead6', '#ceead6']);
    expect(conditionalLook(tab, 3, 2)).toBeUndefined();
    expect(conditionalLook(tab, 2, 1)).toBeUndefined();
  });
});
