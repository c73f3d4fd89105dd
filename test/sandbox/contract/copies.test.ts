import { playCases } from './contract-case.ts';

const SHEET = 'apps-script/reference/spreadsheet/sheet';

playCases('Copies of tabs', [
  {
    name: 'stand last in the other spreadsheet, under a name that says so, and hold the same',
    source: SHEET,
    body: `sheet.getRange('A1:B2').setValues([['a', 1], ['b', 2]]); sheet.getRange('A1').setFontWeight('bold');
      const other = SpreadsheetApp.create('Other'); const copy = sheet.copyTo(other);
      return [copy.getName(), copy.getIndex(), copy.getParent().getName(), copy.getRange('A1:B2').getValues(), copy.getRange('A1').getFontWeight()]`,
    returns: [
      'Copy of Sheet1',
      2,
      'Other',
      [
        ['a', 1],
        ['b', 2],
      ],
      'bold',
    ],
  },
  {
    name: 'stay as they are when the original changes',
    source: SHEET,
    body: `sheet.getRange('A1').setValue('before'); const copy = sheet.copyTo(SpreadsheetApp.create('Other'));
      sheet.getRange('A1').setValue('after');
      return [sheet.getRange('A1').getValue(), copy.getRange('A1').getValue()]`,
    returns: ['after', 'before'],
  },
  {
    name: 'of hidden tabs can be made too',
    source: SHEET,
    body: `const hidden = ss.insertSheet('Hidden').hideSheet(); hidden.getRange('A1').setValue('x');
      return hidden.copyTo(SpreadsheetApp.create('Other')).getRange('A1').getValue()`,
    returns: 'x',
  },
]);
