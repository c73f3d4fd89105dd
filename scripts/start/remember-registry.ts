import type { WorldState } from '../../src/sandbox/world-state.ts';
import type { ProjectFile } from '../google/project/project-file.ts';

/**
 * Remembers for `npm run google -- … --local` which spreadsheet and script of a Workspace are the registry's: those that are
 * remembered already, as long as that script is there, or the first.
 */
export function rememberRegistry({ scripts }: WorldState, project: ProjectFile): void {
  const { scriptId } = project.read();
  if (scriptId !== undefined && scripts[scriptId] !== undefined) return;
  const [first] = Object.values(scripts);
  if (first === undefined) return;
  project.remember({
    scriptId: first.id,
    spreadsheetId: first.containerId,
    creation: undefined,
    isScriptBegun: false,
  });
}
