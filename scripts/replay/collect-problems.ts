import type * as v from 'valibot';
import type { Problem } from './scenario.ts';

/** valibot's issues as problems with their places: `steps[2]` and the path `with.lead` make `steps[2].with.lead`. */
export function collectProblems(issues: readonly v.BaseIssue<unknown>[], place: string): Problem[] {
  return issues.map((issue) => ({ place: placeOf(issue, place), message: describe(issue) }));
}

function placeOf(issue: v.BaseIssue<unknown>, place: string): string {
  return (issue.path ?? []).reduce((place, item) => joinPlace(place, item.key), place);
}

/** One step further down: `steps` and 2 make `steps[2]`; a key that is no plain word is quoted. */
export function joinPlace(place: string, key: unknown): string {
  if (typeof key === 'number') return `${place}[${key}]`;
  const text = String(key);
  if (!/^[A-Za-z_]\w*$/.test(text)) return `${place}[${JSON.stringify(text)}]`;
  return place === '' ? text : `${place}.${text}`;
}

function describe(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'is not known here';
    if (issue.received === 'undefined') return 'is missing';
    return 'must be an object';
  }
  if (issue.type === 'picklist' && typeof issue.input === 'string')
    return `${JSON.stringify(issue.input)} ${issue.message}`;
  return issue.message;
}
