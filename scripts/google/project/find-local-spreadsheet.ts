import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { CommandRefused } from '../commands/command.ts';

const SHEET = 'application/vnd.google-apps.spreadsheet';

/**
 * The registry's sheet in the local Workspace: the remembered one or, where that Workspace has begun anew since, the first
 * file, for the sheet is there before any file that the registry makes.
 */
export async function findLocalSpreadsheet(
  client: GoogleClient,
  remembered: string | undefined,
): Promise<string> {
  if (remembered !== undefined && (await isThere(client, remembered))) return remembered;
  const { files = [] } = await client.read('the local Workspace', () =>
    client.drive.files.list({
      q: `mimeType = '${SHEET}' and trashed = false`,
      orderBy: 'createdTime',
      pageSize: 1,
    }),
  );
  const id = files[0]?.id;
  if (typeof id === 'string') return id;
  throw new CommandRefused('There is no spreadsheet in the local Workspace. Begin one with npm start.');
}

async function isThere(client: GoogleClient, fileId: string): Promise<boolean> {
  try {
    await client.read('the local Workspace', () => client.drive.files.get({ fileId, fields: 'id' }));
    return true;
  } catch (error) {
    if (error instanceof GoogleProblem && error.kind === 'missing') return false;
    throw error;
  }
}
