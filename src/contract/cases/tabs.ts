import { type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';

const SHEET = 'apps-script/reference/spreadsheet/sheet';

export const TABS: ContractGroup = {
  title: 'Tabs, rows and columns',
  needs: 'an empty tab',
  cases: [
    {
      title: 'a duplicate tab name is refused whatever its case',
      source: THREADS,
      observe: ({ spreadsheet }) => spreadsheet.insertSheet('sheet1').getName(),
      throws: 'A sheet with the name "sheet1" already exists. Please enter another name.',
    },
    {
      title: 'the last visible tab cannot be deleted',
      source: THREADS,
      observe: ({ spreadsheet, sheet }) => {
        spreadsheet.insertSheet('x').hideSheet();
        spreadsheet.deleteSheet(sheet);
        return spreadsheet.getNumSheets();
      },
      throws: "You can't remove all the visible sheets in a document.",
    },
    {
      title: 'the last visible tab cannot be hidden',
      source: THREADS,
      observe: ({ sheet }) => sheet.hideSheet().isSheetHidden(),
      throws: "You can't hide all the sheets in a document.",
    },
    {
      title: 'a missing tab is null',
      source: 'apps-script/reference/spreadsheet/spreadsheet',
      observe: ({ spreadsheet }) => spreadsheet.getSheetByName('nope'),
      returns: null,
    },
    {
      title: 'a new tab has 1,000 rows and 26 columns',
      source: THREADS,
      observe: ({ spreadsheet }) => {
        const made = spreadsheet.insertSheet('x', spreadsheet.getNumSheets());
        return [made.getMaxRows(), made.getMaxColumns(), made.getIndex()];
      },
      returns: [1000, 26, 2],
    },
    {
      title: 'inserted rows push content and notes down and grow the grid',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('A1:A2').setValues([['a'], ['b']]);
        sheet.getRange('A2').setNote('n');
        sheet.insertRowsAfter(1, 2);
        const cells = sheet.getRange('A1:A4');
        return [cells.getValues().flat(), cells.getNotes().flat(), sheet.getMaxRows()];
      },
      returns: [['a', '', '', 'b'], ['', '', '', 'n'], 1002],
    },
    {
      title: 'inserted rows take validation and format from the row above',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.getRange('A1').setNumberFormat('@');
        sheet.insertRowAfter(1);
        return sheet.getRange('A2').getNumberFormat();
      },
      returns: '@',
    },
    {
      title: 'deleted rows pull content up and shrink the grid',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]);
        sheet.deleteRow(2);
        return [sheet.getRange('A1:A3').getValues().flat(), sheet.getMaxRows()];
      },
      returns: [['a', 'c', ''], 999],
    },
    {
      title: 'rows beyond the grid cannot be deleted',
      source: THREADS,
      observe: ({ sheet }) => sheet.deleteRows(1000, 2),
      throws: 'Those rows are out of bounds.',
    },
    {
      title: 'appendRow writes below the last row with content',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('B3').setValue('x');
        sheet.appendRow(['007', "'007"]);
        return sheet.getRange('A4:B4').getValues()[0];
      },
      returns: [7, '007'],
    },
    {
      title: 'appendRow grows a full grid',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.deleteRows(3, 998);
        sheet.getRange('A2').setValue('x');
        sheet.appendRow(['y']);
        return sheet.getMaxRows();
      },
      returns: 3,
    },
    {
      title: 'numbers sort before text and empty cells come last',
      source: THREADS,
      observe: ({ sheet }) => {
        const cells = sheet.getRange('A1:A4').setValues([['b'], [''], [2], ['a']]);
        cells.sort({ column: 1, ascending: false });
        return cells.getValues().flat();
      },
      returns: ['b', 'a', 2, ''],
    },
    {
      title: 'columns move with what is in them',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
        sheet.moveColumns(sheet.getRange('A1'), 4);
        return sheet.getRange('A1:C1').getValues()[0];
      },
      returns: ['b', 'c', 'a'],
    },
    {
      title: 'deleted columns pull content to the left and shrink the grid',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
        sheet.deleteColumns(1, 2);
        return [sheet.getRange('A1:B1').getValues()[0], sheet.getMaxColumns()];
      },
      returns: [['c', ''], 24],
    },
    {
      title: 'a tab can be moved once it is active',
      source: 'apps-script/reference/spreadsheet/spreadsheet',
      observe: ({ spreadsheet, sheet }) => {
        const other = spreadsheet.insertSheet('Other', spreadsheet.getNumSheets());
        spreadsheet.setActiveSheet(other);
        spreadsheet.moveActiveSheet(1);
        return [other.getIndex(), sheet.getIndex()];
      },
      returns: [1, 2],
    },
    {
      title: 'columns at the left can be frozen, though not all of them',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.setFrozenColumns(2);
        const frozen = sheet.getFrozenColumns();
        sheet.setFrozenColumns(26);
        return frozen;
      },
      throws: "You can't freeze all visible columns on the sheet.",
    },
    {
      title: 'ten million cells are the limit',
      source: 'apps-script/guides/support/best-practices',
      observe: ({ sheet }) => sheet.insertRowsAfter(1000, 400_000).getMaxRows(),
      throws: 'above the limit of 10000000 cells',
    },
    {
      title: 'a tab takes 18,278 columns',
      source: UNDOCUMENTED,
      observe: ({ sheet }) => {
        sheet.deleteRows(11, 990);
        return sheet.insertColumnsAfter(26, 18_278 - 26).getMaxColumns();
      },
      returns: 18_278,
    },
    {
      title: 'a tab takes no more than 18,278 columns',
      source: UNDOCUMENTED,
      observe: ({ sheet }) => {
        sheet.deleteRows(11, 990);
        return sheet.insertColumnsAfter(26, 18_279 - 26).getMaxColumns();
      },
      throws: 'above the limit of 18278 columns',
    },
  ],
};
