import type { BooksMark } from './state.ts';

/** Idempotency keys that are remembered: far more than one person can have under way. */
const MOST_KEYS = 60;

/** What the mark's own row in `_state` holds of them, with room for what JSON escapes. */
const MOST_CHARACTERS = 60_000;
const MOST_CHARACTERS_OF_ONE = 20_000;
const MOST_ISSUES = 20;

/**
 * The remembered answers with another one, the oldest dropped where they are too many or too long together. Of a long
 * answer only the gist is remembered: whoever sends the same click again learns whether it was done, and of a refusal
 * the first twenty problems.
 */
export function rememberAnswer(
  recent: BooksMark['recent'],
  key: string,
  answer: string,
): BooksMark['recent'] {
  if (key === '') return recent;
  const all = [...recent, [key, shortenAnswer(answer)] as const].slice(-MOST_KEYS);
  let characters = all.reduce((sum, [known, text]) => sum + known.length + text.length, 0);
  return all.filter(([known, text]) => {
    const fits = characters <= MOST_CHARACTERS;
    characters -= known.length + text.length;
    return fits;
  });
}

function shortenAnswer(answer: string): string {
  if (answer.length <= MOST_CHARACTERS_OF_ONE) return answer;
  const {
    ids: _ids,
    value: _value,
    issues,
    ...gist
  } = JSON.parse(answer) as {
    readonly ids?: unknown;
    readonly value?: unknown;
    readonly issues?: readonly unknown[];
  };
  return JSON.stringify(issues === undefined ? gist : { ...gist, issues: issues.slice(0, MOST_ISSUES) });
}
