import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatBackup } from '../../../src/registry/export/backup-format.ts';
import { eraseTexts } from '../../../src/registry/export/erase-texts.ts';
import { exportTables } from '../../../src/registry/export/export-tables.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { describeClosing } from '../../../src/registry/state/describe-closing.ts';
import { digest } from '../digest.ts';
import { formatTableAsCsv, formatTablesAsXlsx } from '../export/format-tables.ts';
import { readLiveJournal } from '../export/live-journal.ts';
import { writeWhole } from '../export/write-whole.ts';
import { readNamed } from '../files/file-problem.ts';
import { type LiveBooks, readLiveBooks } from '../import/live-books.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, type CommandContext, CommandRefused, EXIT } from './command.ts';

/** What an export is written as, and where it goes without `--out`. */
const FORMATS = {
  json: 'lead-registry-backup.json',
  xlsx: 'lead-registry.xlsx',
  csv: 'lead-registry-csv',
} as const;

type Format = keyof typeof FORMATS;

/** A file to be written, whole or not at all. */
interface ExportFile {
  readonly path: string;
  readonly content: string | Buffer;
}

interface Exported {
  readonly files: readonly ExportFile[];
  /** What is in them, for people and for the machine. */
  readonly said: string;
  readonly counts: Readonly<Record<string, number>>;
}

const FEWEST_CHARACTERS = 3;

/** The whole registry as files. Changes nothing at Google. */
export const exportBackup: Command = {
  name: 'export',
  summary: 'writes the whole registry to a file: a backup which import --backup restores, or its tables',
  options: {
    format: {
      type: 'string',
      value: 'json|xlsx|csv',
      help: 'json, the backup, unless told otherwise; xlsx, a workbook, or csv, a folder with a file for each table',
    },
    out: { type: 'string', value: 'FILE', help: 'where it goes; without it a name in the current folder' },
    overwrite: { type: 'boolean', help: 'replaces what is there already' },
    erase: {
      type: 'string',
      value: 'FILE',
      help: 'of a backup: leaves out everywhere the names and addresses of persons that stand in this file, one a line',
    },
  },
  areas: ['spreadsheets.readonly'],
  run: async (context) => {
    const { client, spreadsheetId, options, say, progress, isDryRun } = context;
    const format = formatOf(options.format);
    const erased = textsToErase(options.erase, format);
    const out = typeof options.out === 'string' ? options.out : FORMATS[format];
    if (existsSync(resolve(out)) && options.overwrite !== true && !isDryRun) {
      throw new CommandRefused(
        `${out} is there already, so nothing was written. Name another with --out, or pass --overwrite.`,
      );
    }
    const workbook = openLiveWorkbook(client, await spreadsheetId());
    const books = await readLiveBooks(workbook);
    const { closed } = books.state.mark;
    if (closed !== undefined) {
      say(
        `note    ${describeClosing(closed, books.timeZone)}: what is written may be incomplete. Run this again when that is done.`,
      );
    }
    const exported =
      format === 'json'
        ? backupOf(
            books,
            await readLiveJournal(workbook, books, progress, (id) => openLiveWorkbook(client, id)),
            resolve(out),
            erased,
          )
        : await tablesOf(books, format, resolve(out));
    const bytes = exported.files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    const kilobytes = Math.ceil(bytes / 1000);
    const what = `${out}: ${exported.said}, ${kilobytes.toLocaleString('en-US')} kB`;
    const json = {
      file: out,
      format,
      ...exported.counts,
      kilobytes,
      importingSince: closed?.since ?? null,
      written: !isDryRun,
    };
    if (isDryRun) {
      say(`Nothing was written. It would be ${what}.`);
      return { exit: EXIT.ok, json };
    }
    if (format === 'csv') mkdirSync(resolve(out), { recursive: true, mode: 0o700 });
    for (const { path, content } of exported.files) writeWhole(path, content);
    say(`${what}. It holds personal data: keep it where only those may read it who may read the registry.`);
    return { exit: EXIT.ok, json };
  },
};

function formatOf(given: CommandContext['options'][string]): Format {
  const format = given ?? 'json';
  const known = Object.keys(FORMATS) as Format[];
  const found = known.find((one) => one === format);
  if (found !== undefined) return found;
  throw new CommandRefused(`There is no format ${String(format)}: choose ${known.join(', ')}.`, EXIT.badUse);
}

function textsToErase(given: CommandContext['options'][string], format: Format): readonly string[] {
  if (typeof given !== 'string') return [];
  if (format !== 'json') {
    throw new CommandRefused('Only a backup (--format json) can leave persons out.', EXIT.badUse);
  }
  const texts = readLines(given);
  if (texts.length === 0) throw new CommandRefused(`${given} names nobody.`, EXIT.badUse);
  const short = texts.filter((text) => text.length < FEWEST_CHARACTERS);
  if (short.length > 0) {
    throw new CommandRefused(
      `${given}: write full names and addresses; ${short.map((text) => `"${text}"`).join(', ')} would be found in other words.`,
      EXIT.badUse,
    );
  }
  return texts;
}

function readLines(file: string): readonly string[] {
  const lines = readNamed(file).toString('utf8').split('\n');
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
}

function backupOf(
  books: LiveBooks,
  whole: readonly JournalEntry[],
  path: string,
  texts: readonly string[],
): Exported {
  const { journal, found } =
    texts.length === 0
      ? { journal: whole, found: new Map<string, number>() }
      : eraseTexts(whole, texts, digest);
  const missing = texts.filter((text) => found.get(text) === 0);
  if (missing.length > 0) {
    throw new CommandRefused(
      `${missing.map((text) => `"${text}"`).join(', ')} is nowhere in the registry, so nothing was written. Write it as the registry has it.`,
    );
  }
  const places = [...found.values()].reduce((sum, count) => sum + count, 0);
  const entries = journal.length;
  return {
    files: [
      {
        path,
        content: formatBackup({ schemaVersion: books.schema, timeZone: books.timeZone, journal }, digest),
      },
    ],
    said: `${entries.toLocaleString('en-US')} entries of the journal${texts.length === 0 ? '' : `, ${places.toLocaleString('en-US')} places erased`}`,
    counts: { entries, ...(texts.length === 0 ? {} : { erased: places }) },
  };
}

async function tablesOf(
  { state, timeZone }: LiveBooks,
  format: 'xlsx' | 'csv',
  path: string,
): Promise<Exported> {
  const tables = exportTables(state, timeZone);
  const records = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    files:
      format === 'xlsx'
        ? [{ path, content: await formatTablesAsXlsx(tables) }]
        : tables.map((table) => ({
            path: join(path, `${table.name}.csv`),
            content: formatTableAsCsv(table),
          })),
    said: `${records.toLocaleString('en-US')} records in ${tables.length} tables`,
    counts: { tables: tables.length, records },
  };
}
