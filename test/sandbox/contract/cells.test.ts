import { type ContractCase, playCases } from './contract-case.ts';

const RANGE = 'apps-script/reference/spreadsheet/range';
const THREADS = 'public threads';

const typed = (name: string, value: string, returns: unknown): ContractCase => ({
  name,
  source: THREADS,
  body: `sheet.getRange('A1').setValue(${value}); const v = sheet.getRange('A1').getValue();
    return v instanceof Date ? Utilities.formatDate(v, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm') : v;`,
  returns,
});

playCases('Values written by scripts', [
  typed('digits become a number and lose their leading zeros', "'007'", 7),
  typed('an ISO date becomes a date', "'2026-10-02'", '2026-10-02 00:00'),
  typed('a fraction-like text becomes a date of this year', "'1/2'", '2026-01-02 00:00'),
  typed('a month name and day become a date of this year', "'March 5'", '2026-03-05 00:00'),
  typed('TRUE in any case becomes a boolean', "'true'", true),
  typed('a percentage becomes its fraction', "'50%'", 0.5),
  typed('grouped digits become a number', "'1,234.5'", 1234.5),
  typed('a plus sign before digits is lost', "'+34600'", 34600),
  typed('a phone number with spaces stays text', "'+34 600 11'", '+34 600 11'),
  typed('an apostrophe keeps the rest literal and is not stored', `"'007"`, '007'),
  typed('an apostrophe keeps an equals sign from being a formula', `"'=1+1"`, '=1+1'),
  typed('an ISO time stamp with offset stays text', "'2026-01-05T09:00:00Z'", '2026-01-05T09:00:00Z'),
  typed('a date that no calendar has stays text', "'2026-02-30'", '2026-02-30'),
  typed('a currency sign makes an amount', "'$1,234.50'", 1234.5),
  typed('null empties the cell', 'null', ''),
  typed('an empty cell reads as the empty string', "''", ''),
  typed('a date keeps its time', 'new Date(2026, 0, 5, 13, 45)', '2026-01-05 13:45'),
  {
    name: 'a string that begins with an equals sign becomes a formula',
    source: RANGE,
    body: `sheet.getRange('A1').setValue('=A2'); const r = sheet.getRange('A1');
      return [r.getFormula(), r.getValue()];`,
    returns: ['=A2', '#NAME?'],
  },
  {
    name: 'text format keeps strings as they are',
    source: THREADS,
    body: `const r = sheet.getRange('A1:C1').setNumberFormat('@'); r.setValues([['007', '1/2', '=A1']]);
      return [r.getValues()[0], r.getFormulas()[0]];`,
    returns: [
      ['007', '1/2', '=A1'],
      ['', '', ''],
    ],
  },
  {
    name: 'a rich text value is not coerced',
    source: RANGE,
    body: `const text = SpreadsheetApp.newRichTextValue().setText('=A2').build();
      sheet.getRange('A1').setRichTextValue(text); return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula()];`,
    returns: ['=A2', ''],
  },
  {
    name: 'values read back are native to the script',
    source: RANGE,
    body: `sheet.getRange('A1').setValue(new Date()); const v = sheet.getRange('A1:B1').getValues();
      return [v instanceof Array, v[0] instanceof Array, v[0][0] instanceof Date];`,
    returns: [true, true, true],
  },
  {
    name: 'a number shown by a date format reads as a date',
    source: RANGE,
    body: `sheet.getRange('A1').setValue(46027).setNumberFormat('yyyy-mm-dd');
      return [sheet.getRange('A1').getValue() instanceof Date, sheet.getRange('A1').getDisplayValue()];`,
    returns: [true, '2026-01-05'],
  },
  {
    name: 'display values are formatted text',
    source: RANGE,
    body: `const r = sheet.getRange('A1:D1'); r.setValues([[1234.5, true, new Date(2026, 0, 5), 0.25]]);
      sheet.getRange('A1').setNumberFormat('#,##0.00'); sheet.getRange('D1').setNumberFormat('0%');
      return r.getDisplayValues()[0];`,
    returns: ['1,234.50', 'TRUE', '1/5/2026', '25%'],
  },
  {
    name: 'writing results back over a formula destroys it',
    source: THREADS,
    body: `const r = sheet.getRange('A1'); r.setFormula('=A2'); r.setValues(r.getValues()); return r.getFormula();`,
    returns: '',
  },
  {
    name: 'a cell takes 50,000 characters and no more',
    source: THREADS,
    body: `sheet.getRange('A1').setValue('x'.repeat(50000)); sheet.getRange('A2').setValue('x'.repeat(50001));`,
    throws: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  },
  {
    name: 'a changed time zone leaves the wall clock of dates alone',
    source: 'apps-script/reference/base/session',
    body: `sheet.getRange('A1').setValue('2026-07-01 08:00'); const before = sheet.getRange('A1').getValue().getTime();
      ss.setSpreadsheetTimeZone('Europe/Berlin');
      return [sheet.getRange('A1').getDisplayValue(), (before - sheet.getRange('A1').getValue().getTime()) / 3600000];`,
    returns: ['2026-07-01 8:00:00', 7],
  },
  {
    name: 'a conditional format rule tells its ranges and its condition',
    source: 'apps-script/reference/spreadsheet/conditional-format-rule',
    body: `const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Due').setBackground('#fef0c3')
        .setRanges([sheet.getRange('B2:B9')]).build();
      sheet.setConditionalFormatRules([rule]);
      const [kept] = sheet.getConditionalFormatRules();
      const condition = kept.getBooleanCondition();
      return [
        kept.getRanges().map((range) => range.getA1Notation()),
        condition.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO,
        String(condition.getCriteriaType()),
        condition.getCriteriaValues(),
      ];`,
    returns: [['B2:B9'], true, 'TEXT_EQUAL_TO', ['Due']],
  },
  {
    name: 'a value that breaks a strict list is refused',
    source: THREADS,
    body: `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
      sheet.getRange('B2').setDataValidation(rule); sheet.getRange('B2').setValue('c');`,
    throws: 'The data you entered in cell B2 violates the data validation rules set on this cell.',
  },
  {
    name: 'a rule that allows invalid data lets it in',
    source: 'apps-script/reference/spreadsheet/data-validation-builder',
    body: `const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
      sheet.getRange('B2').setDataValidation(rule); sheet.getRange('B2').setValue('c');
      return sheet.getRange('B2').getDataValidation().getCriteriaValues();`,
    returns: [['a', 'b'], true],
  },
  {
    name: 'tick boxes count as content and move the last row',
    source: THREADS,
    body: `sheet.getRange('A2:A5').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      return [sheet.getLastRow(), sheet.getRange('A5').getValue()];`,
    returns: [5, false],
  },
  {
    name: 'notes and formats are kept beside values',
    source: RANGE,
    body: `const r = sheet.getRange('B2'); r.setValue('x').setNote('why').setFontWeight('bold').setBackground('#ff0000');
      r.clearContent(); return [r.getValue(), r.getNote(), r.getFontWeight(), r.getBackground(), sheet.getRange('C3').getNote()];`,
    returns: ['', 'why', 'bold', '#ff0000', ''],
  },
]);
