import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BadBody, readJson } from '../server/http/read-json.ts';
import { sendJson, sendProblem, sendText } from '../server/http/respond.ts';
import type { Workspace } from '../workspace.ts';
import type { RestAnswer, RestApi, RestOptions, RestRequest } from './rest-api.ts';

const PATHS = /^\/(?:v4\/spreadsheets|drive\/v3|v1\/projects|v1\/forms)(?:[/:?]|$)/;

/** Whether a path is one of Google's APIs. */
export function isRestPath(path: string): boolean {
  return PATHS.test(path);
}

/** What answers requests, and the time that its answers carry. */
export interface RestPort {
  readonly answer: (request: RestRequest) => Promise<RestAnswer> | RestAnswer;
  /** In milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/**
 * Answers a request for one of Google's APIs. A page of another site cannot send one: it must carry a token, for which a
 * browser first asks leave that is never given, and pages say where they come from.
 */
export async function answerRest(
  { answer, now }: RestPort,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { origin, authorization } = request.headers;
  if (origin !== undefined || request.headers['sec-fetch-site'] !== undefined) {
    sendProblem(response, 403, 'Google’s APIs are not for pages here.');
    return;
  }
  try {
    const found = await answer({
      httpMethod: request.method ?? 'GET',
      url: new URL(request.url ?? '/', 'http://localhost'),
      authorization,
      body: hasBody(request) ? await readJson(request) : undefined,
    });
    response.setHeader('date', new Date(now()).toUTCString());
    send(response, found);
  } catch (error) {
    if (!(error instanceof BadBody)) throw error;
    sendJson(response, error.status, { error: { code: error.status, message: error.message } });
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function send(response: ServerResponse, answer: RestAnswer): void {
  if (answer === 'cut') {
    response.destroy();
    return;
  }
  if (answer.retryAfterSeconds !== undefined) {
    response.setHeader('retry-after', String(answer.retryAfterSeconds));
  }
  // Like Google's servers a Workspace tells its own time, which is not that of this machine.
  if (answer.body === undefined) sendText(response, answer.status, 'application/json', '');
  else sendJson(response, answer.status, answer.body);
}

/** The APIs of a Workspace, served alone. */
export interface RestServer {
  /** To be given to a client as the root of all APIs. */
  readonly rootUrl: string;
  readonly api: RestApi;
  readonly close: () => Promise<void>;
}

/** Serves the APIs of a Workspace on a free port of this machine. */
export async function serveRest(workspace: Workspace, options: RestOptions = {}): Promise<RestServer> {
  const api = workspace.openApis(options);
  const server = createServer((request, response) => {
    const port = { answer: (one: RestRequest) => api.answer(one), now: () => api.now };
    answerRest(port, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    api,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
