import { playCases } from './contract-case.ts';

const FILTER = 'apps-script/reference/spreadsheet/filter';
const THREADS = 'public threads';

playCases('Filters', [
  {
    name: 'a tab has none until one is made',
    source: FILTER,
    body: 'return sheet.getFilter()',
    returns: null,
  },
  {
    name: 'covers the cells that it was made for, and is the one that the tab has',
    source: FILTER,
    body: `const made = sheet.getRange('A1:C10').createFilter();
      return [made.getRange().getA1Notation(), sheet.getFilter().getRange().getA1Notation()]`,
    returns: ['A1:C10', 'A1:C10'],
  },
  {
    name: 'is found from its own cells only',
    source: FILTER,
    body: `sheet.getRange('B2:C10').createFilter();
      return [sheet.getRange('C10').getFilter() !== null, sheet.getRange('D10').getFilter()]`,
    returns: [true, null],
  },
  {
    name: 'a tab takes only one',
    source: THREADS,
    body: "sheet.getRange('A1:C10').createFilter(); sheet.getRange('A1:C20').createFilter()",
    throws: "You can't create a filter in a sheet that already has a filter.",
  },
  {
    name: 'another can be made when the first is removed',
    source: FILTER,
    body: `sheet.getRange('A1:C10').createFilter(); sheet.getFilter().remove();
      return [sheet.getFilter(), sheet.getRange('A1:D4').createFilter().getRange().getA1Notation()]`,
    returns: [null, 'A1:D4'],
  },
  {
    name: 'grows with rows and columns inserted inside it',
    source: THREADS,
    body: `sheet.getRange('A1:C10').createFilter();
      sheet.insertRowsBefore(10, 5); sheet.insertColumnBefore(2);
      return sheet.getFilter().getRange().getA1Notation()`,
    returns: 'A1:D15',
  },
  {
    name: 'does not grow with rows inserted behind it',
    source: THREADS,
    body: `sheet.getRange('A1:C10').createFilter(); sheet.insertRowsAfter(10, 5);
      return sheet.getFilter().getRange().getA1Notation()`,
    returns: 'A1:C10',
  },
  {
    name: 'is another for every tab',
    source: FILTER,
    body: `sheet.getRange('A1:C10').createFilter(); const other = ss.insertSheet('Other');
      return other.getFilter()`,
    returns: null,
  },
]);
