import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OWNER } from '../make-workspace.ts';
import { type Served, serveBench } from './serve-bench.ts';
import { TestPage } from './test-page.ts';

let served: Served;
let cookie = '';
let host = '';

beforeAll(async () => {
  served = await serveBench(
    'function mark() { SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1); }',
  );
  host = new URL(served.server.url).host;
  const page = await fetch(served.server.url);
  cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(() => served.server.close());

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Unlike `fetch`, this lets a test say any Host and Origin. */
function send({
  method = 'POST',
  path = '/api/listFiles',
  headers = {},
  body = '{}',
}: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(served.server.url, { method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(method === 'GET' ? undefined : body);
  });
}

const own = (): Record<string, string> => ({
  host,
  cookie,
  origin: `http://${host}`,
  'content-type': 'application/json',
  'x-viewer': OWNER,
  'x-page': 'page-of-test',
});

const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(own()).filter(([key]) => key !== name));

describe('The server', () => {
  test('answers a page of its own', async () => {
    expect(await send({ headers: own() })).toBe(200);
  });

  const refused: readonly { readonly name: string; readonly sent: () => Sent; readonly status: number }[] = [
    {
      name: 'another name that was pointed at this machine',
      sent: () => ({ headers: { ...own(), host: 'evil.example' } }),
      status: 421,
    },
    {
      name: 'the page itself under another name',
      sent: () => ({ method: 'GET', path: '/', headers: { host: 'evil.example' } }),
      status: 421,
    },
    {
      name: 'a call from another site',
      sent: () => ({ headers: { ...own(), origin: 'https://evil.example' } }),
      status: 403,
    },
    {
      name: 'a call from another port of this machine',
      sent: () => ({ headers: { ...own(), origin: 'http://127.0.0.1:1' } }),
      status: 403,
    },
    {
      name: 'a call that hides where it comes from',
      sent: () => ({ headers: { ...own(), origin: 'null' } }),
      status: 403,
    },
    { name: 'a call without an origin', sent: () => ({ headers: without('origin') }), status: 403 },
    {
      name: 'a call that the browser calls cross-site',
      sent: () => ({ headers: { ...own(), 'sec-fetch-site': 'cross-site' } }),
      status: 403,
    },
    { name: 'a call without the cookie', sent: () => ({ headers: without('cookie') }), status: 403 },
    {
      name: 'a call with a made-up cookie',
      sent: () => ({ headers: { ...own(), cookie: `${cookie}x` } }),
      status: 403,
    },
    {
      name: 'the events without the cookie',
      sent: () => ({ method: 'GET', path: `/events?viewer=${OWNER}&page=page-of-test`, headers: { host } }),
      status: 403,
    },
    {
      name: 'what a form of another site can post',
      sent: () => ({ headers: { ...own(), 'content-type': 'text/plain' } }),
      status: 415,
    },
    { name: 'what is no JSON', sent: () => ({ headers: own(), body: '{' }), status: 400 },
    {
      name: 'more than it takes at once',
      sent: () => ({ headers: own(), body: JSON.stringify('x'.repeat(10_000_001)) }),
      status: 413,
    },
    { name: 'what it does not know', sent: () => ({ path: '/api/toString', headers: own() }), status: 404 },
    { name: 'other methods', sent: () => ({ method: 'PUT', headers: own() }), status: 405 },
  ];
  for (const { name, sent, status } of refused) {
    test(`turns away ${name}`, async () => {
      expect(await send(sent())).toBe(status);
    });
  }

  test('says what is wrong with what a page asks', async () => {
    const page = await TestPage.open(served.server.url, OWNER);
    const called = await page.call('readForm', JSON.parse('{"id":7}'));
    page.hangUp();
    expect(called).toMatchObject({ ok: false, kind: 'invalid', message: expect.stringContaining('id') });
  });

  test('listens on this machine alone', () => {
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
  });
});
