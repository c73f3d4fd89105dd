import { ActionRefused } from '../errors.ts';
import type { World } from '../execution/world.ts';
import { fireChange } from './change-structure.ts';
import { type EditResult, type PersonAt, refusalFor, tabOf } from './edit-cells.ts';

/** Renames a tab as a person; no trigger is promised for it. */
export function renameTabAs(world: World, at: PersonAt & { readonly name: string }): EditResult {
  const sheet = tabOf(world, at);
  if (at.name === '' || world.spreadsheet(at.spreadsheetId).sheets.some(({ name }) => name === at.name)) {
    throw new ActionRefused(`A tab cannot be named "${at.name}" here.`);
  }
  const refusal = refusalFor(world, at, sheet, null);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  sheet.name = at.name;
  return { applied: true, executions: [] };
}

/** Hides a tab as a person; the last one that is shown cannot be hidden. */
export function hideTabAs(world: World, at: PersonAt): EditResult {
  const sheet = tabOf(world, at);
  const shown = world.spreadsheet(at.spreadsheetId).sheets.filter(({ hidden }) => !hidden);
  if (shown.length === 1 && shown[0] === sheet) throw new ActionRefused('One tab stays to be seen.');
  const refusal = refusalFor(world, at, sheet, null);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  sheet.hidden = true;
  return { applied: true, executions: [] };
}

/** Deletes a tab as a person; the last one stays. */
export function deleteTabAs(world: World, at: PersonAt): EditResult {
  const sheet = tabOf(world, at);
  const spreadsheet = world.spreadsheet(at.spreadsheetId);
  if (spreadsheet.sheets.length === 1) throw new ActionRefused('The last tab stays.');
  const refusal = refusalFor(world, at, sheet, null);
  if (refusal !== undefined) return { applied: false, reason: refusal };
  spreadsheet.sheets = spreadsheet.sheets.filter((one) => one !== sheet);
  return fireChange(world, at, 'REMOVE_GRID');
}
