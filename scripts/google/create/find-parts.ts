import type { GoogleClient } from '../client/google-client.ts';
import { CommandRefused } from '../commands/command.ts';
import type { Remembered } from '../project/project-file.ts';
import { belongsElsewhere } from '../registry/belongs-elsewhere.ts';
import { type Folder, findSnapshotFolder } from '../registry/find-snapshot-folder.ts';
import { type FormStanding, readForm } from '../registry/read-form.ts';
import { SETTINGS_COLUMNS, toSettings } from '../registry/read-settings.ts';
import { type LiveMeta, openLiveWorkbook } from '../workbook/live-workbook.ts';
import { readTabRows } from '../workbook/tab-rows.ts';

/** The note on the spreadsheet that `create` makes. */
export const CREATION = 'leadRegistryCreation';
export const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

/** What there is of a registry at Google. */
export interface FoundParts {
  /** Who has signed in, and will own what is made. */
  readonly person: string;
  readonly spreadsheet: LiveMeta | undefined;
  readonly scriptId: string | undefined;
  readonly folder: Folder | undefined;
  /** The forms that set-up has made; undefined where it has not run, or before the sheet named them. */
  readonly forms: readonly FormStanding[] | undefined;
}

/** Which parts are named by whoever runs the command, or remembered from earlier. */
export interface NamedParts extends Remembered {
  /** Whether a script is to be made although one may have been made already. */
  readonly wantsNewScript: boolean;
}

/** Looks for the parts before any is made. Throws a CommandRefused where it cannot be told, or where parts don't fit. */
export async function findParts(client: GoogleClient, named: NamedParts): Promise<FoundParts> {
  const { user } = await client.read('your account', () =>
    client.drive.about.get({ fields: 'user(emailAddress)' }),
  );
  const id = named.spreadsheetId ?? (await findCreated(client, named.creation));
  const person = user?.emailAddress ?? '';
  if (id === undefined) {
    return { person, spreadsheet: undefined, scriptId: undefined, folder: undefined, forms: undefined };
  }
  const book = openLiveWorkbook(client, id);
  const spreadsheet = await book.meta();
  const { Settings: rows } = await readTabRows(book, spreadsheet.tabs, SETTINGS_COLUMNS);
  return {
    person,
    spreadsheet,
    scriptId: await findScript(client, id, named),
    folder: await findSnapshotFolder(client, id),
    forms: await readForms(client, toSettings(rows)?.forms.map((form) => form.id) ?? []),
  };
}

/** The spreadsheet of a run that was cut off before it could remember more than the note that it was to have. */
async function findCreated(client: GoogleClient, creation: string | undefined): Promise<string | undefined> {
  if (creation === undefined) return undefined;
  const { files = [] } = await client.read('your files', () =>
    client.drive.files.list({
      q: `properties has { key='${CREATION}' and value='${creation}' } and trashed = false`,
      pageSize: 1,
      fields: 'files(id)',
    }),
  );
  return files[0]?.id ?? undefined;
}

/** Drive lists no script that belongs to a file: one that is not remembered cannot be looked for. */
async function findScript(
  client: GoogleClient,
  spreadsheetId: string,
  { scriptId, isScriptBegun, wantsNewScript }: NamedParts,
): Promise<string | undefined> {
  if (scriptId === undefined) {
    if (!isScriptBegun || wantsNewScript) return undefined;
    throw new CommandRefused(
      'An earlier run began to make the script and never heard from Google whether it was made. Open the sheet and choose Extensions > Apps Script: the project that opens is the script, made then or at that moment. Copy the script ID from its Project settings and run this again with --script ID. To have another one made, pass --new-script.',
    );
  }
  const project = await client.read(`the script ${scriptId}`, () => client.script.projects.get({ scriptId }));
  if (!belongsElsewhere(project, spreadsheetId)) return scriptId;
  throw new CommandRefused(
    `The script ${scriptId} does not belong to the spreadsheet ${spreadsheetId}. Copy the ID of the script that Extensions > Apps Script opens in that sheet, and pass it with --script ID.`,
  );
}

async function readForms(
  client: GoogleClient,
  ids: readonly (string | undefined)[],
): Promise<readonly FormStanding[] | undefined> {
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 0) return undefined;
  return Promise.all(known.map((id) => readForm(client, id)));
}
