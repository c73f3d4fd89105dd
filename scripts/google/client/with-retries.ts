import { setTimeout as pause } from 'node:timers/promises';
import { type GoogleProblem, toGoogleProblem } from './google-problem.ts';

/** An answer of Google's, as far as it is read here. */
export interface Answered<T> {
  readonly data: T;
  readonly headers?: unknown;
}

/** How waiting goes; tests bring their own. */
export interface RetryHabits {
  /** Told before each wait, in a sentence. */
  readonly say?: (sentence: string) => void;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** A number from 0 to 1. */
  readonly chance?: () => number;
}

const MOST_TRIES = 7;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 64_000;

/**
 * Makes a call, and makes it again after a while where Google is busy: exponential back-off with jitter, or as long as
 * Google asks for. A call that is not repeatable is made again only if it surely was not carried out.
 */
export async function withRetries<T>(
  about: string,
  call: () => Promise<Answered<T>>,
  { say, wait = pause, chance = Math.random, isRepeatable }: RetryHabits & { readonly isRepeatable: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await call()).data;
    } catch (error) {
      const problem = toGoogleProblem(error, about);
      if (attempt === MOST_TRIES || !isWorthAnother(problem, isRepeatable)) throw problem;
      const ms = waitBefore(attempt, problem.retryAfterMs, chance());
      say?.(`${problem.shortly} Trying again in ${Math.ceil(ms / 1000)} s.`);
      await wait(ms);
    }
  }
}

/** Nothing was carried out where Google refused for lack of quota; anything else that fails may have been. */
function isWorthAnother({ kind }: GoogleProblem, isRepeatable: boolean): boolean {
  return kind === 'busy' || (isRepeatable && (kind === 'failing' || kind === 'unreachable'));
}

function waitBefore(attempt: number, retryAfterMs: number | null, chance: number): number {
  const backOff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return (retryAfterMs ?? backOff) + chance * FIRST_WAIT_MS;
}
