import type { Effect } from '../journal/journal-entry.ts';

/** Who closed the books for an import, when (a moment in UTC), and what is imported. */
export interface Closing {
  readonly by: string;
  readonly since: string;
  readonly what: string;
}

/** Whether the books are closed once these effects have come about; undefined where they are open. */
export function closingAfter(before: Closing | undefined, effects: readonly Effect[]): Closing | undefined {
  let closing = before;
  for (const effect of effects) {
    if (effect.do === 'close-books') closing = { by: effect.by, since: effect.since, what: effect.what };
    if (effect.do === 'open-books') closing = undefined;
  }
  return closing;
}
