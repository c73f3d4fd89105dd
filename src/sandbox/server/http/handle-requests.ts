import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RestApi } from '../../rest/rest-api.ts';
import { answerRest, isRestPath } from '../../rest/serve-rest.ts';
import type { Site } from '../api/define-route.ts';
import { answerCall } from './answer-call.ts';
import { frameHtml } from './frame-html.ts';
import type { Guard } from './guard.ts';
import type { PageFiles } from './page-files.ts';
import { readCaller } from './read-caller.ts';
import { beginEvents, FRAME_POLICY, PAGE_POLICY, sendProblem, sendText } from './respond.ts';

/** What answers a request. */
export interface Handlers {
  readonly site: Site;
  readonly guard: Guard;
  readonly files: PageFiles;
  readonly apis: RestApi;
  /** Fulfilled once everything that has changed until now is kept. */
  readonly saved: () => Promise<void>;
}

/** Answers one request. */
export async function handleRequest(
  handlers: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { guard } = handlers;
  const url = new URL(request.url ?? '/', 'http://localhost');
  const wrongHost = guard.refuseHost(request);
  if (wrongHost !== undefined) sendProblem(response, 421, wrongHost);
  else if (isRestPath(url.pathname)) await answerApi(handlers, request, response);
  else if (request.method === 'GET' && sendPublic(handlers, url.pathname, response)) return;
  else {
    const refusal = guard.refuseCaller(request);
    if (refusal !== undefined) sendProblem(response, 403, refusal);
    else if (request.method === 'GET') answerGet(handlers, url, response);
    else if (request.method === 'POST') await answerPost(handlers, url, request, response);
    else sendProblem(response, 405, 'Only GET and POST are answered.');
  }
}

/** Lets a programme on this machine act through Google's APIs; pages see at once what came of it. */
async function answerApi(
  { site, apis, saved }: Handlers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await answerRest(
    {
      now: () => apis.now,
      answer: async (call) => {
        if (call.httpMethod === 'GET') return apis.answer(call);
        const { value } = site.live.act(() => apis.answer(call));
        await saved();
        return value;
      },
    },
    request,
    response,
  );
}

/** Sends the page itself, which holds nobody's data; false when something else was asked for. */
function sendPublic({ guard, files }: Handlers, path: string, response: ServerResponse): boolean {
  if (path === '/') {
    const headers = { 'content-security-policy': PAGE_POLICY, 'set-cookie': guard.cookie };
    sendText(response, 200, 'text/html; charset=utf-8', files.html, headers);
    return true;
  }
  const asset = files.assets.get(path);
  if (asset !== undefined) {
    // Parts are named by a hash of what they hold; kept, they need not be compiled at every visit.
    const isLasting = path.startsWith('/chunk-');
    const headers = isLasting ? { 'cache-control': 'private, max-age=31536000, immutable' } : {};
    sendText(response, 200, asset.type, asset.content, headers);
  }
  return asset !== undefined;
}

function answerGet(handlers: Handlers, url: URL, response: ServerResponse): void {
  const frame = /^\/frame\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (frame !== undefined) sendFrame(handlers, frame, response);
  else if (url.pathname === '/events') openStream(handlers, url.searchParams, response);
  else sendProblem(response, 404, NOTHING);
}

function sendFrame({ site, files }: Handlers, id: string, response: ServerResponse): void {
  const dialog = site.live.dialog(id);
  if (dialog === undefined) {
    sendProblem(response, 404, 'This dialog is no longer open.');
    return;
  }
  const html = frameHtml(dialog.html, files.frameScript, { functions: dialog.functions });
  const headers = { 'content-security-policy': FRAME_POLICY };
  sendText(response, 200, 'text/html; charset=utf-8', html, headers);
}

function openStream({ site }: Handlers, query: URLSearchParams, response: ServerResponse): void {
  const caller = readCaller(encodeURIComponent(query.get('viewer') ?? ''), query.get('page'));
  if (caller === undefined) {
    sendProblem(response, 400, 'It is not said who is looking.');
    return;
  }
  beginEvents(response);
  site.live.greet(site.live.pages.connect(caller.page, caller.viewer, response));
}

async function answerPost(
  handlers: Handlers,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = /^\/api\/(\w+)$/.exec(url.pathname)?.[1];
  if (name !== undefined) await answerCall(handlers.site, name, request, response, handlers.saved);
  else if (url.pathname === '/leave') {
    handlers.site.live.pages.leave(url.searchParams.get('page') ?? '');
    sendText(response, 204, 'text/plain', '');
  } else sendProblem(response, 404, NOTHING);
}

const NOTHING = 'There is nothing at this address.';
