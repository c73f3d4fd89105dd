import { type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';

const RANGE = 'apps-script/reference/spreadsheet/range';

export const FORMATS: ContractGroup = {
  title: 'Formats, dates and notes',
  needs: 'an empty tab',
  cases: [
    {
      title: 'a number shown by a date format reads as a date',
      source: RANGE,
      observe: ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue(46027).setNumberFormat('yyyy-mm-dd');
        return [cell.getValue() instanceof Date, cell.getDisplayValue()];
      },
      returns: [true, '2026-01-05'],
    },
    {
      title: 'a number that is no day stays a number, whatever the format of its cell',
      source: UNDOCUMENTED,
      observe: ({ sheet }) =>
        sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(9_999_999_999).getValue(),
      returns: 9_999_999_999,
    },
    {
      title: 'display values are formatted text',
      source: RANGE,
      observe: ({ sheet }) => {
        const cells = sheet.getRange('A1:D1');
        cells.setValues([[1234.5, true, new Date(2026, 0, 5), 0.25]]);
        sheet.getRange('A1').setNumberFormat('#,##0.00');
        sheet.getRange('D1').setNumberFormat('0%');
        return cells.getDisplayValues()[0];
      },
      returns: ['1,234.50', 'TRUE', '1/5/2026', '25%'],
    },
    {
      title: 'a changed time zone leaves the wall clock of dates alone',
      source: 'apps-script/reference/base/session',
      observe: ({ spreadsheet, sheet }) => {
        spreadsheet.setSpreadsheetTimeZone('America/Chicago');
        const cell = sheet.getRange('A1').setValue('2026-07-01 08:00');
        const before = cell.getValue().getTime();
        spreadsheet.setSpreadsheetTimeZone('Europe/Berlin');
        return [cell.getDisplayValue(), (before - cell.getValue().getTime()) / 3_600_000];
      },
      returns: ['2026-07-01 8:00:00', 7],
    },
    {
      title: 'a conditional format rule tells its ranges and its condition',
      source: 'apps-script/reference/spreadsheet/conditional-format-rule',
      observe: ({ sheet }) => {
        const rule = SpreadsheetApp.newConditionalFormatRule()
          .whenTextEqualTo('Due')
          .setBackground('#fef0c3')
          .setRanges([sheet.getRange('B2:B9')])
          .build();
        sheet.setConditionalFormatRules([rule]);
        const [kept] = sheet.getConditionalFormatRules();
        const condition = kept?.getBooleanCondition();
        const type = condition?.getCriteriaType();
        return [
          kept?.getRanges().map((range) => range.getA1Notation()),
          type === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO,
          String(type),
          condition?.getCriteriaValues(),
        ];
      },
      returns: [['B2:B9'], true, 'TEXT_EQUAL_TO', ['Due']],
    },
    {
      title: 'notes and formats are kept beside values',
      source: RANGE,
      observe: ({ sheet }) => {
        const cell = sheet.getRange('B2');
        cell.setValue('x').setNote('why').setFontWeight('bold').setBackground('#ff0000').clearContent();
        const look = [cell.getValue(), cell.getNote(), cell.getFontWeight(), cell.getBackground()];
        return [...look, sheet.getRange('C3').getNote()];
      },
      returns: ['', 'why', 'bold', '#ff0000', ''],
    },
    {
      title: 'looks are set and read as blocks',
      source: RANGE,
      observe: ({ sheet }) => {
        const cells = sheet.getRange('A1:B1');
        cells.setBackgrounds([['#ff0000', null]]).setFontWeights([['bold', 'normal']]);
        cells.setNumberFormats([['@', '0.00']]).setVerticalAlignment('top');
        return [cells.getBackgrounds(), cells.getFontWeights(), cells.getNumberFormats()];
      },
      returns: [[['#ff0000', '#ffffff']], [['bold', 'normal']], [['@', '0.00']]],
    },
    {
      title: 'notes are set and read as a block',
      source: RANGE,
      observe: ({ sheet }) =>
        sheet
          .getRange('A1:B2')
          .setNotes([
            ['a', ''],
            ['', 'b'],
          ])
          .getNotes(),
      returns: [
        ['a', ''],
        ['', 'b'],
      ],
    },
    {
      title: 'a column keeps its width, and can be hidden and shown',
      source: 'apps-script/reference/spreadsheet/sheet',
      observe: ({ sheet }) => {
        sheet.setColumnWidths(1, 2, 90).setColumnWidth(2, 240).hideColumns(3);
        const hidden = sheet.isColumnHiddenByUser(3);
        sheet.showColumns(3);
        return [sheet.getColumnWidth(1), sheet.getColumnWidth(2), hidden, sheet.isColumnHiddenByUser(3)];
      },
      returns: [90, 240, true, false],
    },
    {
      title: 'a frozen row is one that sorting the tab leaves alone',
      source: THREADS,
      observe: ({ sheet }) => {
        sheet.setFrozenRows(1);
        sheet.getRange('A1:A3').setValues([['head'], ['b'], ['a']]);
        sheet.sort(1);
        return [sheet.getFrozenRows(), sheet.getRange('A1:A3').getValues().flat()];
      },
      returns: [1, ['head', 'a', 'b']],
    },
  ],
};
