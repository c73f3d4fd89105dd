import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatches } from '../../../src/sandbox/server/sheet/apply-patches.ts';
import { patchesBetween } from '../../../src/sandbox/server/sheet/patches-between.ts';
import type { SheetPatch, SpreadsheetView } from '../../../src/sandbox/server/sheet/spreadsheet-view.ts';
import { viewSpreadsheet } from '../../../src/sandbox/server/sheet/view-spreadsheet.ts';
import type { RunsByColumn } from '../../../src/sandbox/store/runs.ts';
import { SHEET_SCRIPT } from '../../browser/support/sheet-script.ts';
import { type Bench, makeBench, OWNER } from '../make-workspace.ts';

const SCRIPT = `${SHEET_SCRIPT}
function change(kind, row, column) {
  const book = SpreadsheetApp.getActive();
  const sheet = book.getSheets()[0];
  const cell = sheet.getRange(row, column);
  if (kind === 'note') cell.setNote('Note ' + row);
  if (kind === 'format') sheet.getRange(row, column, 2, 2).setNumberFormat('0.00');
  if (kind === 'style') cell.setBackground('#ff0000').setFontWeight('bold');
  if (kind === 'rule') cell.insertCheckboxes();
  if (kind === 'protect') sheet.protect().setWarningOnly(true);
  if (kind === 'conditional') sheet.clearConditionalFormatRules();
  if (kind === 'width') sheet.setColumnWidth(column, 40);
  if (kind === 'hide') sheet.hideColumns(column);
  if (kind === 'tab') book.insertSheet();
  if (kind === 'rename') book.rename('Book ' + row);
}`;

const KINDS = ['note', 'format', 'style', 'rule', 'protect', 'conditional', 'width', 'hide', 'tab', 'rename'];

const place = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 7 }) });

const action = fc.oneof(
  fc.record({
    do: fc.constant('type' as const),
    at: place,
    text: fc.constantFrom('x', '', '12.5', '1/5/2026'),
  }),
  fc.record({ do: fc.constant('script' as const), at: place, text: fc.constantFrom(...KINDS) }),
  fc.record({
    do: fc.constantFrom('insert rows', 'delete rows', 'insert columns', 'sort', 'delete tab', 'move column'),
    at: place,
    text: fc.constant(''),
  }),
);

function perform({ ws, id, run }: Bench, one: typeof action extends fc.Arbitrary<infer T> ? T : never): void {
  const { row, column } = one.at;
  const [tab = '', ...others] = ws.tabs(id);
  const at = { spreadsheetId: id, as: OWNER, tab };
  if (one.do === 'type') ws.edit({ ...at, row, column, value: one.text });
  if (one.do === 'script') run('change', OWNER, [one.text, row, column]);
  if (one.do === 'insert rows') ws.insertRows({ ...at, row, count: 2 });
  if (one.do === 'delete rows') ws.deleteRows({ ...at, row });
  if (one.do === 'insert columns') ws.insertColumns({ ...at, column });
  if (one.do === 'sort') ws.sort({ ...at, column, ascending: false });
  if (one.do === 'move column') ws.moveColumn({ ...at, column, before: 1 });
  if (one.do === 'delete tab' && others.length > 1) ws.deleteTab(at);
}

function open(): Bench {
  const bench = makeBench(SCRIPT);
  bench.run('setUp');
  return bench;
}

const viewOf = ({ ws, id }: Bench): SpreadsheetView => ws.read((state) => viewSpreadsheet(state, id, OWNER));

/** As it arrives at a page. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** A column with an empty list of runs has none. */
function withoutEmpty<T>(columns: RunsByColumn<T>): RunsByColumn<T> {
  return Object.fromEntries(Object.entries(columns).filter(([, runs]) => runs.length > 0));
}

function normal(view: SpreadsheetView): SpreadsheetView {
  const tabs = view.tabs.map((tab) => {
    const styles = Object.entries(tab.styles).map(
      ([name, columns]) => [name, withoutEmpty(columns)] as const,
    );
    return {
      ...tab,
      formats: withoutEmpty(tab.formats),
      validations: withoutEmpty(tab.validations),
      notes: withoutEmpty(tab.notes),
      styles: Object.fromEntries(styles.filter(([, columns]) => Object.keys(columns).length > 0)),
    };
  });
  return { ...view, tabs };
}

describe('Patches between two views', () => {
  test('lead from the earlier to the later one, whatever happened in between', () => {
    fc.assert(
      fc.property(fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rounds) => {
        const bench = open();
        let view = viewOf(bench);
        let page = sent(view);
        for (const actions of rounds) {
          for (const one of actions) perform(bench, one);
          const next = viewOf(bench);
          page = applyPatches(page, sent(patchesBetween(view, next)));
          expect(normal(page)).toEqual(normal(sent(next)));
          view = next;
        }
      }),
      { numRuns: 15, seed: 20260105 },
    );
  });

  test('are none when nothing changed, even if nothing is shared with the earlier view', () => {
    const bench = open();
    expect(patchesBetween(viewOf(bench), viewOf(bench))).toEqual([]);
    expect(patchesBetween(sent(viewOf(bench)), viewOf(bench))).toEqual([]);
  });

  test('tell one typed cell by that cell alone', () => {
    const bench = makeBench('');
    const before = viewOf(bench);
    bench.ws.edit({ spreadsheetId: bench.id, as: OWNER, tab: 'Sheet1', row: 2, column: 3, value: 'hello' });
    const tab = before.tabs[0]?.id;
    const expected: readonly SheetPatch[] = [{ kind: 'cells', tab: tab ?? -1, cells: [[2, 3, 'hello']] }];
    expect(patchesBetween(before, viewOf(bench))).toEqual(expected);
  });
});
