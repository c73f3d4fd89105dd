import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { GoogleClient } from '../client/google-client.ts';
import type { Grant } from './plan-access.ts';

/** A file in Drive with who opens it. */
export interface SharedFile {
  readonly parents: readonly string[];
  readonly grants: readonly Grant[];
}

const PERMISSION = 'id,emailAddress,role,type';

/** Asks who opens a file and in which folder it lies. Throws GoogleProblem, also where whoever asks may not share it. */
export async function readSharedFile(
  client: GoogleClient,
  fileId: string,
  name: string,
): Promise<SharedFile> {
  const file = await client.read(name, () =>
    client.drive.files.get({
      fileId,
      supportsAllDrives: true,
      fields: `parents,permissions(${PERMISSION})`,
    }),
  );
  // In a shared drive, and to whoever may not share the file, Drive does not name them there.
  const permissions = file.permissions ?? (await listPermissions(client, fileId, name));
  return {
    parents: file.parents ?? [],
    grants: permissions.map(({ id, emailAddress, role, type }) => ({
      id: id ?? '',
      email: emailAddress ?? '',
      role: role ?? '',
      type: type ?? '',
    })),
  };
}

async function listPermissions(
  client: GoogleClient,
  fileId: string,
  name: string,
): Promise<readonly drive_v3.Schema$Permission[]> {
  const all: drive_v3.Schema$Permission[] = [];
  let pageToken: string | undefined;
  do {
    const { permissions = [], nextPageToken } = await client.read(`the sharing of ${name}`, () =>
      client.drive.permissions.list({
        fileId,
        pageSize: 100,
        supportsAllDrives: true,
        fields: `nextPageToken,permissions(${PERMISSION})`,
        ...(pageToken === undefined ? {} : { pageToken }),
      }),
    );
    all.push(...permissions);
    pageToken = nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return all;
}
