import { headerOf } from './header-of.ts';

/** What kind of failure it is. */
export type ProblemKind =
  | 'bad request'
  | 'signed out'
  | 'denied'
  | 'missing'
  | 'busy'
  | 'failing'
  | 'unreachable'
  | 'not there'
  | 'other';

/** A call to Google came to nothing. The message is for people; it never holds a token. */
export class GoogleProblem extends Error {
  override readonly name = 'GoogleProblem';
  readonly kind: ProblemKind;
  /** The sentence without what to do next. */
  readonly shortly: string;
  /** How long Google asks to wait; null where it says nothing. */
  readonly retryAfterMs: number | null;

  constructor(kind: ProblemKind, shortly: string, next: string, retryAfterMs: number | null = null) {
    super(`${shortly} ${next}`);
    this.kind = kind;
    this.shortly = shortly;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What gaxios throws, as far as it is read here. */
interface HttpFailure {
  readonly status?: unknown;
  readonly code?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly data?: unknown };
}

const NEXT: Readonly<Record<ProblemKind, string>> = {
  'bad request': 'This is a mistake of this programme; please report it with the sentence above.',
  'signed out':
    'Sign in again: pass --credentials client_secret.json; where you pass --default-credentials, run gcloud auth application-default login.',
  denied:
    'Sign in as somebody who may, or ask the owner for access; docs/going-live.md says who needs which.',
  missing: 'Check the id, and that you have signed in as somebody who may see it.',
  busy: 'Wait a few minutes and run the command again; it goes on where it was.',
  failing: 'Wait a few minutes and run the command again; nothing is done twice.',
  unreachable: 'Check the connection, then run the command again; nothing is done twice.',
  'not there': 'Check the connection and the proxy; for the local Workspace, begin it with npm start.',
  other: 'Run the command again; if it fails again, report it with the sentence above.',
};

/** Any error of a call as a problem for people. `about` names what the call was for. */
export function toGoogleProblem(error: unknown, about: string): GoogleProblem {
  if (error instanceof GoogleProblem) return error;
  const { status, code, response } = (error ?? {}) as HttpFailure;
  const number = Number(response?.status ?? status);
  const said = reasonOf(response?.data);
  if (said.text === 'invalid_client' || said.text === 'unauthorized_client') {
    return new GoogleProblem(
      'signed out',
      'Google does not know the OAuth client of this sign-in, or not with this secret.',
      'Download its file anew from the Google Cloud console, Credentials, and pass it with --credentials.',
    );
  }
  if (said.text === 'invalid_grant') return problem('signed out', 'The sign-in is no longer valid.');
  if (Number.isInteger(number) && number >= 400)
    return ofStatus(number, said, about, waitOf(response?.headers));
  if (causeOf(error, code) === 'ECONNREFUSED') {
    return problem('not there', `Nothing answers at the address of ${about}.`);
  }
  if (typeof code === 'string' || isFetchFailure(error)) {
    return problem('unreachable', `Google could not be reached, or the connection broke, at ${about}.`);
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/refresh token|credentials/i.test(message)) return problem('signed out', 'The sign-in has run out.');
  return problem('other', `Something went wrong at ${about}: ${message}`);
}

function ofStatus(
  status: number,
  { text, reason }: Said,
  about: string,
  waitMs: number | null,
): GoogleProblem {
  const says = text === '' ? '' : ` Google says: ${text.replace(/[^.!?]$/, '$&.')}`;
  if (status === 401) return problem('signed out', `Google does not take the sign-in any more at ${about}.`);
  if (status === 404) return problem('missing', `Google does not find ${about}.${says}`);
  if (status === 429 || (status === 403 && /rateLimit|quota/i.test(reason))) {
    return problem('busy', `Google's allowance of requests is used up at ${about}.`, waitMs);
  }
  if (status === 403 && /SCOPE_INSUFFICIENT|insufficientPermissions/.test(reason)) {
    return problem('signed out', `The sign-in is not good for ${about}.${says}`);
  }
  if (status === 403) return problem('denied', `Google refuses access to ${about}.${says}`);
  if (status === 400) return problem('bad request', `Google does not take the request for ${about}.${says}`);
  if (status >= 500 || status === 408) {
    return problem('failing', `Google failed with ${status} at ${about}.`, waitMs);
  }
  return problem('other', `Google answered ${status} at ${about}.${says}`);
}

function problem(kind: ProblemKind, shortly: string, retryAfterMs: number | null = null): GoogleProblem {
  return new GoogleProblem(kind, shortly, NEXT[kind], retryAfterMs);
}

interface Said {
  readonly text: string;
  readonly reason: string;
}

function reasonOf(data: unknown): Said {
  const error = (data as { readonly error?: unknown } | undefined)?.error;
  if (typeof error === 'string') return { text: error, reason: error };
  const { message, errors, details } = (error ?? {}) as {
    message?: unknown;
    errors?: readonly { reason?: unknown }[];
    details?: readonly { reason?: unknown }[];
  };
  return {
    text: typeof message === 'string' ? message : '',
    reason: [errors, details]
      .flatMap((list) => (Array.isArray(list) ? list : []))
      .map((one) => String(one?.reason ?? ''))
      .join(' '),
  };
}

/** `Retry-After` in seconds or as a date. */
function waitOf(headers: unknown): number | null {
  const text = headerOf(headers, 'retry-after');
  if (text === null) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function isFetchFailure(error: unknown): boolean {
  return error instanceof Error && /fetch failed|premature close|socket|terminated/i.test(error.message);
}

function causeOf(error: unknown, code: unknown): unknown {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined;
  return cause?.code ?? code;
}
