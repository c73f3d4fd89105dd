import { RestError } from './rest-error.ts';

/** Requests a minute that an API lets a project and each of its people send. */
export interface Allowance {
  readonly project: number;
  readonly person: number;
}

/** Of the Sheets API, reads and writes apart. Source: workspace/sheets/api/limits. */
export const SHEETS_ALLOWANCE: Allowance = { project: 300, person: 60 };

const MINUTE_MS = 60_000;

/** Counts requests by the minute. */
export class Quota {
  readonly #allowance: Allowance;
  readonly #clock: () => number;
  readonly #used = new Map<string, { minute: number; count: number }>();

  constructor(allowance: Allowance, clock: () => number) {
    this.#allowance = allowance;
    this.#clock = clock;
  }

  /** Takes one request of that kind, or throws as the API answers it when there is none left. */
  take(kind: 'Read' | 'Write', person: string): void {
    const own = this.#counter(`${kind} ${person}`);
    const all = this.#counter(kind);
    const isOwn = own.count >= this.#allowance.person;
    if (isOwn || all.count >= this.#allowance.project) {
      const limit = `${kind} requests per minute${isOwn ? ' per user' : ''}`;
      throw new RestError(
        429,
        `Quota exceeded for quota metric '${kind} requests' and limit '${limit}' of service 'sheets.googleapis.com'.`,
      );
    }
    own.count += 1;
    all.count += 1;
  }

  #counter(key: string): { count: number } {
    const minute = Math.floor(this.#clock() / MINUTE_MS);
    const known = this.#used.get(key);
    if (known?.minute === minute) return known;
    const fresh = { minute, count: 0 };
    this.#used.set(key, fresh);
    return fresh;
  }
}
