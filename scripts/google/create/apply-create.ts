import { randomUUID } from 'node:crypto';
import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem, type ProblemKind } from '../client/google-problem.ts';
import type { ProjectFile } from '../project/project-file.ts';
import { FOLDER, SNAPSHOTS_OF } from '../registry/find-snapshot-folder.ts';
import { CREATION, SPREADSHEET } from './find-parts.ts';
import type { CreateChange } from './plan-create.ts';

/** Failures after which nobody knows whether the request was carried out. */
const MAY_HAVE_BEEN_DONE: readonly ProblemKind[] = ['failing', 'unreachable', 'other'];

/** Where changes are made, and which parts are there so far. */
export interface CreateWork {
  readonly client: GoogleClient;
  readonly project: ProjectFile;
  readonly spreadsheetId: string | undefined;
}

/**
 * Makes one change and answers the id of the spreadsheet. What it is about to do is remembered first and what came of it
 * afterwards, so that a run that is cut off anywhere can be followed by another one without anything twice.
 */
export async function applyChange(work: CreateWork, change: CreateChange): Promise<string> {
  if (change.kind === 'make-spreadsheet') return makeSpreadsheet(work, change.title);
  const { client, spreadsheetId } = work;
  if (spreadsheetId === undefined) throw new Error('The spreadsheet comes first.');
  switch (change.kind) {
    case 'make-script':
      await makeScript(work, spreadsheetId, change.title);
      break;
    case 'make-folder':
      await client.change('the folder for snapshots', () =>
        client.drive.files.create({
          fields: 'id',
          requestBody: {
            name: change.title,
            mimeType: FOLDER,
            properties: { [SNAPSHOTS_OF]: spreadsheetId },
          },
        }),
      );
      break;
    case 'verify-addresses':
      await verifyAddresses(client, change);
      break;
    case 'publish-form':
      await publishForm(client, change);
  }
  return spreadsheetId;
}

async function makeSpreadsheet({ client, project }: CreateWork, title: string): Promise<string> {
  const creation = project.read().creation ?? randomUUID();
  project.remember({ creation });
  const { id } = await client.change('the new spreadsheet', () =>
    client.drive.files.create({
      fields: 'id',
      requestBody: { name: title, mimeType: SPREADSHEET, properties: { [CREATION]: creation } },
    }),
  );
  const spreadsheetId = id ?? '';
  project.remember({ spreadsheetId, creation: undefined });
  return spreadsheetId;
}

async function makeScript({ client, project }: CreateWork, parentId: string, title: string): Promise<void> {
  project.remember({ spreadsheetId: parentId, isScriptBegun: true });
  try {
    const { scriptId } = await client.change('the new script', () =>
      client.script.projects.create({ requestBody: { title, parentId } }),
    );
    project.remember({ scriptId: scriptId ?? undefined, isScriptBegun: false });
  } catch (error) {
    if (error instanceof GoogleProblem && !MAY_HAVE_BEEN_DONE.includes(error.kind)) {
      project.remember({ isScriptBegun: false });
    }
    throw error;
  }
}

type FormChange = { readonly formId: string; readonly title: string };

/** Set twice, it is the same. */
async function verifyAddresses(client: GoogleClient, { formId, title }: FormChange): Promise<void> {
  await client.read(`the form "${title}"`, () =>
    client.forms.forms.batchUpdate({
      formId,
      requestBody: {
        requests: [
          {
            updateSettings: {
              settings: { emailCollectionType: 'VERIFIED' },
              updateMask: 'emailCollectionType',
            },
          },
        ],
      },
    }),
  );
}

async function publishForm(client: GoogleClient, { formId, title }: FormChange): Promise<void> {
  await client.read(`the form "${title}"`, () =>
    client.forms.forms.setPublishSettings({
      formId,
      requestBody: {
        publishSettings: { publishState: { isPublished: true, isAcceptingResponses: true } },
      },
    }),
  );
}
