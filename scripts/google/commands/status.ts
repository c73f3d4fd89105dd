import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, EXIT } from './command.ts';

/** One thing that is looked at. */
interface Line {
  readonly what: string;
  readonly isOk: boolean;
  /** How it is, and where it is not well, what to do. */
  readonly says: string;
}

/** What exists, and what is left to do. */
export const status: Command = {
  name: 'status',
  summary: 'says what exists on Google and what is left to do',
  options: {},
  areas: ['spreadsheets.readonly'],
  run: async ({ client, spreadsheetId, say }) => {
    const meta = await openLiveWorkbook(client, await spreadsheetId()).meta();
    const titles = meta.tabs.map(({ title }) => title);
    const isSetUp = titles.includes('Leads') && titles.includes('Settings');
    const lines: readonly Line[] = [
      {
        what: 'Spreadsheet',
        isOk: true,
        says: `${meta.title} (${meta.id}), ${meta.timeZone}, ${meta.locale}`,
      },
      {
        what: 'Set up',
        isOk: isSetUp,
        says: isSetUp
          ? `${titles.length} tabs`
          : 'The tabs are not there. Open the sheet and choose Lead Registry > Administration > Set up this registry.',
      },
    ];
    for (const { what, isOk, says } of lines) say(`${isOk ? 'ok   ' : 'to do'}  ${what}: ${says}`);
    return { exit: lines.every(({ isOk }) => isOk) ? EXIT.ok : EXIT.differences, json: { lines } };
  },
};
