import type { Api, Match, Schema } from './discovery.ts';
import { RestError } from './rest-error.ts';

/** What a request carries, checked: parameters of the path and the query, and the body. */
export interface CheckedRequest {
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly body: unknown;
  /** Whether the token is good for files alone that were made through an API: scope `drive.file`. */
  readonly isForOwnFiles: boolean;
}

/** Checks a request against the discovery document. Throws the error that Google answers. */
export function checkRequest(
  { api, method, path }: Match,
  query: URLSearchParams,
  body: unknown,
  isForOwnFiles: boolean,
): CheckedRequest {
  for (const name of new Set(query.keys())) {
    const schema = method.parameters[name] ?? api.parameters[name];
    if (schema === undefined || schema.location === 'path') {
      throw new RestError(
        400,
        `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ` +
          `Field '${name}' could not be found in request message.`,
      );
    }
    for (const value of query.getAll(name)) checkText(name, value, schema);
  }
  for (const [name, { required, location }] of Object.entries(method.parameters)) {
    if (required === true && location === 'query' && !query.has(name)) {
      throw new RestError(400, `Required parameter: ${name}`);
    }
  }
  checkBody(api, method.request, body);
  return {
    text: (name) => path[name] ?? query.get(name) ?? undefined,
    texts: (name) => query.getAll(name),
    body,
    isForOwnFiles,
  };
}

function checkBody(api: Api, request: string | undefined, body: unknown): void {
  if (body === undefined) return;
  if (request === undefined) throw new RestError(400, 'This method takes no request body.');
  checkValue(api, { $ref: request }, body, '');
}

function checkText(name: string, value: string, { type, enum: choices }: Schema): void {
  const isBad =
    (type === 'boolean' && !/^(true|false)$/.test(value)) ||
    (type === 'integer' && !/^-?\d+$/.test(value)) ||
    (choices !== undefined && !choices.includes(value));
  if (isBad)
    throw new RestError(400, `Invalid value at '${snake(name)}' (TYPE_${type?.toUpperCase()}), "${value}"`);
}

/** Checks a value of a body and everything in it. */
function checkValue(api: Api, given: Schema, value: unknown, at: string): void {
  if (value === null) return;
  const schema = given.$ref === undefined ? given : (api.schemas[given.$ref] ?? {});
  switch (schema.type) {
    case 'object':
      checkObject(api, schema, value, at);
      return;
    case 'array':
      if (!Array.isArray(value)) throw refuse(at, 'array', value);
      for (const [i, item] of value.entries()) checkValue(api, schema.items ?? {}, item, `${at}[${i}]`);
      return;
    case 'any':
    case undefined:
      return;
    default:
      if (!isScalar(schema, value)) throw refuse(at, schema.type, value);
  }
}

function checkObject(api: Api, schema: Schema, value: unknown, at: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse(at, 'object', value);
  for (const [name, inner] of Object.entries(value)) {
    const property = schema.properties?.[name] ?? schema.additionalProperties;
    if (property === undefined) {
      const where = at === '' ? '' : ` at '${at}'`;
      throw new RestError(
        400,
        `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
      );
    }
    checkValue(api, property, inner, at === '' ? snake(name) : `${at}.${snake(name)}`);
  }
}

/** Numbers of 64 bits come as texts, and other numbers may. */
function isScalar({ type, format, enum: choices }: Schema, value: unknown): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'integer') return /^-?\d+$/.test(String(value)) && typeof value !== 'boolean';
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (choices !== undefined) return typeof value === 'string' && choices.includes(value);
  return typeof value === 'string' || (format === 'int64' && Number.isInteger(value));
}

function refuse(at: string, type: string, value: unknown): RestError {
  return new RestError(
    400,
    `Invalid value at '${at}' (TYPE_${type.toUpperCase()}), ${JSON.stringify(value)}`,
  );
}

/** Google names fields in its messages as its own code does. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
