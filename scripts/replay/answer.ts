/** One thing that kept a step from being done. */
export interface AnsweredIssue {
  readonly code: string;
  readonly field?: string | undefined;
  readonly message: string;
}

/** What a step answers. Some commands add data of their own. */
export interface Answer {
  readonly ok: boolean;
  readonly id?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly code?: string | undefined;
  readonly issues?: readonly AnsweredIssue[] | undefined;
  readonly [data: string]: unknown;
}

/** A refusal with a single reason. */
export function refusal(code: string, message: string): Answer {
  return { ok: false, code, issues: [{ code, message }] };
}
