/** A discovery document, as far as {@link documentOfTypes} can tell it. */
export interface TypesDocument {
  readonly [key: string]: unknown;
}

/** Query parameters that every Google API takes; the types list them once for all methods. */
const STANDARD = /interface StandardParameters \{(.*?)\n {4}\}/s;

/**
 * The discovery document of an API of which only googleapis' generated types and code are at hand: methods with their paths
 * and scopes, and schemas. The types leave out formats and the words of enumerations, so these are not in it. `version` is
 * that of googleapis.
 */
export function documentOfTypes(api: string, types: string, code: string, version: string): TypesDocument {
  return {
    revision: `of googleapis ${version}`,
    servicePath: '',
    parameters: Object.fromEntries(
      fieldsOf(STANDARD.exec(types)?.[1] ?? '')
        .filter(([name]) => name !== 'auth')
        .map(([name, schema]) => [name, { ...schema, location: 'query' }]),
    ),
    resources: { [api]: { methods: methodsOf(api, types, code) } },
    schemas: Object.fromEntries(
      [...types.matchAll(/interface Schema\$(\w+) \{(.*?)\n {4}\}/gs)].map(([, name = '', body = '']) => [
        name,
        { type: 'object', properties: Object.fromEntries(fieldsOf(body)) },
      ]),
    ),
  };
}

type Field = readonly [name: string, schema: { readonly [key: string]: unknown }];

function fieldsOf(body: string): readonly Field[] {
  const bare = body.replaceAll(/\/\*\*.*?\*\//gs, '');
  return [...bare.matchAll(/^\s*'?([\w$.]+)'?\?: (.+);$/gm)].map(([, name = '', type = '']) => [
    name,
    schemaOf(type.replace(' | null', '')),
  ]);
}

function schemaOf(type: string): Field[1] {
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2)) };
  const [, ref] = /^Schema\$(\w+)$/.exec(type) ?? [];
  if (ref !== undefined) return { $ref: ref };
  const [, inner] = /^\{\s*\[key: string\]: (.+?);?\s*\}$/.exec(type) ?? [];
  if (inner !== undefined) return { type: 'object', additionalProperties: schemaOf(inner) };
  return { type };
}

/** The methods of the API's first resource, which has the API's name. */
function methodsOf(api: string, types: string, code: string): Readonly<Record<string, unknown>> {
  const resource = types.split(`class Resource$${capital(api)} {`)[1]?.split('\n    }')[0] ?? '';
  const methods = resource.matchAll(
    /scopes: \[(.*?)\].*?\n {8}(\w+)\(params: [^;]+;\s+\w+\([^;]+Promise<GaxiosResponseWithHTTP2<Schema\$(\w+)>>;/gs,
  );
  return Object.fromEntries(
    [...methods].map(([, scopes = '', name = '', response = '']) => {
      const [, path = '', httpMethod = ''] =
        new RegExp(`\\n {8}${name}\\(.*?rootUrl \\+ '/([^']+)'.*?method: '(\\w+)'`, 's').exec(code) ?? [];
      const parameters = new RegExp(
        `interface Params\\$Resource\\$${capital(api)}\\$${capital(name.toLowerCase())} .*?\\{(.*?)\\n {4}\\}`,
        's',
      );
      const fields = fieldsOf(parameters.exec(types)?.[1] ?? '');
      const body = fields.find(([field]) => field === 'requestBody')?.[1];
      return [
        name,
        {
          id: `${api}.${name}`,
          httpMethod,
          path,
          scopes: [...scopes.matchAll(/'([^']+)'/g)].map(([, scope]) => scope),
          parameters: parametersOf(fields, path),
          ...(body === undefined ? {} : { request: body }),
          response: { $ref: response },
        },
      ];
    }),
  );
}

function parametersOf(fields: readonly Field[], path: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields
      .filter(([name]) => name !== 'requestBody')
      .map(([name, schema]) => [
        name,
        path.includes(`{${name}}`)
          ? { ...schema, location: 'path', required: true }
          : { ...schema, location: 'query' },
      ]),
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
