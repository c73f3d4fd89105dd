import { isBlank } from '../../core/text/clean-text.ts';
import type { RawInput } from './command-spec.ts';
import type { Problems } from './problems.ts';
import { readGivenAnswer } from './read-given.ts';

/** Whether a field was given, and given without anything to see in it. */
export function isEmptied(raw: RawInput, field: string): boolean {
  const text = field in raw ? readGivenAnswer(raw[field]) : null;
  return text !== null && isBlank(text);
}

/** Adds `required` for each of these fields that is given but empty: one left out stays as it is, none goes. */
export function refuseEmptied(
  raw: RawInput,
  labels: { readonly [field: string]: string },
  problems: Problems,
): void {
  for (const [field, label] of Object.entries(labels)) {
    if (isEmptied(raw, field)) problems.add('required', field, `${label} is required and cannot be emptied.`);
  }
}
