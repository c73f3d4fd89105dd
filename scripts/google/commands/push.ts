import { SCHEMA_VERSION } from '../../../src/registry/migrations/migrations.ts';
import { buildOrRefuse } from '../push/build-or-refuse.ts';
import {
  assembleFiles,
  compareFiles,
  digestFiles,
  type FileChange,
  type PushedFile,
  readContent,
} from '../push/pushed-files.ts';
import { findTriggerNews, type TriggerNews } from '../push/trigger-news.ts';
import { readSchema } from '../registry/read-mark.ts';
import { SETTINGS_COLUMNS, toSettings } from '../registry/read-settings.ts';
import { openLiveWorkbook } from '../workbook/live-workbook.ts';
import { readTabRows } from '../workbook/tab-rows.ts';
import { type Command, type CommandContext, CommandRefused, type CommandResult, EXIT } from './command.ts';

const MOST_PATHS_SHOWN = 10;

/** The built add-on into the registry's script. */
export const push: Command = {
  name: 'push',
  summary:
    'builds the add-on, lists how the script differs from it, runs all checks and pushes it with clasp',
  options: {
    script: { type: 'string', value: 'ID', help: 'the script; without it the one in .clasp.json' },
    'allow-dirty': { type: 'boolean', help: 'pushes although files differ from what is committed' },
    'skip-checks': { type: 'boolean', help: 'pushes without types, lint and tests, which take minutes' },
    remove: { type: 'boolean', help: 'removes files from the script that this build does not have' },
  },
  areas: ['spreadsheets.readonly', 'script.projects'],
  run: async (context) => {
    refuseDirty(context);
    const { client, workshop, say, isYes, project, options } = context;
    const scriptId = findScriptId(options.script, project.read().scriptId, project.name);
    const bundle = await buildOrRefuse(workshop);
    const { timeZone = String(bundle.manifest.timeZone), schema = SCHEMA_VERSION } =
      await readRegistry(context);
    refuseOlder(schema);
    const files = assembleFiles(bundle, timeZone);
    const remote = await readRemote(client, scriptId);
    const changes = compareFiles(files, remote);
    const news = findTriggerNews(files, remote);
    const json = { scriptId, timeZone, digest: digestFiles(files), changes, triggers: news, applied: isYes };
    for (const change of changes) say(describe(change));
    if (changes.length === 0) {
      say(`The script ${scriptId} is this build (${digestFiles(files)}) already. Nothing is to be pushed.`);
      return { exit: EXIT.ok, json };
    }
    for (const line of [...describeNews(news), ...describeMigration(schema)]) say(line);
    if (!isYes) {
      say('Nothing was pushed. Run it again with --yes: it runs all checks first, then pushes.');
      return { exit: EXIT.differences, json };
    }
    refuseRemoval(changes, options.remove === true);
    await checkAll(context, files, timeZone);
    return pushAll(context, scriptId, files, json);
  },
};

function refuseDirty({ workshop, options, say }: CommandContext): void {
  const paths = workshop.listUncommitted();
  if (paths === null) {
    say(
      'note    This is no git checkout, so nobody can tell later which sources were pushed but by their release.',
    );
    return;
  }
  if (paths.length === 0 || options['allow-dirty'] === true) return;
  const shown = paths.slice(0, MOST_PATHS_SHOWN).map((path) => `  ${path}`);
  const rest = paths.length - shown.length;
  throw new CommandRefused(
    `Nothing was pushed, for these files differ from what is committed:\n${shown.join('\n')}${rest > 0 ? `\n  and ${rest} more` : ''}\nCommit or put them back first, so that it is known what runs; or pass --allow-dirty.`,
  );
}

function findScriptId(
  wanted: string | boolean | undefined,
  remembered: string | undefined,
  file: string,
): string {
  const id = typeof wanted === 'string' ? wanted : remembered;
  if (id !== undefined) return id;
  throw new CommandRefused(
    `It is not known which script is meant: ${file} names none (scriptId). Run npm run google -- create first, or pass --script ID, which the script’s Project settings show.`,
    EXIT.badUse,
  );
}

/** What the sheet says of the programme's time zone and the version of its records; nothing before it is set up. */
interface PushedTo {
  readonly timeZone?: string;
  readonly schema?: number;
}

async function readRegistry({ client, project, options }: CommandContext): Promise<PushedTo> {
  const id = typeof options.spreadsheet === 'string' ? options.spreadsheet : project.read().spreadsheetId;
  if (id === undefined) return {};
  const book = openLiveWorkbook(client, id);
  const meta = await book.meta();
  const { Settings: rows } = await readTabRows(book, meta.tabs, SETTINGS_COLUMNS);
  const timeZone = toSettings(rows)?.timeZone;
  const schema = await readSchema(book, meta);
  return { ...(timeZone === undefined ? {} : { timeZone }), ...(schema === undefined ? {} : { schema }) };
}

/** An older script would write nothing into newer records, so that the registry would stand still. */
function refuseOlder(schema: number): void {
  if (schema <= SCHEMA_VERSION) return;
  throw new CommandRefused(
    `Nothing was pushed: the registry's records are of version ${schema}, and this checkout knows them up to version ${SCHEMA_VERSION}. Take the newer release.`,
  );
}

async function readRemote(
  client: CommandContext['client'],
  scriptId: string,
): Promise<readonly PushedFile[]> {
  return readContent(
    await client.read(`the script ${scriptId}`, () => client.script.projects.getContent({ scriptId })),
  );
}

function describe({ kind, name }: FileChange): string {
  const what = {
    add: 'which is not there yet',
    replace: 'which differs',
    remove: 'which this build does not have',
  };
  return `${kind.padEnd(8)}${name}, ${what[kind]}`;
}

function describeNews({ running, added, gone }: TriggerNews): readonly string[] {
  return [
    ...(running.length === 0
      ? []
      : [`live    The triggers run the new code at once: ${running.join(', ')}.`]),
    ...(added.length === 0
      ? []
      : [
          `note    Triggers are still to be made for ${added.join(', ')}: choose Lead Registry > Administration > Set up this registry after the push.`,
        ]),
    ...(gone.length === 0
      ? []
      : [
          `note    ${gone.join(', ')} will be gone: triggers that call it fail until Set up this registry has run.`,
        ]),
  ];
}

function describeMigration(schema: number): readonly string[] {
  if (schema === SCHEMA_VERSION) return [];
  return [
    `note    The records are of version ${schema}, the script will be of version ${SCHEMA_VERSION}: nobody can write to the registry until a programme head has chosen Set up this registry, which makes a backup first.`,
  ];
}

function refuseRemoval(changes: readonly FileChange[], isAllowed: boolean): void {
  const removed = changes.filter(({ kind }) => kind === 'remove').map(({ name }) => name);
  if (removed.length === 0 || isAllowed) return;
  throw new CommandRefused(
    `Nothing was pushed: ${removed.join(', ')} would be removed from the script. Save what somebody may have written there, then pass --remove.`,
  );
}

async function checkAll(
  { workshop, options, progress }: CommandContext,
  files: readonly PushedFile[],
  timeZone: string,
): Promise<void> {
  if (options['skip-checks'] === true) return;
  progress('Running all checks, which takes minutes …');
  if (!workshop.check()) {
    throw new CommandRefused(
      'Nothing was pushed, for checks failed; they stand above. Or pass --skip-checks.',
    );
  }
  const after = assembleFiles(await buildOrRefuse(workshop), timeZone);
  if (digestFiles(after) === digestFiles(files)) return;
  throw new CommandRefused(
    'Nothing was pushed, for the sources changed while they were checked. Run it again.',
  );
}

/** What is there afterwards is read back, for a push that was cut off may have come through or not. */
async function pushAll(
  { client, push: send, say, progress }: CommandContext,
  scriptId: string,
  files: readonly PushedFile[],
  json: object,
): Promise<CommandResult> {
  progress(`Pushing ${files.length} files …`);
  await send(scriptId, files);
  const left = compareFiles(files, await readRemote(client, scriptId));
  if (left.length > 0) {
    throw new CommandRefused(
      `The push came to its end, and still differ: ${left.map(({ name }) => name).join(', ')}. Somebody may have pushed at the same time; run it again.`,
    );
  }
  say(
    `${files.length} files are pushed (${digestFiles(files)}). Whoever has the sheet open reloads it to see the new menu.`,
  );
  return { exit: EXIT.ok, json };
}
