import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatBackup } from '../../../src/registry/export/backup-format.ts';
import { digest } from '../digest.ts';
import { readLiveJournal } from '../export/live-journal.ts';
import { writeWhole } from '../export/write-whole.ts';
import { readLiveBooks } from '../import/live-books.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, CommandRefused, EXIT } from './command.ts';

const USUAL_FILE = 'lead-registry-backup.json';

/** The whole registry as a file that `import --backup` restores. Changes nothing at Google. */
export const exportBackup: Command = {
  name: 'export',
  summary: 'writes a backup of the whole registry to a file, which import --backup restores',
  options: {
    out: { type: 'string', value: 'FILE', help: `where it goes; without it ${USUAL_FILE}` },
    overwrite: { type: 'boolean', help: 'replaces the file where it is there already' },
  },
  areas: ['spreadsheets.readonly'],
  run: async ({ client, spreadsheetId, options, say, progress, isDryRun }) => {
    const file = typeof options.out === 'string' ? options.out : USUAL_FILE;
    const path = resolve(file);
    if (existsSync(path) && options.overwrite !== true && !isDryRun) {
      throw new CommandRefused(
        `${file} is there already, so nothing was written. Name another with --out, or pass --overwrite.`,
      );
    }
    const workbook = openLiveWorkbook(client, await spreadsheetId());
    const books = await readLiveBooks(workbook);
    const journal = await readLiveJournal(workbook, books, progress);
    const text = formatBackup({ schemaVersion: books.schema, timeZone: books.timeZone, journal }, digest);
    const kilobytes = Math.ceil(Buffer.byteLength(text) / 1000);
    const what = `${file}: ${journal.length.toLocaleString('en-US')} entries of the journal, ${kilobytes.toLocaleString('en-US')} kB`;
    const json = { file, entries: journal.length, kilobytes, written: !isDryRun };
    if (isDryRun) {
      say(`Nothing was written. It would be ${what}.`);
      return { exit: EXIT.ok, json };
    }
    writeWhole(path, text);
    say(`${what}. It holds personal data: keep it where only those may read it who may read the registry.`);
    return { exit: EXIT.ok, json };
  },
};
