import { type Issue, type IssueCode, type Result, sortIssues } from '../../core/result.ts';

/** Collects every problem of a command, so that people hear of all of them at once. */
export class Problems {
  readonly #issues: Issue[] = [];

  add(code: IssueCode, field: string, message: string): void {
    this.#issues.push({ code, field, message });
  }

  addAll(issues: readonly Issue[]): void {
    this.#issues.push(...issues);
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
