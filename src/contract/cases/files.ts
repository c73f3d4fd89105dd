import { type ContractGroup, THREADS, UNDOCUMENTED } from '../case.ts';

export const FILES: ContractGroup = {
  title: 'Spreadsheets that a script makes',
  needs: 'nothing',
  cases: [
    {
      title: 'have one tab, Sheet1, of 1,000 rows and 26 columns',
      source: THREADS,
      observe: ({ place: { made } }) => [made.tab, made.rows, made.columns],
      returns: ['Sheet1', 1000, 26],
    },
    {
      title: 'have the time zone of the spreadsheet that the script is bound to',
      source: UNDOCUMENTED,
      observe: ({ place: { made } }) => made.timeZoneOfWorkbook,
      returns: true,
    },
    {
      title: 'have the locale of the spreadsheet that the script is bound to',
      source: UNDOCUMENTED,
      observe: ({ place: { made } }) => made.localeOfWorkbook,
      returns: true,
    },
    {
      title: 'that do not exist cannot be opened',
      source: THREADS,
      observe: () => SpreadsheetApp.openById('nope').getId(),
      throws: 'Document nope is missing',
    },
    {
      title: 'are renamed at once',
      source: 'apps-script/reference/spreadsheet/spreadsheet',
      observe: ({ spreadsheet }) => {
        const name = spreadsheet.getName();
        spreadsheet.rename(`${name}!`);
        const renamed = spreadsheet.getName();
        spreadsheet.rename(name);
        return renamed === `${name}!`;
      },
      returns: true,
    },
  ],
};
