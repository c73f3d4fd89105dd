import type { World } from '../execution/world.ts';
import { canEdit, canView } from '../store/access.ts';
import type { SpreadsheetState } from '../store/sheet-state.ts';
import type { FileState } from '../world-state.ts';
import type { CheckedRequest } from './check-request.ts';
import { RestError } from './rest-error.ts';

/** Carries a method out for a person; answers the whole resource, of which the mask leaves what was asked for. */
export type RestMethod = (world: World, person: string, request: CheckedRequest) => unknown;

/** A file that the person may see; a file that they may not is not found. */
export function visibleFile(world: World, person: string, id: string): FileState {
  const file = world.file(id);
  if (file === undefined || !canView(world.state, file, person)) {
    throw new RestError(404, `File not found: ${id}.`);
  }
  return file;
}

/** A spreadsheet that the person may see, or edit. Unlike Drive, Sheets tells a forbidden one from a missing one. */
export function spreadsheetFor(
  world: World,
  person: string,
  id: string,
  right: 'view' | 'edit',
): { readonly file: FileState; readonly spreadsheet: SpreadsheetState } {
  const file = world.file(id);
  const spreadsheet = world.state.spreadsheets[id];
  if (file === undefined || spreadsheet === undefined) {
    throw new RestError(404, 'Requested entity was not found.');
  }
  const may = right === 'view' ? canView : canEdit;
  if (!may(world.state, file, person)) throw new RestError(403, 'The caller does not have permission');
  return { file, spreadsheet };
}
