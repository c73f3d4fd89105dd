import type { BooksMark } from './state.ts';

/** Idempotency keys that are remembered: far more than one person can have under way. */
const MOST_KEYS = 60;

/** The latest keys, those of these entries last; the journal says what was answered to each. */
export function rememberKeys(
  recent: BooksMark['recent'],
  entries: readonly { readonly key: string }[],
): BooksMark['recent'] {
  const keys = entries.flatMap(({ key }) => (key === '' ? [] : [key]));
  return [...recent, ...keys].slice(-MOST_KEYS);
}
