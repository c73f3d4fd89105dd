import type { RealmClock } from './clock.ts';
import { decode, encode, type Minting } from './codec.ts';
import { localMethods } from './local-methods.ts';
import { evaluateTemplate } from './template.ts';
import type { Call, CallResponse, ClassSurface, Surface, Wire, WireObject } from './wire.ts';

/** What services throw in scripts; its name is Google's. */
export class Exception extends Error {
  override readonly name = 'Exception';
}

/** Thrown when the Workspace has ended the execution; every later call throws it again. */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
}

const NO_MEMBERS: ClassSurface = { members: new Set(), enums: [] };

/** The service objects of one realm. */
export interface Facade {
  readonly minting: Minting;
  readonly send: (method: string, on: Wire, args: readonly unknown[]) => unknown;
}

/**
 * Defines every service, class and enum of `surface` in this realm, all of them going through `call`.
 * A member that the surface lacks throws where it is touched, naming itself.
 */
export function installFacade(call: Call, surface: Surface, clock: RealmClock): Facade {
  const handles = new WeakMap<object, WireObject>();
  const classes = new Map<string, new () => object>();
  const enums = new Map<string, object>();
  const minting: Minting = { mint, handleOf: (value) => handles.get(value) };

  function mint(handle: WireObject): object {
    const tag = String(handle.$);
    if (tag === 'Enum') return enumMember(String(handle.of), String(handle.name));
    const Class = classNamed(tag);
    if (Class === undefined) throw new Exception(`not available in the local Workspace: ${tag}`);
    const made = new Class();
    handles.set(made, handle);
    return made;
  }

  function ask(method: string, on: Wire, args: readonly unknown[]): CallResponse {
    const encoded = args.map((arg) => encode(arg, minting));
    const response = call({ method, on, args: encoded });
    clock.now = response.now;
    if (response.kind === 'error') throw new Exception(response.message);
    if (response.kind === 'end') throw new ExecutionEnded('This execution has ended.');
    return response;
  }

  function send(method: string, on: Wire, args: readonly unknown[]): unknown {
    const response = ask(method, on, args);
    return response.kind === 'value' ? decode(response.value, minting) : undefined;
  }

  /**
   * The end of every prototype chain. Known members are made here on their first use, which spares the
   * many that an execution never touches; whoever asks for anything else asked for what is not there.
   */
  function members(owner: string, known: ReadonlySet<string>, make: (name: string) => unknown): object {
    return new Proxy(Object.create(null), {
      has: (_target, key) => typeof key === 'string' && known.has(key),
      get(_target, key, receiver) {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        if (known.has(key)) return make(key);
        if (key in Object.prototype) return Reflect.get(Object.prototype, key, receiver);
        return send(`${owner}.${key}`, undefined, []);
      },
    });
  }

  const nothing = (owner: string): object => members(owner, new Set(), () => undefined);

  function method(full: string): (this: object, ...args: unknown[]) => unknown {
    const local = localMethods[full];
    return function (this: object, ...args: unknown[]): unknown {
      const on = handles.get(this);
      if (local !== undefined && on !== undefined && args.length === 0) return decode(local(on), minting);
      const response = ask(full, on, args);
      if (response.kind === 'value') return decode(response.value, minting);
      if (response.kind === 'self' && response.handle !== undefined) handles.set(this, response.handle);
      return this;
    };
  }

  function evaluate(this: object): unknown {
    const source = send('HtmlTemplate.getRawContent', handles.get(this), []);
    const content = evaluateTemplate(String(source), Object.fromEntries(Object.entries(this)));
    return send('HtmlService.createHtmlOutput', undefined, [content]);
  }

  function defineClass(name: string, { members: known, enums: owned }: ClassSurface): new () => object {
    const Class = class {};
    Object.defineProperty(Class, 'name', { value: name });
    const define = (key: string, value: unknown): unknown => {
      Object.defineProperty(Class.prototype, key, { value, writable: true, configurable: true });
      return value;
    };
    define('toString', () => name);
    if (name === 'HtmlTemplate') define('evaluate', evaluate);
    const end = members(name, known, (key) => {
      return define(key, owned.includes(key) ? enumNamed(key) : method(`${name}.${key}`));
    });
    Object.setPrototypeOf(Class.prototype, end);
    classes.set(name, Class);
    return Class;
  }

  /** Classes are defined when their first object is made: most executions need few of them. */
  function classNamed(name: string): (new () => object) | undefined {
    const known = classes.get(name);
    if (known !== undefined) return known;
    const listed = surface.classes[name];
    return listed === undefined ? undefined : defineClass(name, listed);
  }

  function defineGlobal(name: string, make: () => object): void {
    const keep = (value: unknown): void => {
      Object.defineProperty(globalThis, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    };
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable: true,
      get() {
        const service = make();
        keep(service);
        return service;
      },
      set: keep,
    });
  }

  for (const name of surface.services) {
    defineGlobal(name, () => new (classNamed(name) ?? defineClass(name, NO_MEMBERS))());
  }
  for (const name of surface.absent) defineGlobal(name, () => Object.create(nothing(name)));

  function enumNamed(name: string): object {
    const known = enums.get(name);
    if (known !== undefined) return known;
    const values = surface.enums[name] ?? [];
    const made = defineEnum(name, values);
    enums.set(name, made);
    return made;
  }

  function enumMember(name: string, member: string): object {
    const found: unknown = Reflect.get(enumNamed(name), member);
    return typeof found === 'object' && found !== null ? found : {};
  }

  function defineEnum(name: string, values: readonly string[]): object {
    const made: object = Object.create(nothing(name));
    values.forEach((value, index) => {
      const member = Object.freeze({
        toString: () => value,
        name: () => value,
        ordinal: () => index,
        compareTo: (other: unknown) => index - values.indexOf(String(other)),
        toJSON: () => value,
      });
      handles.set(member, { $: 'Enum', of: name, name: value });
      Object.defineProperty(made, value, { value: member, enumerable: true });
    });
    return made;
  }

  return { minting, send };
}
