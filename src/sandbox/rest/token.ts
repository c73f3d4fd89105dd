import { normalEmail } from '../store/access.ts';
import type { ApiMethod } from './discovery.ts';
import { RestError } from './rest-error.ts';

/** Who sends a request, and what for. */
export interface Token {
  /** An address; '' for the owner of the first file. */
  readonly person: string;
  /** Last parts of the scopes that were granted, such as `drive.file`; null for all there are. */
  readonly scopes: readonly string[] | null;
}

const OWN_FILES = 'drive.file';

/**
 * Reads `Bearer local:<address>`, good for everything, or `Bearer local:<address>;<scope>,<scope>`. Throws what Google
 * answers to a token that it does not know.
 */
export function parseToken(authorization: string | undefined): Token {
  const [, address, scopes] = /^Bearer local:([^\s;]*)(?:;(\S*))?$/.exec(authorization ?? '') ?? [];
  if (address === undefined) {
    throw new RestError(
      401,
      'Request had invalid authentication credentials. Expected OAuth 2 access token.',
    );
  }
  return {
    person: normalEmail(address),
    scopes: scopes === undefined ? null : scopes.split(',').filter((scope) => scope !== ''),
  };
}

/** Throws Google's refusal of a token without any of the scopes that the method takes. */
export function checkScopes(token: Token, method: ApiMethod): void {
  if (token.scopes === null || grantedFor(token.scopes, method).length > 0) return;
  throw new RestError(
    403,
    'Request had insufficient authentication scopes.',
    'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
  );
}

/** Whether the token may call the method for files alone that were made through an API. */
export function isForOwnFiles({ scopes }: Token, method: ApiMethod): boolean {
  if (scopes === null) return false;
  const granted = grantedFor(scopes, method);
  return granted.length > 0 && granted.every((scope) => scope === OWN_FILES);
}

function grantedFor(scopes: readonly string[], method: ApiMethod): readonly string[] {
  const wanted = method.scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
  return scopes.filter((scope) => wanted.includes(scope));
}
