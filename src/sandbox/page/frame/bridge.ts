import { checkDialogArgs } from '../../people/check-dialog-args.ts';
import type { FrameMessage, HostMessage } from './messages.ts';

declare global {
  interface Window {
    workspaceFrame_?: { readonly functions: readonly string[] };
    google?: unknown;
  }
}

/** So many calls run at one time; more wait. Source: apps-script/guides/html/communication. */
const MOST_CALLS = 10;

interface Handlers {
  readonly success: ((value: unknown, userObject?: unknown) => void) | undefined;
  readonly failure: ((error: Error, userObject?: unknown) => void) | undefined;
  readonly userObject: unknown;
}

const calls = new Map<number, Handlers>();
const queue: FrameMessage[] = [];
let lastCall = 0;
let underWay = 0;

function tell(message: FrameMessage): void {
  // The frame is of an origin of its own and may be shown by its own server only.
  parent.postMessage(message, '*');
}

function sendNext(): void {
  while (underWay < MOST_CALLS) {
    const next = queue.shift();
    if (next === undefined) return;
    underWay += 1;
    tell(next);
  }
}

/** A form that is the only argument is passed as its fields. */
function plainArgs(args: readonly unknown[]): readonly unknown[] {
  const [form] = args;
  if (args.length !== 1 || !(form instanceof HTMLFormElement)) return args;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') throw new Error('Files cannot be passed in the local Workspace.');
    const known = fields[name];
    if (known === undefined) fields[name] = value;
    else fields[name] = Array.isArray(known) ? [...known, value] : [known, value];
  }
  return [fields];
}

function makeRunner(handlers: Handlers): Record<string, unknown> {
  const runner: Record<string, unknown> = {
    withSuccessHandler: (success: Handlers['success']) => makeRunner({ ...handlers, success }),
    withFailureHandler: (failure: Handlers['failure']) => makeRunner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => makeRunner({ ...handlers, userObject }),
  };
  for (const name of window.workspaceFrame_?.functions ?? []) {
    runner[name] = (...args: readonly unknown[]): void => {
      const plain = checkDialogArgs(plainArgs(args));
      lastCall += 1;
      calls.set(lastCall, handlers);
      queue.push({ kind: 'call', call: lastCall, function: name, args: plain });
      sendNext();
    };
  }
  return runner;
}

/** Errors of the script arrive by their message, under the name that the platform gives them. */
function scriptError(message: string): Error {
  const error = new Error(message);
  error.name = 'ScriptError';
  return error;
}

addEventListener('message', ({ source, data }: MessageEvent<HostMessage>) => {
  if (source !== parent || data?.kind !== 'returned') return;
  const handlers = calls.get(data.call);
  if (handlers === undefined) return;
  calls.delete(data.call);
  underWay -= 1;
  sendNext();
  const { success, failure, userObject } = handlers;
  if (data.error === null) success?.(data.value, userObject);
  else if (failure !== undefined) failure(scriptError(data.error), userObject);
  else console.error(`Uncaught ${data.error}`);
});

window.google = {
  script: {
    run: makeRunner({ success: undefined, failure: undefined, userObject: undefined }),
    host: {
      close: () => tell({ kind: 'close' }),
      setWidth: (width: number) => tell({ kind: 'size', width }),
      setHeight: (height: number) => tell({ kind: 'size', height }),
      editor: { focus: () => tell({ kind: 'focus' }) },
      origin: 'https://docs.google.com',
    },
  },
};
