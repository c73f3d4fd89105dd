import { RestError } from './rest-error.ts';

/** Which fields are wanted: everything below a name with `true`. */
export interface FieldMask {
  readonly [name: string]: FieldMask | true;
}

/** Reads `a,b(c,d),e/f,g.h`. Throws the error that Google answers. */
export function parseMask(text: string): FieldMask {
  const tokens = text.match(/[\w*]+|[(),/.]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(' ', '')) throw bad(text);
  let at = 0;
  const list = (): FieldMask => {
    const mask: Record<string, FieldMask | true> = {};
    for (;;) {
      const [name, inner] = path();
      const before = mask[name];
      mask[name] = typeof before === 'object' && inner !== true ? { ...before, ...inner } : inner;
      if (tokens[at] !== ',') return mask;
      at += 1;
    }
  };
  const path = (): readonly [string, FieldMask | true] => {
    const name = tokens[at++];
    if (name === undefined || !/^[\w*]+$/.test(name)) throw bad(text);
    if (tokens[at] === '/' || tokens[at] === '.') {
      at += 1;
      const [inner, rest] = path();
      return [name, { [inner]: rest }];
    }
    if (tokens[at] !== '(') return [name, true];
    at += 1;
    const inner = list();
    if (tokens[at++] !== ')') throw bad(text);
    return [name, inner];
  };
  const mask = list();
  if (at !== tokens.length) throw bad(text);
  return mask;
}

/** What a mask leaves of a value; lists are looked through. */
export function applyMask(value: unknown, mask: FieldMask | true): unknown {
  if (mask === true || '*' in mask) return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const wanted = mask[name];
      return wanted === undefined ? [] : [[name, applyMask(inner, wanted)]];
    }),
  );
}

function bad(text: string): RestError {
  return new RestError(400, `Invalid field selection ${text}`);
}
