import type { ContractGroup } from '../case.ts';

const SHEET = 'apps-script/reference/spreadsheet/sheet';

/** Into the same spreadsheet: another one would stay in the Drive of whoever runs the check. */
export const COPIES: ContractGroup = {
  title: 'Copies of tabs',
  needs: 'an empty tab',
  cases: [
    {
      title: 'stand last, under a name that says so, and hold the same',
      source: SHEET,
      observe: ({ spreadsheet, sheet }) => {
        sheet.getRange('A1:B2').setValues([
          ['a', 1],
          ['b', 2],
        ]);
        sheet.getRange('A1').setFontWeight('bold');
        const copy = sheet.copyTo(spreadsheet);
        return [
          copy.getName(),
          copy.getIndex() === spreadsheet.getNumSheets(),
          copy.getRange('A1:B2').getValues(),
          copy.getRange('A1').getFontWeight(),
        ];
      },
      returns: [
        'Copy of Sheet1',
        true,
        [
          ['a', 1],
          ['b', 2],
        ],
        'bold',
      ],
    },
    {
      title: 'stay as they are when the original changes',
      source: SHEET,
      observe: ({ spreadsheet, sheet }) => {
        sheet.getRange('A1').setValue('before');
        const copy = sheet.copyTo(spreadsheet);
        sheet.getRange('A1').setValue('after');
        return [sheet.getRange('A1').getValue(), copy.getRange('A1').getValue()];
      },
      returns: ['after', 'before'],
    },
    {
      title: 'of hidden tabs can be made too',
      source: SHEET,
      observe: ({ spreadsheet }) => {
        const hidden = spreadsheet.insertSheet('Hidden').hideSheet();
        hidden.getRange('A1').setValue('x');
        return hidden.copyTo(spreadsheet).getRange('A1').getValue();
      },
      returns: 'x',
    },
  ],
};
