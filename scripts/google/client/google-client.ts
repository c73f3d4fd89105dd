import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { headerOf } from './header-of.ts';
import { type RetryHabits, withRetries } from './with-retries.ts';

/** Whoever can put a token on a request. */
export type GoogleAuthorisation = NonNullable<sheets_v4.Options['auth']>;

/** Google's APIs for one person. */
export interface GoogleClient {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
  /**
   * Sends a call that may be sent again without harm, waiting and trying again where Google asks for it. `about` names
   * what it is for in what people are told. Throws GoogleProblem.
   */
  readonly read: <T>(about: string, call: () => Promise<{ readonly data: T }>) => Promise<T>;
  /** The same for a call that must not be carried out twice: tried again only where Google said that it was not. */
  readonly change: <T>(about: string, call: () => Promise<{ readonly data: T }>) => Promise<T>;
  /** The time that the latest answer told, to the second: Google's, not this machine's. Null before the first. */
  readonly serverTime: () => Date | null;
}

/** How a client is made. */
export interface ClientOptions extends RetryHabits {
  readonly auth: GoogleAuthorisation;
  /** Where the APIs are instead of at Google: the address of a local Workspace, with a slash at its end. */
  readonly rootUrl?: string;
}

/** The client of a person who has signed in. */
export function makeGoogleClient({ auth, rootUrl, ...habits }: ClientOptions): GoogleClient {
  const common = { auth, retry: false, ...(rootUrl === undefined ? {} : { rootUrl }) };
  let toldAt: Date | null = null;
  const noted =
    <T>(call: () => Promise<Answered<T>>) =>
    async (): Promise<Answered<T>> => {
      const answer = await call();
      toldAt = dateOf(answer.headers) ?? toldAt;
      return answer;
    };
  return {
    sheets: sheets({ version: 'v4', ...common }),
    drive: drive({ version: 'v3', ...common }),
    read: (about, call) => withRetries(about, noted(call), { ...habits, isRepeatable: true }),
    change: (about, call) => withRetries(about, noted(call), { ...habits, isRepeatable: false }),
    serverTime: () => toldAt,
  };
}

/** What the library answers, as far as it is read here. */
interface Answered<T> {
  readonly data: T;
  readonly headers?: unknown;
}

function dateOf(headers: unknown): Date | null {
  const text = headerOf(headers, 'date');
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms);
}
