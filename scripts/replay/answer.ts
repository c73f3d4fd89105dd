/** One thing that kept a step from being done. */
export interface AnsweredIssue {
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}

/** What a step answers. Commands may add data of their own under `value`. */
export interface Answer {
  readonly ok: boolean;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly value?: unknown;
  readonly code?: string;
  readonly issues?: readonly AnsweredIssue[];
}

/** A refusal with a single reason. */
export function refusal(code: string, message: string, field?: string): Answer {
  return { ok: false, code, issues: [{ code, ...(field === undefined ? {} : { field }), message }] };
}
