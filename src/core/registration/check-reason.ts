import type { ReasonCode } from '../model/registration.ts';
import type { Issue } from '../result.ts';

/** `required` where the reason is `other` and no note says what it is. Programme rules, section 2.6. */
export function checkReason(reason: ReasonCode, note: string): readonly Issue[] {
  if (reason !== 'other' || note.trim() !== '') return [];
  return [{ code: 'required', field: 'note', message: 'The reason "other" needs a note that says why.' }];
}
