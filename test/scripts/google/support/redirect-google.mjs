/**
 * Loaded before a program, it sends the program's requests to Google to this machine instead, and lets none out of it: those
 * to the APIs to the address in GOOGLE_APIS_AT, those for tokens to that in GOOGLE_TOKENS_AT.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const NOWHERE = 'http://127.0.0.1:9/';
const { GOOGLE_APIS_AT: apis = NOWHERE, GOOGLE_TOKENS_AT: tokens = NOWHERE } = process.env;

https.request = (url, options, callback) => {
  const { hostname, pathname, search } = new URL(typeof url === 'string' ? url : url.href);
  if (!hostname.endsWith('.googleapis.com')) throw new Error(`No request may go to ${hostname}.`);
  const { agent: _agent, ...rest } = options ?? {};
  const target = hostname === 'oauth2.googleapis.com' ? tokens : apis;
  return http.request(new URL(`${pathname}${search}`, target), rest, callback);
};
syncBuiltinESMExports();
