import { type ContractCase, type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';
import type { Plain } from '../outcome.ts';

const RANGE = 'apps-script/reference/spreadsheet/range';

/** What a value that a script sets reads as, dates as text in the spreadsheet's time zone. */
function written(title: string, value: () => unknown, returns: Plain, source = THREADS): ContractCase {
  return {
    title,
    source,
    observe: ({ spreadsheet, sheet }) => {
      sheet.getRange('A1').setValue(value());
      const read = sheet.getRange('A1').getValue();
      if (!(read instanceof Date)) return read;
      const text = Utilities.formatDate(read, spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd HH:mm');
      // A date without a year is one of the year in which it is typed.
      return text.replace(String(new Date().getFullYear()), 'this year');
    },
    returns,
  };
}

/** A text that a script sets, and what it reads as. */
function typed(title: string, text: string, returns: Plain, source = THREADS): ContractCase {
  return written(title, () => text, returns, source);
}

export const VALUES: ContractGroup = {
  title: 'Values written by scripts',
  needs: 'an empty tab',
  cases: [
    typed('digits become a number and lose their leading zeros', '007', 7),
    typed('an ISO date becomes a date', '2019-10-02', '2019-10-02 00:00'),
    typed('a fraction-like text becomes a date of this year', '1/2', 'this year-01-02 00:00'),
    typed('a month name and day become a date of this year', 'March 5', 'this year-03-05 00:00'),
    typed('TRUE in any case becomes a boolean', 'true', true),
    typed('a percentage becomes its fraction', '50%', 0.5),
    typed('grouped digits become a number', '1,234.5', 1234.5),
    typed('a plus sign before digits is lost', '+34600', 34600, UNDOCUMENTED),
    typed('a phone number with spaces stays text', '+34 600 11', '+34 600 11'),
    typed('an apostrophe keeps the rest literal and is not stored', "'007", '007'),
    typed('an apostrophe keeps an equals sign from being a formula', "'=1+1", '=1+1'),
    typed('an apostrophe keeps an at sign, a minus and a tab as they are', "'@-\t1", '@-\t1', UNDOCUMENTED),
    typed('an ISO time stamp with offset stays text', '2019-01-05T09:00:00Z', '2019-01-05T09:00:00Z'),
    typed('a date that no calendar has stays text', '2019-02-30', '2019-02-30'),
    typed('a currency sign makes an amount', '$1,234.50', 1234.5),
    written('null empties the cell', () => null, ''),
    typed('an empty cell reads as the empty string', '', ''),
    written('a date keeps its time', () => new Date(2019, 0, 5, 13, 45), '2019-01-05 13:45'),
    {
      title: 'a string that begins with an equals sign becomes a formula',
      source: RANGE,
      observe: ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue('=SUM(A2:A3)');
        return cell.getFormula();
      },
      returns: '=SUM(A2:A3)',
    },
    {
      title: 'text format keeps strings as they are',
      source: UNDOCUMENTED,
      observe: ({ sheet }) => {
        const cells = sheet.getRange('A1:C1').setNumberFormat('@');
        cells.setValues([['007', '1/2', '=A1']]);
        return [cells.getValues()[0], cells.getFormulas()[0]];
      },
      returns: [
        ['007', '1/2', '=A1'],
        ['', '', ''],
      ],
    },
    {
      title: 'a rich text value is not coerced',
      source: RANGE,
      observe: ({ sheet }) => {
        const cell = sheet.getRange('A1');
        cell.setRichTextValue(SpreadsheetApp.newRichTextValue().setText('=A2').build());
        return [cell.getValue(), cell.getFormula()];
      },
      returns: ['=A2', ''],
    },
    {
      title: 'values read back are native to the script',
      source: RANGE,
      observe: ({ sheet }) => {
        sheet.getRange('A1').setValue(new Date());
        const [row] = sheet.getRange('A1:B1').getValues();
        return [row?.constructor === Array, row?.[0] instanceof Date];
      },
      returns: [true, true],
    },
    {
      title: 'line breaks, emoji and accents come back as they were written',
      source: UNDOCUMENTED,
      observe: ({ sheet }) => {
        const text = "'Zoe\u0308 \ud83d\ude00\nline";
        return sheet.getRange('A1').setValue(text).getValue() === text.slice(1);
      },
      returns: true,
    },
    {
      title: 'writing results back over a formula destroys it',
      source: THREADS,
      observe: ({ sheet }) => {
        const cell = sheet.getRange('A1').setFormula('=A2');
        cell.setValues(cell.getValues());
        return cell.getFormula();
      },
      returns: '',
    },
    {
      title: 'a cell takes 50,000 characters',
      source: THREADS,
      observe: ({ sheet }) => String(sheet.getRange('A1').setValue('x'.repeat(50_000)).getValue()).length,
      returns: 50_000,
    },
    {
      title: 'a cell takes no more than 50,000 characters',
      source: THREADS,
      observe: ({ sheet }) => sheet.getRange('A2').setValue('x'.repeat(50_001)).getNumRows(),
      throws: 'Your input contains more than the maximum of 50000 characters in a single cell.',
    },
    {
      title: 'unflushed writes are seen by the execution that made them',
      source: 'apps-script/guides/support/best-practices',
      observe: ({ sheet }) => {
        for (let row = 1; row <= 4; row++) sheet.getRange(row, 1).setValue(`w${row}`);
        return sheet.getRange('A1:A4').getValues().flat();
      },
      returns: ['w1', 'w2', 'w3', 'w4'],
    },
  ],
};
