import { ServiceError } from '../errors.ts';
import type { World } from '../execution/world.ts';
import { checkRequest } from './check-request.ts';
import { findMethod, type Match } from './discovery.ts';
import {
  createPermission,
  deletePermission,
  getAbout,
  getFile,
  listFiles,
  listPermissions,
} from './drive.ts';
import { createFile, updateFile } from './drive-files.ts';
import { applyMask, parseMask } from './field-mask.ts';
import { batchUpdateForm, getForm, setPublishSettings } from './forms.ts';
import type { RestMethod } from './method.ts';
import { type Allowance, Quota, SHEETS_ALLOWANCE } from './quota.ts';
import { RestError } from './rest-error.ts';
import { createProject, getContent, getProject, updateContent } from './script.ts';
import { batchUpdate } from './sheets/batch-update.ts';
import { createSpreadsheetFor, getSpreadsheet } from './sheets/spreadsheets.ts';
import { batchGetValues, getValues } from './sheets/values.ts';
import { checkScopes, isForOwnFiles, parseToken, type Token } from './token.ts';

const METHODS: Readonly<Record<string, RestMethod>> = {
  'sheets.spreadsheets.create': createSpreadsheetFor,
  'sheets.spreadsheets.get': getSpreadsheet,
  'sheets.spreadsheets.batchUpdate': batchUpdate,
  'sheets.spreadsheets.values.get': getValues,
  'sheets.spreadsheets.values.batchGet': batchGetValues,
  'drive.about.get': getAbout,
  'drive.files.create': createFile,
  'drive.files.get': getFile,
  'drive.files.list': listFiles,
  'drive.files.update': updateFile,
  'drive.permissions.list': listPermissions,
  'drive.permissions.create': createPermission,
  'drive.permissions.delete': deletePermission,
  'script.projects.create': createProject,
  'script.projects.get': getProject,
  'script.projects.getContent': getContent,
  'script.projects.updateContent': updateContent,
  'forms.get': getForm,
  'forms.batchUpdate': batchUpdateForm,
  'forms.setPublishSettings': setPublishSettings,
};

/** Something that goes wrong with one request. */
export type RestFault =
  /** The answer has this status; nothing is carried out. */
  | { readonly status: number; readonly retryAfterSeconds?: number }
  /** The connection breaks before or after the request is carried out. */
  | { readonly cut: 'before' | 'after' };

/** A request on its way, as faults are chosen by. */
export interface RestCall {
  /** Such as `sheets.spreadsheets.batchUpdate`. */
  readonly method: string;
  readonly person: string;
  /** How many requests came before it. */
  readonly earlier: number;
}

/** How the stand-in behaves. */
export interface RestOptions {
  /** What goes wrong with a request; undefined when nothing does. */
  readonly faultFor?: (call: RestCall) => RestFault | undefined;
  readonly allowance?: Allowance;
  /** Milliseconds by which minutes are told, for quotas. */
  readonly clock?: () => number;
}

/** A request as it comes. `url` is path and query. */
export interface RestRequest {
  readonly httpMethod: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  /** Parsed JSON; undefined where the request has no body. */
  readonly body: unknown;
}

/** What is answered; `cut` stands for a connection that breaks. */
export type RestAnswer =
  | { readonly status: number; readonly body: unknown; readonly retryAfterSeconds?: number }
  | 'cut';

/** Google's REST APIs over a local Workspace. The token of a request says who acts; see {@link parseToken}. */
export class RestApi {
  readonly #world: World;
  readonly #options: RestOptions;
  readonly #quota: Quota;
  #count = 0;

  constructor(world: World, options: RestOptions = {}) {
    this.#world = world;
    this.#options = options;
    this.#quota = new Quota(options.allowance ?? SHEETS_ALLOWANCE, options.clock ?? Date.now);
  }

  /** The Workspace's time, in milliseconds since 1970 UTC: as Google's do, its answers say when they were given. */
  get now(): number {
    return this.#world.state.now;
  }

  /** Answers a request. */
  answer(request: RestRequest): RestAnswer {
    try {
      return this.#answer(request);
    } catch (error) {
      if (error instanceof RestError) return { status: error.code, body: error.toJSON() };
      if (error instanceof ServiceError) {
        return { status: 400, body: new RestError(400, error.message).toJSON() };
      }
      throw error;
    }
  }

  #answer({ httpMethod, url, authorization, body }: RestRequest): RestAnswer {
    const match = findMethod(httpMethod, url.pathname);
    if (match === undefined) throw new RestError(404, `There is no method at ${httpMethod} ${url.pathname}.`);
    const token = parseToken(authorization);
    const person = this.#personOf(token);
    const earlier = this.#count;
    this.#count += 1;
    const fault = this.#options.faultFor?.({ method: match.method.id, person, earlier });
    if (fault !== undefined && 'status' in fault) return faulty(fault);
    if (fault?.cut === 'before') return 'cut';
    checkScopes(token, match.method);
    const answer = this.#carryOut(match, { ...token, person }, url.searchParams, body);
    return fault?.cut === 'after' ? 'cut' : answer;
  }

  #carryOut(match: Match, token: Token, query: URLSearchParams, body: unknown): RestAnswer {
    const { person } = token;
    const isForOwn = isForOwnFiles(token, match.method);
    if (isForOwn) this.#checkIsOwn(match);
    const request = checkRequest(match, query, body, isForOwn);
    const { id, httpMethod } = match.method;
    if (id.startsWith('sheets.')) this.#quota.take(httpMethod === 'GET' ? 'Read' : 'Write', person);
    const act = METHODS[id];
    if (act === undefined) throw new RestError(404, `The local Workspace does not serve ${id}.`);
    this.#world.focus(undefined);
    const fields = query.get('fields');
    const mask = fields === null ? true : parseMask(fields);
    const found = act(this.#world, person, request);
    if (found === undefined) return { status: 204, body: undefined };
    return { status: 200, body: applyMask(found, mask) };
  }

  /** With `drive.file` alone a token knows no file but those that were made through an API. */
  #checkIsOwn({ path: { fileId, spreadsheetId, formId } }: Match): void {
    const id = fileId ?? spreadsheetId ?? formId;
    if (id === undefined || this.#world.state.files[id]?.isMadeThroughApi === true) return;
    throw new RestError(404, `File not found: ${id}.`);
  }

  /** Without an address it is the owner of the first file. */
  #personOf({ person }: Token): string {
    return person === '' ? (Object.values(this.#world.state.files)[0]?.owner ?? '') : person;
  }
}

function faulty({ status, retryAfterSeconds }: Extract<RestFault, { status: number }>): RestAnswer {
  const body = new RestError(status, `The request fails with ${status}, as it was told to.`).toJSON();
  return { status, body, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}
