import { applyChange } from '../create/apply-create.ts';
import { type FoundParts, findParts, type NamedParts } from '../create/find-parts.ts';
import {
  type CreateChange,
  describeChange,
  describeKept,
  listNextSteps,
  planCreate,
} from '../create/plan-create.ts';
import { type Command, type CommandContext, type CommandResult, EXIT } from './command.ts';

const USUAL_TITLE = 'Lead registry';

/** The registry's spreadsheet, its script and the folder for snapshots; once they are there, what its forms need. */
export const create: Command = {
  name: 'create',
  summary:
    'makes the spreadsheet, its script and a folder for snapshots, whichever is missing; run again after set-up in the sheet, it has both forms take verified addresses and publishes them',
  options: {
    title: {
      type: 'string',
      value: 'TEXT',
      help: `what a new spreadsheet is called; without it "${USUAL_TITLE}"`,
    },
    script: { type: 'string', value: 'ID', help: 'the script of that spreadsheet, where it has one already' },
    'new-script': {
      type: 'boolean',
      help: 'makes the script although an earlier run may have made one that it never heard of',
    },
  },
  areas: ['drive.file', 'spreadsheets.readonly', 'script.projects', 'forms.body'],
  run: async (context) => {
    const named = readNamed(context);
    const found = await findParts(context.client, named);
    const { options, say, isYes, project } = context;
    const changes = planCreate(found, typeof options.title === 'string' ? options.title : USUAL_TITLE);
    say(
      `Signed in as ${found.person}, who will own what is made: best a role account that nobody leaves with.`,
    );
    for (const line of [...describeKept(found), ...changes.map(describeChange)]) say(line);
    if (changes.length > 0 && !isYes) {
      say('Nothing was changed. Run it again with --yes to apply this.');
      return answer(context, found, changes, EXIT.differences);
    }
    if (isYes) {
      const { scriptId, spreadsheetId } = named;
      project.remember({
        ...(spreadsheetId === undefined ? {} : { spreadsheetId }),
        ...(scriptId === undefined ? {} : { scriptId, isScriptBegun: false }),
      });
      await applyAll(context, found, changes);
    }
    if (changes.length === 0) say('Nothing is to be changed.');
    const { spreadsheetId = '' } = project.read();
    const url = found.spreadsheet?.url ?? `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`;
    for (const line of listNextSteps(found.forms !== undefined, url)) say(line);
    return answer(context, found, changes, EXIT.ok);
  },
};

function readNamed({ options, project }: CommandContext): NamedParts {
  const remembered = project.read();
  return {
    ...remembered,
    spreadsheetId: typeof options.spreadsheet === 'string' ? options.spreadsheet : remembered.spreadsheetId,
    scriptId: typeof options.script === 'string' ? options.script : remembered.scriptId,
    wantsNewScript: options['new-script'] === true,
  };
}

async function applyAll(
  { client, project, progress }: CommandContext,
  found: FoundParts,
  changes: readonly CreateChange[],
): Promise<void> {
  let spreadsheetId = found.spreadsheet?.id;
  if (spreadsheetId !== undefined) project.remember({ spreadsheetId, creation: undefined });
  for (const [i, change] of changes.entries()) {
    spreadsheetId = await applyChange({ client, project, spreadsheetId }, change);
    progress(`${i + 1} of ${changes.length} done: ${describeChange(change).replace(/ +/g, ' ')}`);
  }
}

function answer(
  { project, isYes }: CommandContext,
  found: FoundParts,
  changes: readonly CreateChange[],
  exit: CommandResult['exit'],
): CommandResult {
  const { spreadsheetId, scriptId } = isYes
    ? project.read()
    : { spreadsheetId: found.spreadsheet?.id, scriptId: found.scriptId };
  return {
    exit,
    json: {
      account: found.person,
      changes,
      applied: isYes,
      spreadsheetId: spreadsheetId ?? null,
      scriptId: scriptId ?? null,
      forms: found.forms ?? null,
    },
  };
}
