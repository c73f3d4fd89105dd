import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { WireObject } from '../realm/wire.ts';
import { newFile } from '../store/create-files.ts';
import type { FileState } from '../world-state.ts';
import { type Define, defineClass, defineService, mergeMethods, SELF } from './define.ts';
import { type FileHandle, type FolderHandle, fileShape, folderShape, userHandle } from './handles.ts';
import { flag, text } from './shapes.ts';
import { defineSharing } from './sharing.ts';
import { editableFile, visibleFile } from './spreadsheet-access.ts';

function get(execution: Execution, id: string): FileState {
  const file = execution.world.state.files[id];
  if (file === undefined) {
    throw new ServiceError(
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    );
  }
  return visibleFile(execution, id);
}

/** The id of a person's root folder, which exists without being made. */
function rootOf(execution: Execution): FolderHandle {
  return { $: 'Folder', id: `root:${execution.start.effectiveUser}` };
}

const app = defineService('DriveApp', (define) => {
  define('read', 'getFileById', [text], (execution, _on, id) => {
    const file = get(execution, id);
    if (file.kind === 'folder') throw new ServiceError('No item with the given ID could be found.');
    return { $: 'File', id };
  });
  define('read', 'getFolderById', [text], (execution, _on, id) => {
    if (get(execution, id).kind !== 'folder')
      throw new ServiceError('No item with the given ID could be found.');
    return { $: 'Folder', id };
  });
  define('free', 'getRootFolder', [], (execution) => rootOf(execution));
  define('write', 'createFolder', [text], (execution, _on, name) => {
    return {
      $: 'Folder',
      id: newFile(execution.world, 'folder', name, execution.start.effectiveUser, execution.now).id,
    };
  });
});

function onlyOwner(execution: Execution, id: string): FileState {
  const file = get(execution, id);
  if (file.owner !== execution.start.effectiveUser) throw new ServiceError('Access denied: DriveApp.');
  return file;
}

function defineCommon<H extends WireObject & { readonly id: string }>(define: Define<H>): void {
  define('free', 'getId', [], (_x, on) => on.id);
  define('read', 'getName', [], (x, on) => get(x, on.id).name);
  define('write', 'setName', [text], (x, on, name) => {
    editableFile(x, on.id).name = name;
    return SELF;
  });
  define('read', 'getOwner', [], (x, on) => userHandle(get(x, on.id).owner));
  define('read', 'isTrashed', [], (x, on) => get(x, on.id).trashed);
  define('write', 'setTrashed', [flag], (x, on, trashed) => {
    onlyOwner(x, on.id).trashed = trashed;
    return SELF;
  });
  define('write', 'setShareableByEditors', [flag], (x, on, shareable) => {
    editableFile(x, on.id).shareableByEditors = shareable;
    return SELF;
  });
  define('read', 'isShareableByEditors', [], (x, on) => get(x, on.id).shareableByEditors);
  define('read', 'getDescription', [], (x, on) => get(x, on.id).description || null);
  define('write', 'setDescription', [text], (x, on, description) => {
    editableFile(x, on.id).description = description;
    return SELF;
  });
  define('read', 'getDateCreated', [], (x, on) => ({ $: 'Date', ms: get(x, on.id).createdAt }));
  define('write', 'moveTo', [folderShape], (x, on, folder) => {
    const file = editableFile(x, on.id);
    file.parent = folder.id.startsWith('root:') ? null : editableFile(x, folder.id).id;
    return SELF;
  });
  defineSharing(define);
}

const file = defineClass<FileHandle>('File', fileShape, (define) => {
  defineCommon(define);
  define('read', 'getUrl', [], (x, on) => {
    const kind = get(x, on.id).kind === 'form' ? 'forms' : 'spreadsheets';
    return `https://docs.google.com/${kind}/d/${on.id}/edit`;
  });
});

const folder = defineClass<FolderHandle>('Folder', folderShape, (define) => {
  defineCommon(define);
  define('read', 'getUrl', [], (_x, on) => `https://drive.google.com/drive/folders/${on.id}`);
  define('write', 'createFolder', [text], (x, on, name) => {
    const made = newFile(x.world, 'folder', name, x.start.effectiveUser, x.now);
    made.parent = on.id.startsWith('root:') ? null : editableFile(x, on.id).id;
    return { $: 'Folder', id: made.id };
  });
});

/** DriveApp: files, folders and their sharing, which takes effect at once. Source: apps-script/reference/drive. */
export const driveMethods = mergeMethods([app, file, folder]);
