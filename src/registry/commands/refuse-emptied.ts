import type { RawInput } from './command-spec.ts';
import { namedIn } from './find-records.ts';
import type { Problems } from './problems.ts';

/** Whether a field was given, and given empty. */
export function isEmptied(raw: RawInput, field: string): boolean {
  return field in raw && namedIn(raw, field) === '';
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
