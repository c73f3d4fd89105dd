import { type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';

const BUILDER = 'apps-script/reference/spreadsheet/data-validation-builder';

export const VALIDATION: ContractGroup = {
  title: 'Data validation',
  needs: 'an empty tab',
  cases: [
    {
      title: 'a value that breaks a strict list is refused',
      source: THREADS,
      observe: ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation()
          .requireValueInList(['a', 'b'])
          .setAllowInvalid(false)
          .build();
        return sheet.getRange('B2').setDataValidation(rule).setValue('c').getValue();
      },
      throws: 'The data you entered in cell B2 violates the data validation rules set on this cell.',
    },
    {
      title: 'a rule that allows invalid data lets it in',
      source: BUILDER,
      observe: ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
        const cell = sheet.getRange('B2').setDataValidation(rule).setValue('c');
        return [cell.getValue(), cell.getDataValidation()?.getCriteriaValues()];
      },
      returns: ['c', [['a', 'b'], true]],
    },
    {
      title: 'a rule that says nothing of invalid data allows it',
      source: UNDOCUMENTED,
      observe: () => SpreadsheetApp.newDataValidation().requireCheckbox().build().getAllowInvalid(),
      returns: true,
    },
    {
      title: 'tick boxes count as content and move the last row',
      source: THREADS,
      observe: ({ sheet }) => {
        const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
        sheet.getRange('A2:A5').setDataValidation(rule);
        return [sheet.getLastRow(), sheet.getRange('A5').getValue()];
      },
      returns: [5, false],
    },
    {
      title: 'a cell without a rule has none',
      source: 'apps-script/reference/spreadsheet/range',
      observe: ({ sheet }) => sheet.getRange('A1:B1').getDataValidations(),
      returns: [[null, null]],
    },
  ],
};
