import { type ContractCase, playCases } from './contract-case.ts';

const SHEET = 'apps-script/reference/spreadsheet/sheet';
const THREADS = 'public threads';

const a1 = (notation: string, returns: unknown): ContractCase => ({
  name: `getRange('${notation}') reaches as far as it says`,
  source: SHEET,
  body: `const r = ss.getRange(${JSON.stringify(notation)}); return [r.getRow(), r.getColumn(), r.getNumRows(), r.getNumColumns()];`,
  returns,
});

playCases('Ranges', [
  a1('B2', [2, 2, 1, 1]),
  a1('B2:D4', [2, 2, 3, 3]),
  a1('D4:B2', [2, 2, 3, 3]),
  a1('C2:C', [2, 3, 999, 1]),
  a1('2:3', [2, 1, 2, 26]),
  a1('A:B', [1, 1, 1000, 2]),
  a1('Sheet1!AA1'.replace('AA', 'Z'), [1, 26, 1, 1]),
  {
    name: 'a range off the grid is refused',
    source: THREADS,
    body: 'sheet.getRange(1001, 1)',
    throws: 'The coordinates of the range are outside the dimensions of the sheet.',
  },
  {
    name: 'a range of no rows is refused',
    source: THREADS,
    body: 'sheet.getRange(1, 1, 0, 2)',
    throws: 'The number of rows in the range must be at least 1.',
  },
  {
    name: 'a range of no columns is refused',
    source: THREADS,
    body: 'sheet.getRange(1, 1, 2, 0)',
    throws: 'The number of columns in the range must be at least 1.',
  },
  {
    name: 'too many rows of data are refused',
    source: THREADS,
    body: "sheet.getRange(1, 1, 1, 1).setValues([['a'], ['b']])",
    throws:
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
  },
  {
    name: 'an uneven row of data is refused',
    source: THREADS,
    body: "sheet.getRange(1, 1, 2, 1).setValues([['a'], ['b', 'c']])",
    throws:
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
  },
  {
    name: 'a wrong kind of argument is refused with the signature',
    source: THREADS,
    body: "sheet.getRange('A1').setValues('x')",
    throws: "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
  },
  {
    name: 'the data range of an empty tab is A1',
    source: SHEET,
    body: 'return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]',
    returns: ['A1', 0, 0],
  },
  {
    name: 'the data range ends where content ends',
    source: SHEET,
    body: "sheet.getRange('C4').setValue('x'); return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()]",
    returns: ['A1:C4', 4, 3],
  },
  {
    name: 'cleared content no longer counts',
    source: SHEET,
    body: "sheet.getRange('C4').setValue('x'); sheet.getRange('C4').setValue(''); return sheet.getLastRow()",
    returns: 0,
  },
  {
    name: 'offset moves and resizes',
    source: 'apps-script/reference/spreadsheet/range',
    body: "return sheet.getRange('B2:C3').offset(1, 2, 4, 1).getA1Notation()",
    returns: 'D3:D6',
  },
  {
    name: 'getCell counts within the range',
    source: 'apps-script/reference/spreadsheet/range',
    body: "return sheet.getRange('B2:C3').getCell(2, 1).getA1Notation()",
    returns: 'B3',
  },
]);

playCases('Tabs, rows and columns', [
  {
    name: 'a duplicate tab name is refused whatever its case',
    source: THREADS,
    body: "ss.insertSheet('sheet1')",
    throws: 'A sheet with the name "sheet1" already exists. Please enter another name.',
  },
  {
    name: 'the last visible tab cannot be deleted',
    source: THREADS,
    body: "const other = ss.insertSheet('x'); other.hideSheet(); ss.deleteSheet(sheet)",
    throws: "You can't remove all the visible sheets in a document.",
  },
  {
    name: 'the last visible tab cannot be hidden',
    source: THREADS,
    body: 'sheet.hideSheet()',
    throws: "You can't hide all the sheets in a document.",
  },
  {
    name: 'a missing tab is null',
    source: 'apps-script/reference/spreadsheet/spreadsheet',
    body: "return ss.getSheetByName('nope')",
    returns: null,
  },
  {
    name: 'a new tab has 1,000 rows and 26 columns',
    source: THREADS,
    body: "const s = ss.insertSheet('x'); return [s.getMaxRows(), s.getMaxColumns(), s.getIndex()]",
    returns: [1000, 26, 2],
  },
  {
    name: 'inserted rows push content and notes down and grow the grid',
    source: SHEET,
    body: `sheet.getRange('A1:A2').setValues([['a'], ['b']]); sheet.getRange('A2').setNote('n'); sheet.insertRowsAfter(1, 2);
      return [sheet.getRange('A1:A4').getValues().flat(), sheet.getRange('A1:A4').getNotes().flat(), sheet.getMaxRows()]`,
    returns: [['a', '', '', 'b'], ['', '', '', 'n'], 1002],
  },
  {
    name: 'inserted rows take validation and format from the row above',
    source: THREADS,
    body: `sheet.getRange('A1').setNumberFormat('@'); sheet.insertRowAfter(1); return sheet.getRange('A2').getNumberFormat()`,
    returns: '@',
  },
  {
    name: 'deleted rows pull content up and shrink the grid',
    source: SHEET,
    body: `sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]); sheet.deleteRow(2);
      return [sheet.getRange('A1:A3').getValues().flat(), sheet.getMaxRows()]`,
    returns: [['a', 'c', ''], 999],
  },
  {
    name: 'rows beyond the grid cannot be deleted',
    source: THREADS,
    body: 'sheet.deleteRows(1000, 2)',
    throws: 'Those rows are out of bounds.',
  },
  {
    name: 'appendRow writes below the last row with content',
    source: SHEET,
    body: `sheet.getRange('B3').setValue('x'); sheet.appendRow(['007', "'007"]); return sheet.getRange('A4:B4').getValues()[0]`,
    returns: [7, '007'],
  },
  {
    name: 'appendRow grows a full grid',
    source: SHEET,
    body: `sheet.deleteRows(3, 998); sheet.getRange('A2').setValue('x'); sheet.appendRow(['y']); return sheet.getMaxRows()`,
    returns: 3,
  },
  {
    name: 'numbers sort before text and empty cells come last',
    source: THREADS,
    body: `sheet.getRange('A1:A4').setValues([['b'], [''], [2], ['a']]); sheet.getRange('A1:A4').sort({ column: 1, ascending: false });
      return sheet.getRange('A1:A4').getValues().flat()`,
    returns: ['b', 'a', 2, ''],
  },
  {
    name: 'columns move with what is in them',
    source: SHEET,
    body: `sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]); sheet.moveColumns(sheet.getRange('A1'), 4);
      return sheet.getRange('A1:C1').getValues()[0]`,
    returns: ['b', 'c', 'a'],
  },
  {
    name: 'ten million cells are the limit',
    source: 'apps-script/guides/support/best-practices',
    body: 'sheet.insertRowsAfter(1000, 400000)',
    throws: 'above the limit of 10000000 cells',
  },
]);
