import type { ValidationRule } from '../../store/sheet-state.ts';

/** The text that makes a cell what was picked in it: an item of a list, or 1 and 0 for the states of a checkbox. */
export function pickedText(checkbox: ValidationRule | undefined, value: unknown): string {
  if (checkbox === undefined) return String(value ?? '');
  const [ticked = true, unticked = false] = checkbox.values;
  const state = Number(value) === 1 ? ticked : unticked;
  return typeof state === 'boolean' ? String(state).toUpperCase() : String(state);
}
