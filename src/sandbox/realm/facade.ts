import type { RealmClock } from './clock.ts';
import { decode, encode, type Minting } from './codec.ts';
import { localMethods } from './local-methods.ts';
import { evaluateTemplate } from './template.ts';
import type { Call, CallResponse, Surface, Wire, WireObject } from './wire.ts';

/** What services throw in scripts; its name is Google's. */
export class Exception extends Error {
  override readonly name = 'Exception';
}

/** Thrown when the Workspace has ended the execution; every later call throws it again. */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
}

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
    if (tag === 'Enum') return enums.get(`${String(handle.of)}.${String(handle.name)}`) ?? {};
    const Class = classes.get(tag);
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

  /** The end of every prototype chain: whoever reaches it asked for something that is not there. */
  function unknownMembers(owner: string): object {
    return new Proxy(Object.create(null), {
      get(_target, key, receiver) {
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        if (key in Object.prototype) return Reflect.get(Object.prototype, key, receiver);
        return send(`${owner}.${key}`, undefined, []);
      },
    });
  }

  function defineClass(name: string, methods: readonly string[]): new () => object {
    const Class = class {};
    Object.defineProperty(Class, 'name', { value: name });
    const define = (key: string, value: unknown): void => {
      Object.defineProperty(Class.prototype, key, { value, writable: true, configurable: true });
    };
    define('toString', () => name);
    for (const method of methods) {
      const full = `${name}.${method}`;
      const local = localMethods[full];
      define(method, function (this: object, ...args: unknown[]): unknown {
        const on = handles.get(this);
        if (local !== undefined && on !== undefined && args.length === 0) return decode(local(on), minting);
        const response = ask(full, on, args);
        if (response.kind === 'value') return decode(response.value, minting);
        if (response.kind === 'self' && response.handle !== undefined) handles.set(this, response.handle);
        return this;
      });
    }
    if (name === 'HtmlTemplate') {
      define('evaluate', function (this: object): unknown {
        const source = send('HtmlTemplate.getRawContent', handles.get(this), []);
        const content = evaluateTemplate(String(source), Object.fromEntries(Object.entries(this)));
        return send('HtmlService.createHtmlOutput', undefined, [content]);
      });
    }
    Object.setPrototypeOf(Class.prototype, unknownMembers(name));
    classes.set(name, Class);
    return Class;
  }

  for (const [name, methods] of Object.entries(surface.classes)) defineClass(name, methods);
  const services = new Map<string, object>();
  for (const name of surface.services) {
    const Class = classes.get(name) ?? defineClass(name, []);
    services.set(name, new Class());
  }
  for (const name of surface.absent) services.set(name, Object.create(unknownMembers(name)));
  for (const [name, service] of services) {
    Object.defineProperty(globalThis, name, { value: service, writable: true, configurable: true });
  }
  for (const { name, on, values } of surface.enums) {
    const members = defineEnum(name, values);
    for (const owner of on) {
      const target = services.get(owner) ?? classes.get(owner)?.prototype;
      if (target !== undefined) Object.defineProperty(target, name, { value: members, enumerable: true });
    }
  }

  function defineEnum(name: string, values: readonly string[]): object {
    const members: object = Object.create(unknownMembers(name));
    values.forEach((value, index) => {
      const member = Object.freeze({
        toString: () => value,
        name: () => value,
        ordinal: () => index,
        compareTo: (other: unknown) => index - values.indexOf(String(other)),
        toJSON: () => value,
      });
      handles.set(member, { $: 'Enum', of: name, name: value });
      enums.set(`${name}.${value}`, member);
      Object.defineProperty(members, value, { value: member, enumerable: true });
    });
    return members;
  }

  return { minting, send };
}
