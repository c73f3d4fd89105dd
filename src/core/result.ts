/** What a person did wrong, as data: the sentence is for people, the code for programs. */
export interface Issue {
  readonly code: IssueCode;
  /** The field of the command that the problem is about, where there is one. */
  readonly field?: string;
  /** What is wrong, where, and what to do next. */
  readonly message: string;
}

/**
 * Codes of refusal in the order in which they decide `code` of an answer: existence, fields, state, conflicts.
 * A missing right (`not-allowed`) is answered alone.
 */
export const ISSUE_CODES = [
  'not-allowed',
  'not-found',
  'required',
  'invalid',
  'illegal-state',
  'frozen',
  'already-paid',
  'on-hold',
  'duplicate-reference',
  'held',
  'own',
  'pending',
  'engaged',
  'possible',
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

/** Either a value or every problem found; never both, never an exception for what a person typed. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse<T = never>(...issues: readonly Issue[]): Result<T> {
  return { ok: false, issues };
}

/** The same issues, those that come first in the order of `ISSUE_CODES` first; otherwise as found. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => ISSUE_CODES.indexOf(a.code) - ISSUE_CODES.indexOf(b.code));
}
