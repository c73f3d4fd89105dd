import type { Wire, WireObject } from './wire.ts';

const count = (on: WireObject, key: string): number => Number(on[key]);

function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function a1(on: WireObject): string {
  const from = `${columnLetters(count(on, 'col'))}${count(on, 'row')}`;
  if (count(on, 'rows') === 1 && count(on, 'cols') === 1) return from;
  const lastColumn = columnLetters(count(on, 'col') + count(on, 'cols') - 1);
  return `${from}:${lastColumn}${count(on, 'row') + count(on, 'rows') - 1}`;
}

/** Methods whose answer is in the handle itself: they touch no file and need no call. */
export const localMethods: Readonly<Record<string, (on: WireObject) => Wire>> = {
  'Range.getRow': (on) => count(on, 'row'),
  'Range.getRowIndex': (on) => count(on, 'row'),
  'Range.getColumn': (on) => count(on, 'col'),
  'Range.getNumRows': (on) => count(on, 'rows'),
  'Range.getNumColumns': (on) => count(on, 'cols'),
  'Range.getHeight': (on) => count(on, 'rows'),
  'Range.getWidth': (on) => count(on, 'cols'),
  'Range.getLastRow': (on) => count(on, 'row') + count(on, 'rows') - 1,
  'Range.getLastColumn': (on) => count(on, 'col') + count(on, 'cols') - 1,
  'Range.getGridId': (on) => count(on, 'sheet'),
  'Range.getA1Notation': a1,
  'Range.getSheet': (on) => ({ $: 'Sheet', id: on.id, sheet: on.sheet }),
  'Sheet.getSheetId': (on) => count(on, 'sheet'),
  'Sheet.getParent': (on) => ({ $: 'Spreadsheet', id: on.id }),
  'Spreadsheet.getId': (on) => on.id,
  'User.getEmail': (on) => on.email,
};
