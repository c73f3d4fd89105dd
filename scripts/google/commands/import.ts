import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Instant } from '../../../src/core/calendar/dates.ts';
import { mintInstant } from '../../../src/core/calendar/mint-dates.ts';
import { toInstant } from '../../../src/core/calendar/to-instant.ts';
import type { Email } from '../../../src/core/model/ids.ts';
import { parseEmail } from '../../../src/core/text/parse-email.ts';
import { heads } from '../../../src/registry/commands/heads.ts';
import { parseBackup } from '../../../src/registry/export/backup-format.ts';
import { decideImport } from '../../../src/registry/import/decide-import.ts';
import { readRows } from '../../../src/registry/import/read-rows.ts';
import { SCHEMA_VERSION } from '../../../src/registry/migrations/migrations.ts';
import { whyNotThisSchema } from '../../../src/registry/migrations/schema-version.ts';
import { digest } from '../digest.ts';
import { readNamed } from '../files/file-problem.ts';
import { applyImport } from '../import/apply-import.ts';
import { type LiveBooks, readLiveBooks } from '../import/live-books.ts';
import { list, readMapping } from '../import/read-mapping.ts';
import { countVerdicts, describeCounts, describeProblems, formatReport } from '../import/report-rows.ts';
import { applyRestore, planRestore } from '../import/restore.ts';
import { type LiveWorkbook, openLiveWorkbook } from '../workbook/live-workbook.ts';
import { type Command, type CommandContext, CommandRefused, type CommandResult, EXIT } from './command.ts';

const MOST_PROBLEMS_SHOWN = 30;

/** Partners, accounts, leads and what belongs to them, of an existing registry or of a backup, into this one. */
export const importFiles: Command = {
  name: 'import',
  summary:
    'brings partners, accounts, leads, deals, receipts and payments from CSV or XLSX files, or a backup, into the registry',
  words: '[FILE…]',
  options: {
    mapping: {
      type: 'string',
      value: 'FILE',
      help: 'says which column is what; made for the files named where it is not there, which a dry run only shows; without it mapping.json',
    },
    backup: {
      type: 'string',
      value: 'FILE',
      help: 'restores a backup that export has made into an empty registry',
    },
    report: { type: 'string', value: 'FILE', help: 'writes the verdict of every row there, as CSV' },
    'skip-refused': { type: 'boolean', help: 'imports the other rows although some are refused' },
  },
  areas: ['spreadsheets'],
  run: async (context) => {
    const { backup } = context.options;
    if (typeof backup === 'string' && context.words.length > 0) {
      throw new CommandRefused(
        `The backup is all that is restored, and not ${context.words.join(', ')} too. Import files by themselves.`,
        EXIT.badUse,
      );
    }
    const workbook = openLiveWorkbook(context.client, await context.spreadsheetId());
    return typeof backup === 'string' ? restore(context, workbook, backup) : importRows(context, workbook);
  },
};

async function importRows(context: CommandContext, workbook: LiveWorkbook): Promise<CommandResult> {
  const { options, words, say, progress, isYes } = context;
  const path = typeof options.mapping === 'string' ? options.mapping : 'mapping.json';
  const found = await readMapping(path, words, context);
  if (found.made && context.isDryRun) {
    say(`${path} would be made:`);
    say(found.text.trimEnd());
    say('Nothing was changed. Run it again without --dry-run to have it made.');
    return { exit: EXIT.differences, json: { mapping: path, made: false } };
  }
  if (found.made) {
    say(`${path} is made. Look it over, above all dateFormat, decimal and the columns left empty, then run`);
    say(`  npm run google -- import --mapping ${path} --dry-run`);
    return { exit: EXIT.differences, json: { mapping: path, made: true } };
  }
  const read = readRows(found.mapping, found.tables);
  if (!read.ok) throw new CommandRefused(`Files and mapping don't fit:\n${list(read.problems)}`, EXIT.badUse);
  const books = await readBooks(context, workbook);
  refuseUnless(books.schema === SCHEMA_VERSION, books);
  const decision = decideImport(books.state, read.rows, {
    now: nowOf(context, books),
    importer: importerOf(books),
    progress: (done, all) => {
      if (done % 5000 === 4999)
        progress(
          `${(done + 1).toLocaleString('en-US')} of ${all.toLocaleString('en-US')} leads are decided.`,
        );
    },
  });
  const { rows, units } = decision;
  if (typeof options.report === 'string') writeFileSync(resolve(options.report), formatReport(rows));
  const counts = countVerdicts(rows);
  const refused = rows.filter((row) => row.isRefused);
  for (const line of describeCounts(counts, false)) say(line);
  if (read.empty > 0) say(`${read.empty.toLocaleString('en-US')} rows have nothing to be imported.`);
  for (const line of describeProblems(refused, MOST_PROBLEMS_SHOWN)) say(`refused  ${line}`);
  const json = {
    counts,
    refused: refused.map(({ place, problems }) => ({ ...place, problems })),
    written: 0,
  };
  if (!isYes) {
    const next = units.length === 0 ? 'There is nothing to add.' : 'Run it again with --yes to import.';
    say(`Nothing was changed. ${next}`);
    const isDone = refused.length === 0 && (context.isDryRun || units.length === 0);
    return { exit: isDone ? EXIT.ok : EXIT.differences, json };
  }
  if (refused.length > 0 && options['skip-refused'] !== true) {
    throw new CommandRefused(
      `${refused.length.toLocaleString('en-US')} rows are refused, so nothing was imported. Correct them, or pass --skip-refused to import the others.`,
    );
  }
  if (units.length === 0 && books.state.mark.closed === undefined) {
    say('There is nothing to add.');
    return { exit: refused.length === 0 ? EXIT.ok : EXIT.differences, json };
  }
  checkClosed(books);
  const files = new Set(found.tables.map(({ file }) => file));
  await applyImport(workbook, books, units, {
    now: () => nowOf(context, books),
    importer: importerOf(books),
    reason: describeFiles(found.folder, [...files]),
    progress,
  });
  const written = units.reduce((sum, unit) => sum + unit.rows.length, 0);
  say(`${written.toLocaleString('en-US')} rows are imported, and the registry is open again.`);
  return { exit: refused.length === 0 ? EXIT.ok : EXIT.differences, json: { ...json, written } };
}

async function restore(
  context: CommandContext,
  workbook: LiveWorkbook,
  file: string,
): Promise<CommandResult> {
  const { say, progress, isYes } = context;
  const parsed = parseBackup(readNamed(file).toString('utf8'), digest);
  if (!parsed.ok) throw new CommandRefused(parsed.problem);
  const books = await readBooks(context, workbook);
  // A backup of an earlier version may be half restored; set-up brings it up to date once it is whole.
  refuseUnless(books.schema <= SCHEMA_VERSION, books);
  const plan = planRestore(books, parsed.backup);
  if (!plan.ok) throw new CommandRefused(plan.problem);
  const entries = parsed.backup.journal.length;
  const left = plan.chunks.length - plan.done;
  const json = { entries, parts: plan.chunks.length, left, applied: isYes && left > 0 };
  say(
    `The backup has ${entries.toLocaleString('en-US')} entries of the journal, in ${plan.chunks.length} parts.`,
  );
  if (left === 0) {
    say('All of it is in the registry.');
    return { exit: EXIT.ok, json };
  }
  if (plan.done > 0) say(`${plan.done} parts are in the registry already; the restore goes on behind them.`);
  else say('It takes the place of what set-up has made: team, settings and the journal so far.');
  if (!isYes) {
    say('Nothing was changed. Run it again with --yes to restore.');
    return { exit: context.isDryRun ? EXIT.ok : EXIT.differences, json };
  }
  checkClosed(books);
  await applyRestore(workbook, books, plan, { progress });
  say(
    'The backup is restored, and the registry is open again. Choose Set up this registry once more in the sheet.',
  );
  return { exit: EXIT.ok, json };
}

function readBooks({ progress }: CommandContext, workbook: LiveWorkbook): Promise<LiveBooks> {
  return readLiveBooks(workbook, (done, all) => {
    if (done < all)
      progress(`${done.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} cells are read.`);
  });
}

/** Records of another version than this script's are left alone. */
function refuseUnless(isRight: boolean, { schema }: LiveBooks): void {
  const refused = isRight ? null : whyNotThisSchema(schema);
  if (refused !== null) throw new CommandRefused(refused);
}

/** Nobody else may write meanwhile: only the sheet itself can see to that, under its lock. */
function checkClosed({ state }: LiveBooks): void {
  if (state.mark.closed !== undefined) return;
  throw new CommandRefused(
    'The registry is open to everybody, so nothing was written. A programme head chooses Lead Registry > Administration > Begin an import… in the sheet; then run this again. It opens the registry when it is done.',
  );
}

/** The moment, which in a local Workspace is that of its clock; answers tell it to the second, so it may lag a little. */
function nowOf({ client }: CommandContext, { state }: LiveBooks): Instant {
  const now = toInstant(client.now());
  const since = state.mark.closed?.since ?? '';
  return since > now ? mintInstant(since) : now;
}

/** Who began the import in the sheet, where Google had said who it is; in a dry run the programme head. */
function importerOf({ state }: LiveBooks): Email {
  const [head] = heads(state.list('team').map(({ member }) => member));
  const importer = parseEmail(state.mark.closed?.by ?? '') ?? head;
  if (importer === undefined) throw new CommandRefused('The Team tab has no programme head.');
  return importer;
}

function describeFiles(folder: string, files: readonly string[]): string {
  const named = files.map((file) => {
    const hash = digest(readNamed(resolve(folder, file))).slice(0, 16);
    return `${file} (SHA-256 ${hash}…)`;
  });
  return `Imported from ${named.join(', ')}`;
}
