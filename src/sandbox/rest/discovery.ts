import drive from './discovery/drive-v3.generated.json' with { type: 'json' };
import forms from './discovery/forms-v1.generated.json' with { type: 'json' };
import script from './discovery/script-v1.generated.json' with { type: 'json' };
import sheets from './discovery/sheets-v4.generated.json' with { type: 'json' };

/** A schema of a discovery document, without descriptions. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly repeated?: boolean;
  readonly required?: boolean;
  readonly location?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
}

/** A method of an API. */
export interface ApiMethod {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  /** A token needs one of these. */
  readonly scopes: readonly string[];
  readonly parameters: Readonly<Record<string, Schema>>;
  readonly request?: string;
  readonly response?: string;
}

/** One API. */
export interface Api {
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Schema>>;
  readonly methods: readonly ApiMethod[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** A method that a request is for, with the values in its path. */
export interface Match {
  readonly api: Api;
  readonly method: ApiMethod;
  readonly path: Readonly<Record<string, string>>;
}

const APIS: readonly Api[] = [sheets as Api, drive as Api, script as Api, forms as Api];

/** The method for which a request is; undefined where no API has it. `path` is as sent, still encoded. */
export function findMethod(httpMethod: string, path: string): Match | undefined {
  for (const api of APIS) {
    for (const method of api.methods) {
      if (method.httpMethod !== httpMethod) continue;
      const values = matchPath(`/${api.servicePath}${method.path}`, path);
      if (values !== undefined) return { api, method, path: values };
    }
  }
  return undefined;
}

function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names = [...template.matchAll(/\{\+?(\w+)\}/g)].map(([, name]) => name ?? '');
  // A colon in a value is sent encoded: a plain one begins the verb.
  const pattern = new RegExp(`^${template.replaceAll(/\{\+?\w+\}/g, '([^/:]+)')}$`);
  const found = pattern.exec(path);
  if (found === null) return undefined;
  try {
    return Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1] ?? '')]));
  } catch {
    return undefined;
  }
}
