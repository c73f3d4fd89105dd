import type { GoogleClient } from '../client/google-client.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { findSnapshotFolder } from '../registry/find-snapshot-folder.ts';
import { type AccessChange, type FileAccess, planAccess } from './plan-access.ts';
import { readSharedFile, type SharedFile } from './read-file.ts';
import type { AccessRegistry } from './read-registry.ts';

/** A snapshot that lies elsewhere than in the folder for snapshots. */
export interface Move {
  readonly kind: 'move';
  readonly fileId: string;
  readonly file: string;
  readonly from: readonly string[];
  readonly folderId: string;
}

/** Everything that is to be done about the registry's files, and what is told and left alone. */
export interface WholePlan {
  readonly changes: readonly (AccessChange | Move)[];
  readonly notes: readonly string[];
  /** How many files whoever asks could not look at. */
  readonly unchecked: number;
}

const FILES_A_NEWS = 25;

/** Looks at the sharing of every file of the registry. `progress` is told from time to time how far that is. */
export async function gatherAccess(
  client: GoogleClient,
  spreadsheetId: string,
  { people, forms, snapshots }: AccessRegistry,
  progress: (line: string) => void,
): Promise<WholePlan> {
  const folder = await findSnapshotFolder(client, spreadsheetId);
  const active = people.team.filter(({ isActive }) => isActive);
  const emails = (team: typeof active) => team.map(({ person }) => person);
  const heads = emails(active.filter(({ isHead }) => isHead));
  const parts: readonly Omit<FileAccess, 'grants'>[] = [
    { id: spreadsheetId, part: 'workbook', name: 'the workbook', wanted: emails(active) },
    ...forms.flatMap(({ id, title }) =>
      id === undefined ? [] : [{ id, part: 'form' as const, name: `the form "${title}"`, wanted: heads }],
    ),
    ...(folder === undefined
      ? []
      : [{ id: folder.id, part: 'folder' as const, name: `the folder "${folder.name}"`, wanted: [] }]),
    ...snapshots.map(({ fileId, name, contacts }) => {
      return { id: fileId, part: 'snapshot' as const, name, wanted: contacts };
    }),
  ];
  const changes: (AccessChange | Move)[] = [];
  const notes: string[] = [];
  let unchecked = 0;
  for (const [i, part] of parts.entries()) {
    const shared = await readUnlessClosed(client, part, notes);
    if (i > 0 && i % FILES_A_NEWS === 0) progress(`${i} of ${parts.length} files are looked at.`);
    if (shared === undefined) {
      unchecked += 1;
      continue;
    }
    const plan = planAccess({ ...part, grants: shared.grants }, people);
    changes.push(...plan.changes);
    notes.push(...plan.notes);
    if (part.part === 'snapshot' && folder !== undefined && !shared.parents.includes(folder.id)) {
      const { id: fileId, name: file } = part;
      changes.push({ kind: 'move', fileId, file, from: shared.parents, folderId: folder.id });
    }
  }
  if (folder === undefined)
    notes.push('There is no folder for snapshots: npm run google -- create makes one.');
  return { changes, notes, unchecked };
}

/** A file of somebody else's cannot be looked at; without the workbook itself there is nothing to do. */
async function readUnlessClosed(
  client: GoogleClient,
  { id, part, name }: Omit<FileAccess, 'grants'>,
  notes: string[],
): Promise<SharedFile | undefined> {
  try {
    return await readSharedFile(client, id, name);
  } catch (error) {
    const isClosed = error instanceof GoogleProblem && (error.kind === 'denied' || error.kind === 'missing');
    if (part === 'workbook' || !isClosed) throw error;
    notes.push(`${error.shortly} It was not checked; run this as the account that the triggers run as.`);
    return undefined;
  }
}
