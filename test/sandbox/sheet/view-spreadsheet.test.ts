import { describe, expect, test } from 'vitest';
import { AccessDenied } from '../../../src/sandbox/errors.ts';
import { viewSpreadsheet } from '../../../src/sandbox/server/sheet/view-spreadsheet.ts';
import { SHEET_SCRIPT } from '../../browser/support/sheet-script.ts';
import { type Bench, EDITOR, makeBench, OWNER, VIEWER } from '../make-workspace.ts';

function bench(): Bench {
  const made = makeBench(SHEET_SCRIPT);
  expect(made.run('setUp').status).toBe('done');
  return made;
}

const viewOf = ({ ws, id }: Bench, as: string) => ws.read((state) => viewSpreadsheet(state, id, as));

describe('The view of a spreadsheet', () => {
  test('leaves hidden tabs out', () => {
    const view = viewOf(bench(), OWNER);
    expect(view.tabs.map(({ name }) => name)).toEqual(['Orders', 'Log']);
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  test('says who may edit, and what each protection means to whom', () => {
    const made = bench();
    const effectsFor = (as: string) => viewOf(made, as).tabs[0]?.protections.map(({ effect }) => effect);
    expect(viewOf(made, EDITOR).canEdit).toBe(true);
    expect(viewOf(made, VIEWER).canEdit).toBe(false);
    expect(effectsFor(OWNER)).toEqual(['warns', 'allows']);
    expect(effectsFor(EDITOR)).toEqual(['warns', 'refuses']);
  });

  test('stays as it was when the sheet changes', () => {
    const made = bench();
    const view = viewOf(made, OWNER);
    const before = JSON.stringify(view);
    made.ws.edit({ spreadsheetId: made.id, as: OWNER, tab: 'Orders', row: 2, column: 6, value: 'new' });
    made.ws.insertRows({ spreadsheetId: made.id, as: OWNER, tab: 'Orders', row: 1, count: 3 });
    expect(JSON.stringify(view)).toBe(before);
  });

  test('is refused to whom the file is not shared with', () => {
    expect(() => viewOf(bench(), 'nobody@else.example')).toThrow(AccessDenied);
  });
});
