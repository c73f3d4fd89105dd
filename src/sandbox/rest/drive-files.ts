import type { World } from '../execution/world.ts';
import { canEdit } from '../store/access.ts';
import { createSpreadsheet, newFile } from '../store/create-files.ts';
import type { FileState } from '../world-state.ts';
import { describeFile } from './drive.ts';
import { MIME_TYPES } from './drive-query.ts';
import { type RestMethod, visibleFile } from './method.ts';
import { RestError } from './rest-error.ts';

/** What a request says of a file, as far as the local Workspace keeps it. */
interface FileBody {
  readonly name?: string;
  readonly mimeType?: string;
  readonly description?: string;
  readonly trashed?: boolean;
  readonly writersCanShare?: boolean;
  readonly parents?: readonly string[];
  readonly properties?: Readonly<Record<string, string | null>>;
}

const KEPT = ['name', 'mimeType', 'description', 'trashed', 'writersCanShare', 'parents', 'properties'];

/** Makes an empty spreadsheet or folder of the person. Source: workspace/drive/api/reference/rest/v3/files/create. */
export const createFile: RestMethod = (world, person, request) => {
  const body = readBody(request.body);
  const { name = 'Untitled', mimeType = '', parents = [] } = body;
  if (parents.length > 1) throw new RestError(400, 'A file cannot have multiple parents.');
  const [parent] = parents.map((id) => editableFolder(world, person, id));
  const file = makeFile(world, person, name, mimeType);
  world.state.files[file.id] = { ...file, isMadeThroughApi: true, parent: parent?.id ?? null };
  const made = visibleFile(world, person, file.id);
  change(made, body);
  return describeFile(world, person, made);
};

/** Changes a file's name, notes or place. Source: workspace/drive/api/reference/rest/v3/files/update. */
export const updateFile: RestMethod = (world, person, request) => {
  const file = visibleFile(world, person, request.text('fileId') ?? '');
  const body = readBody(request.body);
  if (!canEdit(world.state, file, person) || (body.trashed !== undefined && file.owner !== person)) {
    throw new RestError(403, 'The user does not have sufficient permissions for this file.');
  }
  if (body.parents !== undefined || body.mimeType !== undefined) {
    throw new RestError(403, 'The resource body includes fields which are not directly writable.');
  }
  const added = listOf(request.text('addParents')).map((id) => editableFolder(world, person, id));
  const removed = listOf(request.text('removeParents'));
  if (added.length > 1) throw new RestError(400, 'A file cannot have multiple parents.');
  const [folder] = added;
  if (folder !== undefined) file.parent = folder.id;
  else if (file.parent !== null && removed.includes(file.parent)) file.parent = null;
  change(file, body);
  return describeFile(world, person, file);
};

function readBody(body: unknown): FileBody {
  const given = (body ?? {}) as FileBody;
  const strange = Object.keys(given).find((key) => !KEPT.includes(key));
  if (strange !== undefined)
    throw new RestError(400, `The local Workspace does not keep ${strange} of a file.`);
  return given;
}

function makeFile(world: World, owner: string, name: string, mimeType: string): FileState {
  const at = world.state.now;
  if (mimeType === MIME_TYPES.folder) return newFile(world, 'folder', name, owner, at);
  if (mimeType !== MIME_TYPES.spreadsheet) {
    throw new RestError(400, `The local Workspace makes spreadsheets and folders here, not ${mimeType}.`);
  }
  const id = createSpreadsheet(world, { name, owner, at, timeZone: 'Etc/GMT' });
  return world.state.files[id] as FileState;
}

/** A property that is set to null goes. */
function change(
  file: FileState,
  { name, description, trashed, writersCanShare, properties }: FileBody,
): void {
  if (name !== undefined) file.name = name;
  if (description !== undefined) file.description = description;
  if (trashed !== undefined) file.trashed = trashed;
  if (writersCanShare !== undefined) file.shareableByEditors = writersCanShare;
  if (properties === undefined) return;
  const merged = Object.entries({ ...file.properties, ...properties });
  file.properties = Object.fromEntries(
    merged.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function editableFolder(world: World, person: string, id: string): FileState {
  const folder = visibleFile(world, person, id);
  if (folder.kind !== 'folder') throw new RestError(403, 'The specified parent is not a folder.');
  if (!canEdit(world.state, folder, person))
    throw new RestError(403, 'Insufficient permissions for the specified parent.');
  return folder;
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',');
}
