import { createHash } from 'node:crypto';
import type { World } from '../execution/world.ts';
import { canEdit, canView, grant, normalEmail, revoke } from '../store/access.ts';
import type { FileState } from '../world-state.ts';
import { MIME_TYPES, parseQuery } from './drive-query.ts';
import { type RestMethod, visibleFile } from './method.ts';
import { RestError } from './rest-error.ts';

/** Says who asks. Google wants to be told which fields. */
export const getAbout: RestMethod = (_world, person, request) => {
  if (request.text('fields') === undefined) {
    throw new RestError(400, "The 'fields' parameter is required for this method.");
  }
  return { kind: 'drive#about', user: { kind: 'drive#user', emailAddress: person } };
};

/** Says what a file is. */
export const getFile: RestMethod = (world, person, request) =>
  describeFile(world, person, visibleFile(world, person, request.text('fileId') ?? ''));

/** Lists the files that the person sees, a page at a time. */
export const listFiles: RestMethod = (world, person, request) => {
  const isWanted = parseQuery(request.text('q') ?? '');
  const files = Object.values(world.state.files).filter(
    (file) =>
      canView(world.state, file, person) &&
      (!request.isForOwnFiles || file.isMadeThroughApi === true) &&
      isWanted(file),
  );
  const ordered = inOrder(files, request.text('orderBy'));
  const from = Number(request.text('pageToken') ?? 0);
  const size = Number(request.text('pageSize') ?? 100);
  const next = from + size;
  return {
    kind: 'drive#fileList',
    incompleteSearch: false,
    files: ordered.slice(from, next).map((file) => describeFile(world, person, file)),
    ...(next < ordered.length ? { nextPageToken: String(next) } : {}),
  };
};

function inOrder(files: readonly FileState[], orderBy: string | undefined): readonly FileState[] {
  const compare: Readonly<Record<string, (a: FileState, b: FileState) => number>> = {
    createdTime: (a, b) => a.createdAt - b.createdAt,
    'createdTime desc': (a, b) => b.createdAt - a.createdAt,
    name: (a, b) => a.name.localeCompare(b.name),
  };
  if (orderBy === undefined) return files;
  const how = compare[orderBy];
  if (how === undefined) throw new RestError(400, 'Invalid Value');
  return [...files].sort(how);
}

/** The resource of a file. Who may open it is told to those alone who may share it. */
export function describeFile(world: World, person: string, file: FileState): unknown {
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: MIME_TYPES[file.kind],
    description: file.description,
    trashed: file.trashed,
    createdTime: new Date(file.createdAt).toISOString(),
    owners: [{ kind: 'drive#user', emailAddress: file.owner }],
    writersCanShare: file.shareableByEditors,
    ...(file.parent === null ? {} : { parents: [file.parent] }),
    ...(file.properties === undefined ? {} : { properties: file.properties }),
    ...(mayShare(world, file, person) ? { permissions: permissionsOf(file) } : {}),
  };
}

function permissionsOf(file: FileState) {
  const of = (role: string) => (email: string) => ({
    kind: 'drive#permission',
    id: permissionId(email),
    type: 'user',
    emailAddress: email,
    role,
  });
  return [of('owner')(file.owner), ...file.editors.map(of('writer')), ...file.viewers.map(of('reader'))];
}

function permissionId(email: string): string {
  return BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 15)}`)
    .toString()
    .padStart(20, '0');
}

/** Says who may open a file. Whoever may only look at it is not told. */
export const listPermissions: RestMethod = (world, person, request) => {
  const file = visibleFile(world, person, request.text('fileId') ?? '');
  if (!canEdit(world.state, file, person))
    throw new RestError(403, 'The user does not have sufficient permissions for this file.');
  return { kind: 'drive#permissionList', permissions: permissionsOf(file) };
};

/** Shares a file with a person. */
export const createPermission: RestMethod = (world, person, request) => {
  const file = visibleFile(world, person, request.text('fileId') ?? '');
  const { type, role, emailAddress } = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
  checkMayShare(world, file, person);
  if (type !== 'user' || emailAddress === undefined || (role !== 'writer' && role !== 'reader')) {
    throw new RestError(400, 'The local Workspace shares with persons, as writers or readers.');
  }
  grant(file, emailAddress, role === 'writer' ? 'editor' : 'viewer');
  return permissionsOf(file).find((one) => one.emailAddress === normalEmail(emailAddress));
};

/** Takes a person's access to a file away. */
export const deletePermission: RestMethod = (world, person, request) => {
  const file = visibleFile(world, person, request.text('fileId') ?? '');
  checkMayShare(world, file, person);
  const id = request.text('permissionId') ?? '';
  const found = permissionsOf(file).find((one) => one.id === id);
  if (found === undefined) throw new RestError(404, `Permission not found: ${id}.`);
  if (found.role === 'owner') throw new RestError(403, 'The owner of a file cannot be removed.');
  revoke(file, found.emailAddress, found.role === 'writer' ? 'editor' : 'viewer');
  return undefined;
};

function checkMayShare(world: World, file: FileState, person: string): void {
  if (mayShare(world, file, person)) return;
  throw new RestError(403, 'The user does not have sufficient permissions for this file.');
}

function mayShare(world: World, file: FileState, person: string): boolean {
  return file.owner === person || (file.shareableByEditors && canEdit(world.state, file, person));
}
