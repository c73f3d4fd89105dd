import { ServiceError } from '../errors.ts';
import type { Execution } from '../execution/execution.ts';
import type { Wire, WireObject } from '../realm/wire.ts';
import { canEdit, grant, normalEmail, revoke } from '../store/access.ts';
import type { FileState } from '../world-state.ts';
import { type Define, SELF } from './define.ts';
import { userHandle } from './handles.ts';
import { handleOf, listOf, text } from './shapes.ts';
import { visibleFile } from './spreadsheet-access.ts';

type UserWire = { readonly $: 'User'; readonly email: string };
const user = handleOf<UserWire>('User');
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The file if the execution's user may share it. Source: apps-script/reference/drive/file. */
export function shareableFile(execution: Execution, id: string): FileState {
  const file = visibleFile(execution, id);
  const who = execution.start.effectiveUser;
  const mayShare = file.shareableByEditors && canEdit(execution.world.state, file, who);
  if (file.owner !== who && !mayShare) throw new ServiceError('Access denied: DriveApp.');
  return file;
}

function change(
  execution: Execution,
  id: string,
  emails: readonly string[],
  role: 'editor' | 'viewer',
  action: typeof grant,
): void {
  const bad = emails.find((email) => !ADDRESS.test(email));
  if (bad !== undefined) throw new ServiceError(`Invalid email: ${bad}`);
  const file = shareableFile(execution, id);
  for (const email of emails) action(file, normalEmail(email), role);
}

/**
 * Sharing as spreadsheets, forms, files and folders have it. It takes effect at once: sharing is not among
 * the writes that wait for a flush.
 */
export function defineSharing<H extends WireObject & { readonly id: string }>(define: Define<H>): void {
  for (const [role, noun] of [
    ['editor', 'Editor'],
    ['viewer', 'Viewer'],
  ] as const) {
    define('write', `add${noun}`, [text], (execution, on, email) => {
      change(execution, on.id, [email], role, grant);
      return SELF;
    });
    define('write', `add${noun}`, [user], (execution, on, who) => {
      change(execution, on.id, [who.email], role, grant);
      return SELF;
    });
    define('write', `add${noun}s`, [listOf(text)], (execution, on, emails) => {
      change(execution, on.id, emails, role, grant);
      return SELF;
    });
    define('write', `remove${noun}`, [text], (execution, on, email) => {
      change(execution, on.id, [email], role, revoke);
      return SELF;
    });
    define('write', `remove${noun}`, [user], (execution, on, who) => {
      change(execution, on.id, [who.email], role, revoke);
      return SELF;
    });
  }
  define('read', 'getEditors', [], (execution, on): Wire => {
    const file = visibleFile(execution, on.id);
    // A spreadsheet counts its owner among the editors, a file of Drive does not.
    const owner = on.$ === 'Spreadsheet' ? [file.owner] : [];
    return [...owner, ...file.editors].map(userHandle);
  });
  define('read', 'getViewers', [], (execution, on) => visibleFile(execution, on.id).viewers.map(userHandle));
}
