import type { Facade } from './facade.ts';

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** One line of log as the platform prints it: `%s`, `%d`, `%j` in the first argument are filled in. */
export function formatLog(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(show).join(' ');
  const filled = first.replace(/%[sdifjo]/g, (mark) => (rest.length === 0 ? mark : show(rest.shift())));
  return [filled, ...rest.map(show)].join(' ');
}

/** Sends what scripts log to the record of their execution. */
export function installConsole(send: Facade['send']): void {
  const target: Record<string, (...args: unknown[]) => void> = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    target[level] = (...args) => {
      send('console.write', undefined, [level, formatLog(args)]);
    };
  }
  // Timers measure real time on the platform; on a virtual clock there is nothing to say.
  target.time = () => undefined;
  target.timeEnd = () => undefined;
  Object.defineProperty(globalThis, 'console', { value: target, writable: true, configurable: true });
  const logger = {
    log(...args: unknown[]): unknown {
      send('console.write', undefined, ['log', formatLog(args)]);
      return logger;
    },
    getLog: (): unknown => send('console.read', undefined, []),
    clear(): void {
      send('console.clear', undefined, []);
    },
  };
  Object.defineProperty(globalThis, 'Logger', { value: logger, writable: true, configurable: true });
}
