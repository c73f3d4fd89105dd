/**
 * Loaded before a program, it sends the program's requests to Google's APIs to the address in GOOGLE_APIS_AT instead, and
 * lets none out of this machine.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const target = new URL(process.env.GOOGLE_APIS_AT ?? 'http://127.0.0.1:9/');

https.request = (url, options, callback) => {
  const { hostname, pathname, search } = new URL(typeof url === 'string' ? url : url.href);
  if (!hostname.endsWith('.googleapis.com')) throw new Error(`No request may go to ${hostname}.`);
  const { agent: _agent, ...rest } = options ?? {};
  return http.request(new URL(`${pathname}${search}`, target), rest, callback);
};
syncBuiltinESMExports();
