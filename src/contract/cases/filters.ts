import { type ContractGroup, THREADS } from '../case.ts';

const FILTER = 'apps-script/reference/spreadsheet/filter';

export const FILTERS: ContractGroup = {
  title: 'Filters',
  needs: 'an empty tab',
  cases: [
    {
      title: 'a tab has none until one is made',
      source: FILTER,
      observe: ({ sheet }) => sheet.getFilter(),
      returns: null,
    },
    {
      title: 'covers the cells that it was made for, and is the one that the tab has',
      source: FILTER,
      observe: ({ sheet }) => {
        const made = sheet.getRange('A1:C10').createFilter();
        return [made.getRange().getA1Notation(), sheet.getFilter()?.getRange().getA1Notation()];
      },
      returns: ['A1:C10', 'A1:C10'],
    },
    {
      title: 'is found from its own cells only',
      source: FILTER,
      observe: ({ sheet }) => {
        sheet.getRange('B2:C10').createFilter();
        return [sheet.getRange('C10').getFilter() !== null, sheet.getRange('D10').getFilter()];
      },
      returns: [true, null],
    },
    {
      title: 'a tab takes only one',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C10').createFilter();
        return sheet.getRange('A1:C20').createFilter().getRange().getA1Notation();
      },
      throws: "You can't create a filter in a sheet that already has a filter.",
    },
    {
      title: 'another can be made when the first is removed',
      source: FILTER,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C10').createFilter().remove();
        return [sheet.getFilter(), sheet.getRange('A1:D4').createFilter().getRange().getA1Notation()];
      },
      returns: [null, 'A1:D4'],
    },
    {
      title: 'grows with rows and columns inserted inside it',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C10').createFilter();
        sheet.insertRowsBefore(10, 5).insertColumnBefore(2);
        return sheet.getFilter()?.getRange().getA1Notation();
      },
      returns: 'A1:D15',
    },
    {
      title: 'does not grow with rows inserted behind it',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.getRange('A1:C10').createFilter();
        sheet.insertRowsAfter(10, 5);
        return sheet.getFilter()?.getRange().getA1Notation();
      },
      returns: 'A1:C10',
    },
    {
      title: 'is another for every tab',
      source: FILTER,
      observe: ({ spreadsheet, sheet }) => {
        sheet.getRange('A1:C10').createFilter();
        return spreadsheet.insertSheet('Other').getFilter();
      },
      returns: null,
    },
  ],
};
