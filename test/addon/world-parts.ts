import type { SheetState } from '../../src/sandbox/store/sheet-state.ts';
import type { FormState, ScriptState, WorldState } from '../../src/sandbox/world-state.ts';
import type { Registry } from './open-registry.ts';

/** The handlers that one account's triggers call, in order of the alphabet. */
export const HANDLERS = [
  ...['whenChanged', 'whenClockStrikes', 'whenClockStrikes', 'whenClockStrikes', 'whenClockStrikes'],
  ...['whenEdited', 'whenFormSubmitted'],
];

/** The tab of that name in the one spreadsheet that has it. */
export function sheetOf(world: WorldState, name: string): SheetState {
  const [spreadsheet] = Object.values(world.spreadsheets);
  const sheet = spreadsheet?.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
}

/** The form of that title. */
export function formOf(world: WorldState, title: string): FormState {
  const form = Object.values(world.forms).find((one) => one.title === title);
  if (!form) throw new Error(`no form ${title}`);
  return form;
}

/** The only script. */
export function scriptOf(world: WorldState): ScriptState {
  const [script] = Object.values(world.scripts);
  if (!script) throw new Error('no script');
  return script;
}

/** The handlers that a person’s triggers call, in order of the alphabet. */
export function handlersOf(registry: Registry, person: string): readonly string[] {
  const { triggers } = scriptOf(registry.workspace.toJSON());
  return triggers
    .filter(({ creator }) => creator === person)
    .map(({ handler }) => handler)
    .sort();
}
