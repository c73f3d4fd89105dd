import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Names under which a browser on this machine reaches the server. */
const HOST_NAMES = ['127.0.0.1', 'localhost'];

/** What the server lets in. */
export interface Guard {
  /** Why a request is turned away whatever it asks for: it is for another host. Undefined when it is not. */
  readonly refuseHost: (request: IncomingMessage) => string | undefined;
  /** Why a request for people's data is turned away: it does not come from a page of this server. */
  readonly refuseCaller: (request: IncomingMessage) => string | undefined;
  /** The header that makes a browser one whose pages are let in. */
  readonly cookie: string;
}

/**
 * Keeps other web sites out, which a browser lets send requests to this machine: a site that points its own name here
 * has a foreign Host, one that posts a form or fetches has a foreign Origin and lacks the cookie.
 */
export function makeGuard(port: number, token: string): Guard {
  const hosts = HOST_NAMES.map((name) => `${name}:${port}`);
  // Cookies don't tell ports apart: each server has one of its own name.
  const cookieName = `workspace-${port}`;
  return {
    cookie: `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    refuseHost: ({ headers }) =>
      hosts.includes(headers.host ?? '') ? undefined : 'This server answers to 127.0.0.1 and localhost only.',
    refuseCaller: ({ headers, method }) => {
      const { origin } = headers;
      const site = headers['sec-fetch-site'];
      const isForeign = origin !== undefined && origin !== `http://${headers.host}`;
      if (isForeign || (method === 'POST' && origin === undefined)) {
        return 'Only pages of this server may ask for this.';
      }
      if (site !== undefined && site !== 'same-origin') return 'Only pages of this server may ask for this.';
      if (!isSame(cookieOf(headers.cookie ?? '', cookieName), token)) {
        return 'This page belongs to another start of the server. Reload it.';
      }
      return undefined;
    },
  };
}

function cookieOf(header: string, name: string): string {
  const pair = header
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? '';
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
