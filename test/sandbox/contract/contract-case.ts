import { describe, expect, test } from 'vitest';
import { makeBench } from '../make-workspace.ts';

/**
 * One behaviour of the platform: a bound script whose `run` shows it, and what comes of it. Dates in the
 * answer are their ISO strings, so scripts turn them into text themselves. The same cases could be played
 * in a real spreadsheet.
 */
export interface ContractCase {
  /** The behaviour, as a sentence. */
  readonly name: string;
  /** Where it is documented: a path below Google's documentation, or `public threads`. */
  readonly source: string;
  /** The body of `function run() { … }`, with `ss` the active spreadsheet and `sheet` its first tab. */
  readonly body: string;
  /** Further top-level code of the script. */
  readonly also?: string;
  /** What `run` returns. */
  readonly returns?: unknown;
  /** What `run` throws, wholly or in part. */
  readonly throws?: string | RegExp;
}

/** Plays each case in a Workspace of its own. */
export function playCases(title: string, cases: readonly ContractCase[]): void {
  describe(title, () => {
    for (const one of cases) {
      test(`${one.name} [${one.source}]`, () => {
        const source = `${one.also ?? ''}
          function run() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getSheets()[0]; ${one.body} }`;
        const result = makeBench(source).run('run');
        if (one.throws !== undefined) {
          expect(result.error?.message).toMatch(one.throws);
          expect(result.status).toBe('failed');
        } else {
          expect(result.error).toBeNull();
          expect(result.value).toEqual(one.returns);
        }
      });
    }
  });
}
