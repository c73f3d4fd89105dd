import { schemaOfBooks } from '../../../src/registry/migrations/schema-version.ts';
import { JOURNAL_TAB, STATE_TAB, TAB_ORDER, TABS } from '../../../src/registry/schema/schema.ts';
import { findSnapshotFolder } from '../registry/find-snapshot-folder.ts';
import { readMark } from '../registry/read-mark.ts';
import { type RegistrySettings, SETTINGS_COLUMNS, toSettings } from '../registry/read-settings.ts';
import { lookAtForms } from '../status/look-at-forms.ts';
import { lookAtScript } from '../status/look-at-script.ts';
import {
  lookAtImport,
  lookAtOutbox,
  lookAtRecords,
  lookAtSelfCheck,
  lookAtTabs,
  lookAtTriggers,
} from '../status/look-at-workbook.ts';
import { type StatusLine, toDo, well } from '../status/status-line.ts';
import { type LiveMeta, type LiveWorkbook, openLiveWorkbook } from '../workbook/live-workbook.ts';
import { readHeaders, readTabRows } from '../workbook/tab-rows.ts';
import { type Command, type CommandContext, EXIT } from './command.ts';

const COLUMNS = {
  ...SETTINGS_COLUMNS,
  Team: ['Person', 'Active'],
  Outbox: ['State', 'Queued at', 'Tried again at'],
} as const;

/** What exists, and what is left to do. */
export const status: Command = {
  name: 'status',
  summary: 'says how spreadsheet, script, forms, triggers and mail stand, and what is left to do',
  options: {
    script: { type: 'string', value: 'ID', help: 'the script; without it the one that create remembers' },
  },
  areas: [
    'spreadsheets.readonly',
    'script.projects.readonly',
    'forms.body.readonly',
    'drive.metadata.readonly',
  ],
  run: async (context) => {
    const lines = await look(context);
    for (const { what, isOk, says } of lines) context.say(`${isOk ? 'ok   ' : 'to do'}  ${what}: ${says}`);
    return { exit: lines.every(({ isOk }) => isOk) ? EXIT.ok : EXIT.differences, json: { lines } };
  },
};

async function look(context: CommandContext): Promise<readonly StatusLine[]> {
  const { client, project, options, workshop } = context;
  const spreadsheetId = await context.spreadsheetId();
  const book = openLiveWorkbook(client, spreadsheetId);
  const meta = await book.meta();
  const scriptId = typeof options.script === 'string' ? options.script : project.read().scriptId;
  const script = await lookAtScript({ client, scriptId, spreadsheetId, workshop });
  const { Settings, Team, Outbox } = await readTabRows(book, meta.tabs, COLUMNS);
  const settings = toSettings(Settings);
  const mark = await readMark(book, meta);
  const now = client.now();
  return [
    well('Spreadsheet', `${meta.title}, ${meta.url}, ${meta.timeZone}, ${meta.locale}`),
    lookAtTabs(meta, await readOwnHeaders(book, meta)),
    ...(mark === undefined ? [] : [lookAtRecords(schemaOfBooks(mark, []))]),
    ...(mark?.closed === undefined ? [] : [lookAtImport(mark.closed, settings?.timeZone ?? meta.timeZone)]),
    ...script.lines,
    ...(settings === undefined
      ? []
      : [
          lookAtZones(meta, script.timeZone, settings),
          ...(await lookAtForms(client, spreadsheetId, settings.forms)),
          lookAtTriggers(settings, Team),
          lookAtSelfCheck(settings, now),
          lookAtOutbox(Outbox, meta.timeZone, now),
        ]),
    await lookAtFolder(client, spreadsheetId),
  ];
}

/** The header rows of the registry's tabs that are there. */
async function readOwnHeaders(
  book: LiveWorkbook,
  { tabs }: LiveMeta,
): Promise<(tab: string) => readonly string[]> {
  const names = [...TAB_ORDER.map((kind) => TABS[kind].name), JOURNAL_TAB.name, STATE_TAB.name];
  const there = tabs.filter(({ title }) => names.includes(title));
  const headers = await readHeaders(book, there);
  return (name) => headers[there.findIndex(({ title }) => title === name)] ?? [];
}

function lookAtZones(
  { timeZone: sheet, locale }: LiveMeta,
  script: string | undefined,
  { timeZone: programme }: RegistrySettings,
): StatusLine {
  const what = 'Time zone';
  const problems = [
    ...(sheet === programme
      ? []
      : [
          `the spreadsheet is in ${sheet}: choose Lead Registry > Administration > Set up this registry, which puts it right.`,
        ]),
    ...(script === undefined || script === programme
      ? []
      : [`the script is in ${script}: run npm run google -- push, which puts it right.`]),
    ...(locale === 'en_US' ? [] : [`the spreadsheet’s locale is ${locale}: set-up makes it United States.`]),
  ];
  if (problems.length === 0) return well(what, `${programme} in spreadsheet, script and Settings`);
  return toDo(what, `The programme is in ${programme}, but ${problems.join(' And ')}`);
}

async function lookAtFolder(client: CommandContext['client'], spreadsheetId: string): Promise<StatusLine> {
  const what = 'Snapshot folder';
  const folder = await findSnapshotFolder(client, spreadsheetId);
  return folder === undefined
    ? toDo(what, 'There is none. Run npm run google -- create.')
    : well(what, `${folder.name}, https://drive.google.com/drive/folders/${folder.id}`);
}
