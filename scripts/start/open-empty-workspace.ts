import type { Person } from '../../src/sandbox/server/live-workspace.ts';
import { Workspace } from '../../src/sandbox/workspace.ts';
import type { WorldState } from '../../src/sandbox/world-state.ts';
import { type Bundle, filesOf } from '../replay/open-world.ts';

/** Who owns the sheet before anybody has joined the programme. */
export const OWNER: Person = { email: 'head@one.example', name: 'Head', role: 'Programme head' };

/** A Workspace with an empty sheet and the add-on pushed into it, as after `clasp push`: set-up comes next. */
export function openEmptyWorkspace(bundle: Bundle, now: number): WorldState {
  const timeZone = String(bundle.manifest.timeZone);
  const workspace = new Workspace({ now, domain: 'one.example' });
  const spreadsheetId = workspace.createSpreadsheet({ name: 'Lead registry', owner: OWNER.email, timeZone });
  workspace.bindScript({ spreadsheetId, ...scriptOf(bundle, timeZone) });
  return workspace.toJSON();
}

/** The add-on as it is pushed into a project of that time zone. */
export function scriptOf(bundle: Bundle, timeZone: string) {
  return {
    manifest: { ...bundle.manifest, timeZone },
    files: filesOf(bundle),
  };
}
