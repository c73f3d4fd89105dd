import type { GoogleClient } from '../client/google-client.ts';
import type { PushedFile } from './pushed-files.ts';

/** Replaces all files of a script through the Apps Script API, as clasp does; the local Workspace has no other way. */
export async function pushThroughApi(
  client: GoogleClient,
  scriptId: string,
  files: readonly PushedFile[],
): Promise<void> {
  // Sent twice, it is the same push.
  await client.read(`the push to the script ${scriptId}`, () =>
    client.script.projects.updateContent({ scriptId, requestBody: { files: [...files] } }),
  );
}
