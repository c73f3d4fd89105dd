import * as v from 'valibot';
import { canEdit, canView, normalEmail } from '../../store/access.ts';
import type { FileState, WorldState } from '../../world-state.ts';
import { reading } from './define-route.ts';

/** A file that the viewer may open. */
export interface ListedFile {
  readonly id: string;
  readonly kind: FileState['kind'];
  readonly name: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly mayEdit: boolean;
  readonly createdAt: number;
  /** The folder in which it lies, where the viewer may see that. */
  readonly folder: string | null;
  /** Whether a script is bound to it. */
  readonly hasScript: boolean;
  /** For forms: whether they can be filled in. */
  readonly isPublished: boolean;
}

function listFile(state: WorldState, file: FileState, viewer: string): ListedFile {
  const { id, kind, name, owner, editors, viewers, createdAt } = file;
  const parent = file.parent === null ? undefined : state.files[file.parent];
  return {
    id,
    kind,
    name,
    owner,
    editors,
    viewers,
    mayEdit: canEdit(state, file, viewer),
    createdAt,
    folder: parent !== undefined && canView(state, parent, viewer) ? parent.name : null,
    hasScript: Object.values(state.scripts).some(({ containerId }) => containerId === id),
    isPublished: state.forms[id]?.published ?? false,
  };
}

/** The files that the viewer may see, newest first. */
export const listFiles = reading(v.object({}), ({ live }, _input, { viewer }): readonly ListedFile[] =>
  live.workspace.read((state) =>
    Object.values(state.files)
      .filter((file) => !file.trashed && canView(state, file, normalEmail(viewer)))
      .map((file) => listFile(state, file, normalEmail(viewer)))
      .sort((a, b) => b.createdAt - a.createdAt),
  ),
);
