import type { GoogleClient } from '../client/google-client.ts';

export const FOLDER = 'application/vnd.google-apps.folder';

/** The note on a folder that says for which registry's snapshots it is; its value is the spreadsheet's id. */
export const SNAPSHOTS_OF = 'leadRegistrySnapshotsOf';

/** A folder in Drive. */
export interface Folder {
  readonly id: string;
  readonly name: string;
}

/** The folder for the snapshots of a registry, the oldest where there are several; undefined where there is none. */
export async function findSnapshotFolder(
  client: GoogleClient,
  spreadsheetId: string,
): Promise<Folder | undefined> {
  const { files = [] } = await client.read('the folder for snapshots', () =>
    client.drive.files.list({
      q: `properties has { key='${SNAPSHOTS_OF}' and value='${spreadsheetId}' } and mimeType = '${FOLDER}' and trashed = false`,
      orderBy: 'createdTime',
      pageSize: 1,
      fields: 'files(id,name)',
    }),
  );
  const [folder] = files;
  return folder === undefined ? undefined : { id: folder.id ?? '', name: folder.name ?? '' };
}
