import type { World } from './world.ts';

/** A file that the registry made for others. */
export interface SharedFile {
  readonly name: string;
  /** Who may look at it, without its owner. */
  readonly viewers: readonly string[];
  /** The displayed text of each tab, row by row. */
  readonly tabs: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** All spreadsheets but the registry; its forms are no spreadsheets. */
export function readFiles(world: World): readonly SharedFile[] {
  const { workspace, spreadsheetId } = world;
  return workspace
    .files()
    .filter((file) => file.kind === 'spreadsheet' && file.id !== spreadsheetId && !file.trashed)
    .map((file) => ({
      name: file.name,
      viewers: file.viewers.filter((viewer) => viewer !== file.owner),
      tabs: Object.fromEntries(
        workspace.tabNames(file.id).map((tab) => [tab, workspace.displayTable(file.id, tab)]),
      ),
    }));
}
