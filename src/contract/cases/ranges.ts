import { type ContractCase, type ContractGroup, THREADS } from '../case.ts';
import type { Plain } from '../outcome.ts';

const SHEET = 'apps-script/reference/spreadsheet/sheet';
const RANGE = 'apps-script/reference/spreadsheet/range';

function reaches(notation: string, returns: Plain): ContractCase {
  return {
    title: `getRange('${notation}') reaches as far as it says`,
    source: SHEET,
    observe: ({ spreadsheet }) => {
      const range = spreadsheet.getRange(notation);
      return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
    },
    returns,
  };
}

export const RANGES: ContractGroup = {
  title: 'Ranges',
  needs: 'an empty tab',
  cases: [
    reaches('B2', [2, 2, 1, 1]),
    reaches('B2:D4', [2, 2, 3, 3]),
    reaches('D4:B2', [2, 2, 3, 3]),
    reaches('C2:C', [2, 3, 999, 1]),
    reaches('2:3', [2, 1, 2, 26]),
    reaches('A:B', [1, 1, 1000, 2]),
    reaches('Sheet1!Z1', [1, 26, 1, 1]),
    {
      title: 'a range off the grid is refused',
      source: THREADS,
      observe: ({ sheet }) => sheet.getRange(1001, 1).getValue(),
      throws: 'The coordinates of the range are outside the dimensions of the sheet.',
    },
    {
      title: 'a range of no rows is refused',
      source: THREADS,
      observe: ({ sheet }) => sheet.getRange(1, 1, 0, 2).getValues(),
      throws: 'The number of rows in the range must be at least 1.',
    },
    {
      title: 'a range of no columns is refused',
      source: THREADS,
      observe: ({ sheet }) => sheet.getRange(1, 1, 2, 0).getValues(),
      throws: 'The number of columns in the range must be at least 1.',
    },
    {
      title: 'too many rows of data are refused',
      source: THREADS,
      observe: ({ sheet }) =>
        sheet
          .getRange(1, 1, 1, 1)
          .setValues([['a'], ['b']])
          .getValue(),
      throws:
        'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    },
    {
      title: 'an uneven row of data is refused',
      source: THREADS,
      observe: ({ sheet }) =>
        sheet
          .getRange(1, 1, 2, 1)
          .setValues([['a'], ['b', 'c']])
          .getValue(),
      throws:
        'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
    },
    {
      title: 'a wrong kind of argument is refused with the signature',
      source: THREADS,
      // @ts-expect-error: a text is no block of values
      observe: ({ sheet }) => sheet.getRange('A1').setValues('x').getValue(),
      throws: "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    },
    {
      title: 'the data range of an empty tab is A1',
      source: SHEET,
      observe: ({ sheet }) => [
        sheet.getDataRange().getA1Notation(),
        sheet.getLastRow(),
        sheet.getLastColumn(),
      ],
      returns: ['A1', 0, 0],
    },
    {
      title: 'the data range ends where content ends',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('C4').setValue('x');
        return [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()];
      },
      returns: ['A1:C4', 4, 3],
    },
    {
      title: 'cleared content no longer counts',
      source: SHEET,
      observe: ({ sheet }) => {
        sheet.getRange('C4').setValue('x').setValue('');
        return sheet.getLastRow();
      },
      returns: 0,
    },
    {
      title: 'offset moves and resizes',
      source: RANGE,
      observe: ({ sheet }) => sheet.getRange('B2:C3').offset(1, 2, 4, 1).getA1Notation(),
      returns: 'D3:D6',
    },
    {
      title: 'getCell counts within the range',
      source: RANGE,
      observe: ({ sheet }) => sheet.getRange('B2:C3').getCell(2, 1).getA1Notation(),
      returns: 'B3',
    },
  ],
};
