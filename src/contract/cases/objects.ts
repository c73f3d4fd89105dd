import { type ContractGroup, THREADS } from '../case.ts';

export const OBJECTS: ContractGroup = {
  title: 'Service objects',
  needs: 'an empty tab',
  cases: [
    {
      title: 'are named by their class',
      source: THREADS,
      observe: ({ spreadsheet, sheet }) => [String(spreadsheet), String(sheet), `${sheet.getRange('A1')}`],
      returns: ['Spreadsheet', 'Sheet', 'Range'],
    },
    {
      title: 'are fresh ones for each call',
      source: THREADS,
      observe: ({ spreadsheet }) => {
        const [before] = spreadsheet.getSheets();
        return before === spreadsheet.getSheets()[0];
      },
      returns: false,
    },
    {
      title: 'throw service errors that are Errors named Exception',
      source: THREADS,
      observe: ({ sheet }) => {
        try {
          return sheet.getRange(0, 1).getValue();
        } catch (error) {
          return [error instanceof Error && error.name, String(error).slice(0, 10)];
        }
      },
      returns: ['Exception', 'Exception:'],
    },
  ],
};
