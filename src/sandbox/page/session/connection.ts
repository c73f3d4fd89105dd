import type { Api, ApiAnswer, ApiProblem } from '../../server/api/routes.ts';
import type { NumberedEvent, PageEvent } from '../../server/pages/page-events.ts';

/** Why a call came to nothing, in a sentence for the person. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: ApiProblem | 'offline';

  constructor(kind: ApiProblem | 'offline', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The sentence of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How things stand between the page and its server. */
export type LineState = 'connecting' | 'open' | 'lost';

const OFFLINE = 'The local Workspace does not answer. Is it still running where you started it?';

/** Time after which a refused or ended stream is asked for again. */
const RETRY_MS = 1500;

/** A hidden page keeps one of the few connections that a browser has for a server only so long. */
const HIDDEN_MS = 60_000;

type Listener = (event: PageEvent, seq: number) => void;

/** The page's line to the server: calls go up, events come down in order. */
export class Connection {
  readonly viewer: string;
  readonly pageId = crypto.randomUUID();
  readonly #listeners = new Set<Listener>();
  readonly #watchers = new Set<(state: LineState, opened: number) => void>();
  readonly #isBusy: () => boolean;
  #source: EventSource | undefined;
  #retry = 0;
  #hiddenTimer = 0;
  #state: LineState = 'connecting';
  #opened = 0;
  #seq = 0;
  readonly #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #isClosed = false;

  /** `isBusy` says whether a script waits for this page, which then stays connected though hidden. */
  constructor(viewer: string, isBusy: () => boolean) {
    this.viewer = viewer;
    this.#isBusy = isBusy;
  }

  /** Opens the line; whoever is to hear the first events listens by then. */
  open(): void {
    this.#connect();
    document.addEventListener('visibilitychange', this.#visibilityChanged);
    addEventListener('pagehide', this.#leave);
    addEventListener('pageshow', this.#comeBack);
  }

  /** Hears every event; answers how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Is told how things stand, now and later, and how often the line has been opened; answers how to stop. */
  watch(watcher: (state: LineState, opened: number) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#state, this.#opened);
    return () => this.#watchers.delete(watcher);
  }

  /** Asks the server for something. Fulfilled after the events that came of it; throws CallFailed. */
  async call<K extends keyof Api>(name: K, input: Api[K]['input']): Promise<Api[K]['output']> {
    const answer = await this.#post<K>(name, input);
    if (!answer.ok) throw new CallFailed(answer.kind, answer.message);
    await this.#caughtUp(answer.seq);
    return answer.value;
  }

  /** Ends the line for good. */
  close(): void {
    this.#isClosed = true;
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
    removeEventListener('pagehide', this.#leave);
    removeEventListener('pageshow', this.#comeBack);
    this.#leave();
  }

  async #post<K extends keyof Api>(name: K, input: Api[K]['input']): Promise<ApiAnswer<K>> {
    let response: Response;
    try {
      response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-viewer': encodeURIComponent(this.viewer),
          'x-page': this.pageId,
        },
        body: JSON.stringify(input),
      });
    } catch {
      throw new CallFailed('offline', OFFLINE);
    }
    if (!response.headers.get('content-type')?.startsWith('application/json')) {
      throw new CallFailed('failed', await response.text());
    }
    return response.json();
  }

  async #caughtUp(seq: number): Promise<void> {
    if (seq <= this.#seq || this.#state !== 'open') return;
    await new Promise<void>((resolve) => this.#waiting.push({ seq, resolve }));
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    const query = new URLSearchParams({ viewer: this.viewer, page: this.pageId });
    const source = new EventSource(`/events?${query}`);
    this.#source = source;
    source.onmessage = (message) => this.#take(JSON.parse(message.data));
    source.onerror = () => {
      this.#setState('lost');
      // A refused stream is not tried again by the browser; the page itself renews what lets it in.
      if (source.readyState === EventSource.CLOSED) this.#retryLater();
    };
  }

  #retryLater(): void {
    clearTimeout(this.#retry);
    this.#retry = window.setTimeout(async () => {
      if (this.#isClosed) return;
      await fetch('/').catch(() => undefined);
      if (!this.#isClosed) this.#connect();
    }, RETRY_MS);
  }

  #take({ seq, event }: NumberedEvent): void {
    this.#seq = seq;
    if (event.kind === 'hello') {
      this.#opened += 1;
      this.#setState('open');
    }
    for (const listener of [...this.#listeners]) listener(event, seq);
    const due = this.#waiting.filter((one) => one.seq <= seq);
    for (const one of due) {
      this.#waiting.splice(this.#waiting.indexOf(one), 1);
      one.resolve();
    }
  }

  #setState(state: LineState): void {
    this.#state = state;
    if (state !== 'open') for (const { resolve } of this.#waiting.splice(0)) resolve();
    for (const watcher of [...this.#watchers]) watcher(state, this.#opened);
  }

  readonly #visibilityChanged = (): void => {
    clearTimeout(this.#hiddenTimer);
    if (document.hidden) {
      this.#hiddenTimer = window.setTimeout(() => {
        if (!this.#isBusy()) this.#source?.close();
      }, HIDDEN_MS);
    } else if (this.#source?.readyState === EventSource.CLOSED) this.#connect();
  };

  readonly #leave = (): void => {
    this.#source?.close();
    navigator.sendBeacon(`/leave?page=${this.pageId}`);
  };

  readonly #comeBack = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#connect();
  };
}
