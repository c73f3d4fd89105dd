import type { ServerResponse } from 'node:http';

/** What holds for everything that the server sends. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The page runs its own script only and asks its own server only. Styles are written by script in places, and the
 * body of a message, which is shown within the page's policy, brings its own.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A dialog's page is of an origin of its own, with its own script inside, and asks nobody but its host. */
export const FRAME_POLICY = [
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads',
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Sends a text of some type. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...ALWAYS, 'content-type': type, ...headers });
  response.end(text);
}

/** Sends data as JSON. */
export function sendJson(response: ServerResponse, status: number, data: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', JSON.stringify(data));
}

/** Says in a sentence why there is nothing to send. */
export function sendProblem(response: ServerResponse, status: number, message: string): void {
  sendText(response, status, 'text/plain; charset=utf-8', `${message}\n`);
}

/** Begins a stream of events. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, { ...ALWAYS, 'content-type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
}
