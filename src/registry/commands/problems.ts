import { type Issue, type IssueCode, type Result, sortIssues } from '../../core/result.ts';

const STATE_CODES: readonly IssueCode[] = ['illegal-state', 'frozen', 'already-paid', 'on-hold'];

/** Collects every problem of a command, so that people hear of all of them at once. */
export class Problems {
  readonly #issues: Issue[] = [];

  add(code: IssueCode, field: string, message: string): void {
    this.#add({ code, field, message });
  }

  addAll(issues: readonly Issue[]): void {
    for (const issue of issues) this.#add(issue);
  }

  /** What is seen before and while the command is decided is said once; of a record's state one problem a field. */
  #add(issue: Issue): void {
    const { code, field, message } = issue;
    const isKnown = this.#issues.some(
      (known) =>
        known.code === code &&
        known.field === field &&
        (known.message === message || STATE_CODES.includes(code)),
    );
    if (!isKnown) this.#issues.push(issue);
  }

  /** The value of a result, or null with its issues collected. */
  take<T>(result: Result<T>): T | null {
    if (result.ok) return result.value;
    this.addAll(result.issues);
    return null;
  }

  get any(): boolean {
    return this.#issues.length > 0;
  }

  /** All problems, in the order in which they decide the code of the answer. */
  get sorted(): readonly Issue[] {
    return sortIssues(this.#issues);
  }
}
