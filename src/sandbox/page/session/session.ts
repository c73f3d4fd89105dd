import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Places } from '../../server/api/places.ts';
import type { Api } from '../../server/api/routes.ts';
import type { PageEvent, Pulse } from '../../server/pages/page-events.ts';
import { type Connection, type LineState, messageOf } from './connection.ts';
import type { Location } from './location.ts';
import type { ScriptCalls } from './script-calls.ts';

/** What every part of the page may need. */
export interface Session {
  readonly connection: Connection;
  readonly line: LineState;
  /** How often the line has been opened: whatever was known before may be old. */
  readonly opened: number;
  readonly pulse: Pulse | undefined;
  readonly places: Places;
  readonly calls: ScriptCalls;
  readonly location: Location;
  readonly go: (change: Partial<Location>, replace?: boolean) => void;
}

/** The session of the page around. */
export const SessionContext = createContext<Session | undefined>(undefined);

/** The session; only for what is shown inside of one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is no session here.');
  return session;
}

/** Hears the server's events while the component is shown. */
export function useEvents(listener: (event: PageEvent, seq: number) => void, deps: readonly unknown[]): void {
  const { connection } = useSession();
  const stable = useCallback(listener, deps);
  useEffect(() => connection.listen(stable), [connection, stable]);
}

/** What was asked for: the last answer stays while a newer one is on its way. */
export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly state: 'ready'; readonly data: T };

/** Changes that come quickly are asked for together. */
const SETTLE_MS = 250;

/** Asks the server for something, and again whenever the Workspace has changed. */
export function useAsked<K extends keyof Api>(name: K, input: Api[K]['input']): Asked<Api[K]['output']> {
  const { connection, opened, pulse } = useSession();
  const [answer, setAnswer] = useState<{ readonly key: string; readonly data: Api[K]['output'] }>();
  const [problem, setProblem] = useState<{ readonly key: string; readonly message: string }>();
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(input);
  const isFirst = answer?.key !== key;
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      try {
        const data = await connection.call(name, JSON.parse(key));
        if (isOver) return;
        setAnswer({ key, data });
        setProblem(undefined);
      } catch (error) {
        if (!isOver) setProblem({ key, message: messageOf(error) });
      }
    };
    const timer = setTimeout(ask, isFirst ? 0 : SETTLE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [connection, name, key, opened, pulse?.version, attempt]);
  if (answer?.key === key) return { state: 'ready', data: answer.data };
  if (problem?.key !== key) return { state: 'loading' };
  return { state: 'failed', message: problem.message, retry: () => setAttempt((one) => one + 1) };
}
