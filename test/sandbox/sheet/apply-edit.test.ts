import { describe, expect, test } from 'vitest';
import { ActionRefused } from '../../../src/sandbox/errors.ts';
import { applySheetEdit } from '../../../src/sandbox/server/sheet/apply-edit.ts';
import type { SheetEdit } from '../../../src/sandbox/server/sheet/sheet-edit.ts';
import { SHEET_SCRIPT } from '../../browser/support/sheet-script.ts';
import { EDITOR, makeBench, OWNER, VIEWER } from '../make-workspace.ts';

type Unplaced<T> = T extends SheetEdit ? Omit<T, 'tab'> : never;

function open() {
  const { ws, id, run } = makeBench(SHEET_SCRIPT);
  run('setUp');
  const tab = ws.read((state) => state.spreadsheets[id]?.sheets[0]?.id ?? -1);
  const edit = (change: Unplaced<SheetEdit>, as = OWNER) =>
    applySheetEdit(ws, id, as, { ...change, tab } as SheetEdit);
  return { ws, edit, orders: () => ws.table(id, 'Orders'), log: () => ws.table(id, 'Log') };
}

describe('An edit from the page', () => {
  test('of one cell tells the edit trigger its value and the old one', () => {
    const { edit, log } = open();
    edit({ kind: 'type', row: 2, column: 4, text: '99' });
    expect(log()).toEqual([['D2', '99', '1250.5']]);
  });

  test('of a block is one event without values', () => {
    const { edit, log, orders } = open();
    const values = [
      ['2026-02-01', '1'],
      ['2026-02-02', '2'],
    ];
    edit({ kind: 'paste', row: 2, column: 3, values });
    expect(log()).toEqual([['C2:D3', 'undefined', 'undefined']]);
    expect(orders()[2]?.slice(2, 4)).toEqual([{ date: '2026-02-02' }, 2]);
  });

  test('fills dates by days from where they stand, in one event', () => {
    const { edit, log, orders } = open();
    const from = { row: 2, col: 3, rows: 2, cols: 1 };
    edit({ kind: 'fill', from, to: { ...from, rows: 4 } });
    expect(orders().map((row) => row[2])).toEqual([
      'Placed',
      { date: '2026-01-05' },
      { date: '2026-01-06' },
      { date: '2026-01-07' },
      { date: '2026-01-08' },
    ]);
    expect(log()).toEqual([['C4:C5', 'undefined', 'undefined']]);
  });

  test('clears, sorts, and inserts and deletes rows and columns', () => {
    const { edit, orders } = open();
    edit({ kind: 'clear', box: { row: 2, col: 3, rows: 3, cols: 1 } });
    edit({ kind: 'sort', column: 4, ascending: true });
    edit({ kind: 'insert-rows', row: 2, count: 2 });
    edit({ kind: 'delete-columns', column: 3, count: 1 });
    edit({ kind: 'insert-columns', column: 1, count: 1 });
    edit({ kind: 'delete-rows', row: 2, count: 1 });
    expect(orders().map((row) => [row[1], row[3]])).toEqual([
      ['Order', 'Amount'],
      ['', ''],
      ['O-002', -3],
      ['O-003', 0.3333],
      ['O-001', 1250.5],
    ]);
  });

  test.each<[string, Unplaced<SheetEdit>, string, RegExp]>([
    ['a protected cell', { kind: 'type', row: 2, column: 1, text: 'x' }, EDITOR, /protected cell/],
    ['a viewer', { kind: 'type', row: 9, column: 4, text: 'x' }, VIEWER, /may not edit/],
    ['a value not in the list', { kind: 'type', row: 2, column: 2, text: 'x' }, OWNER, /Open, Closed, Lost/],
    ['a fill of nothing', { kind: 'fill', from: BOX, to: BOX }, OWNER, /nothing to fill/],
  ])('is refused with a sentence for %s, and changes nothing', (_case, change, as, sentence) => {
    const { edit, orders, log } = open();
    const before = orders();
    expect(() => edit(change, as)).toThrow(ActionRefused);
    expect(() => edit(change, as)).toThrow(sentence);
    expect([orders(), log()]).toEqual([before, []]);
  });

  test('of a tab that somebody deleted is refused', () => {
    const { ws } = open();
    const id = ws.files()[0]?.id ?? '';
    const gone: SheetEdit = { kind: 'type', tab: -5, row: 1, column: 1, text: 'x' };
    expect(() => applySheetEdit(ws, id, OWNER, gone)).toThrow('This tab is no longer there.');
  });
});

const BOX = { row: 2, col: 3, rows: 1, cols: 1 };
