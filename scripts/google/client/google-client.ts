import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { forms, type forms_v1 } from 'googleapis/build/src/apis/forms/index.js';
import { script, type script_v1 } from 'googleapis/build/src/apis/script/index.js';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { headerOf } from './header-of.ts';
import { type Answered, type RetryHabits, withRetries } from './with-retries.ts';

/** Whoever can put a token on a request. */
export type GoogleAuthorisation = NonNullable<sheets_v4.Options['auth']>;

/** Google's APIs for one person. */
export interface GoogleClient {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
  readonly script: script_v1.Script;
  readonly forms: forms_v1.Forms;
  /**
   * Sends a call that may be sent again without harm, waiting and trying again where Google asks for it. `about` names
   * what it is for in what people are told. Throws GoogleProblem.
   */
  readonly read: <T>(about: string, call: () => Promise<Answered<T>>) => Promise<T>;
  /** The same for a call that must not be carried out twice: tried again only where Google said that it was not. */
  readonly change: <T>(about: string, call: () => Promise<Answered<T>>) => Promise<T>;
  /** The time by the clock of whoever answered last, in milliseconds since 1970 UTC; this machine's before that. */
  readonly now: () => number;
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
  let lead = 0;
  const watching =
    <T>(call: () => Promise<Answered<T>>) =>
    async () => {
      const answer = await call();
      lead = leadOf(answer) ?? lead;
      return answer;
    };
  return {
    sheets: sheets({ version: 'v4', ...common }),
    drive: drive({ version: 'v3', ...common }),
    script: script({ version: 'v1', ...common }),
    forms: forms({ version: 'v1', ...common }),
    read: (about, call) => withRetries(about, watching(call), { ...habits, isRepeatable: true }),
    change: (about, call) => withRetries(about, watching(call), { ...habits, isRepeatable: false }),
    now: () => Date.now() + lead,
  };
}

/** By how many milliseconds the clock of whoever answered is ahead of this machine's; the local Workspace has its own time. */
function leadOf({ headers }: Answered<unknown>): number | undefined {
  const at = Date.parse(headerOf(headers, 'date') ?? '');
  return Number.isFinite(at) ? at - Date.now() : undefined;
}
