import * as v from 'valibot';
import { canView, normalEmail } from '../../store/access.ts';
import type { WorldState } from '../../world-state.ts';
import type { Person } from '../live-workspace.ts';
import { reading } from './define-route.ts';

/** What a page needs to know before anything else. */
export interface Places {
  readonly title: string;
  readonly people: readonly Person[];
  /** The time zone in which times are shown. */
  readonly timeZone: string;
  /** The spreadsheet with the script that the viewer opens first; null when they may open none. */
  readonly home: { readonly id: string; readonly name: string } | null;
}

/** The time zone of the bound script, which is the project's. */
export function projectZone(state: WorldState): string {
  return Object.values(state.scripts)[0]?.manifest.timeZone ?? 'UTC';
}

/** What a page needs to know first. */
export const places = reading(v.object({}), ({ live, title, people }, _input, { viewer }): Places => {
  const known = people();
  return live.workspace.read((state) => {
    const container = Object.values(state.scripts)[0]?.containerId ?? '';
    const file = state.files[container];
    const mayOpen = file !== undefined && !file.trashed && canView(state, file, normalEmail(viewer));
    return {
      title,
      people: known,
      timeZone: projectZone(state),
      home: mayOpen ? { id: file.id, name: file.name } : null,
    };
  });
});
