type Json = { readonly [key: string]: unknown };

/** The methods that the local Workspace serves, by discovery document. */
export const SERVED: Readonly<Record<string, readonly string[]>> = {
  'sheets-v4': [
    'sheets.spreadsheets.create',
    'sheets.spreadsheets.get',
    'sheets.spreadsheets.batchUpdate',
    'sheets.spreadsheets.values.get',
    'sheets.spreadsheets.values.batchGet',
  ],
  'drive-v3': [
    'drive.about.get',
    'drive.files.create',
    'drive.files.get',
    'drive.files.list',
    'drive.files.update',
    'drive.permissions.list',
    'drive.permissions.create',
    'drive.permissions.delete',
  ],
  'script-v1': [
    'script.projects.create',
    'script.projects.get',
    'script.projects.getContent',
    'script.projects.updateContent',
  ],
  'forms-v1': ['forms.get', 'forms.batchUpdate', 'forms.setPublishSettings'],
};

/** What is kept of a discovery document: everything that a request or an answer is checked by, no descriptions. */
export function reduceDiscovery(name: string, document: Json): Json {
  const wanted = SERVED[name] ?? [];
  const methods = methodsOf(document).filter(({ id }) => wanted.includes(String(id)));
  const reached = new Set<string>();
  for (const { request, response } of methods) {
    for (const end of [request, response]) reach(document.schemas as Json, refOf(end), reached);
  }
  const schemas = Object.fromEntries(
    [...reached].sort().map((id) => [id, trim((document.schemas as Json)[id])]),
  );
  return {
    source: `Google API discovery document ${name}, revision ${document.revision}; Copyright Google LLC, Apache-2.0`,
    servicePath: document.servicePath,
    parameters: trim(document.parameters),
    methods: methods.map(({ id, httpMethod, path, scopes, parameters, request, response }) => ({
      id,
      httpMethod,
      path,
      scopes,
      parameters: trim(parameters ?? {}),
      ...(request === undefined ? {} : { request: refOf(request) }),
      ...(response === undefined ? {} : { response: refOf(response) }),
    })),
    schemas,
  };
}

function methodsOf(resource: Json): readonly Json[] {
  const own = Object.values((resource.methods ?? {}) as Json) as Json[];
  const inner = Object.values((resource.resources ?? {}) as Json) as Json[];
  return [...own, ...inner.flatMap(methodsOf)];
}

function refOf(end: unknown): string {
  return String((end as Json | undefined)?.$ref ?? '');
}

function reach(schemas: Json, id: string, reached: Set<string>): void {
  if (id === '' || reached.has(id)) return;
  reached.add(id);
  for (const [, ref] of JSON.stringify(schemas[id]).matchAll(/"\$ref":"(\w+)"/g)) {
    reach(schemas, ref ?? '', reached);
  }
}

const KEPT = ['$ref', 'type', 'format', 'enum', 'repeated', 'required', 'location'];

/** A schema or a map of them without what is for people. */
function trim(value: unknown): unknown {
  const schema = value as Json;
  if (isSchema(schema)) {
    const { properties, items, additionalProperties } = schema;
    return {
      ...Object.fromEntries(KEPT.filter((key) => key in schema).map((key) => [key, schema[key]])),
      ...(properties === undefined ? {} : { properties: mapValues(properties as Json) }),
      ...(items === undefined ? {} : { items: trim(items) }),
      ...(additionalProperties === undefined ? {} : { additionalProperties: trim(additionalProperties) }),
    };
  }
  return mapValues(schema);
}

function isSchema(value: Json): boolean {
  return typeof value.type === 'string' || typeof value.$ref === 'string';
}

function mapValues(map: Json): Json {
  return Object.fromEntries(Object.entries(map).map(([key, one]) => [key, trim(one)]));
}
