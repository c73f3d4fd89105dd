import type { Api } from '../../../src/sandbox/server/api/routes.ts';
import type { NumberedEvent, PageEvent } from '../../../src/sandbox/server/pages/page-events.ts';

/** What a call answered, refused or not. */
export type Called<K extends keyof Api> =
  | { readonly ok: true; readonly value: Api[K]['output'] }
  | { readonly ok: false; readonly kind: string; readonly message: string };

/** A page without a browser: it speaks with the server as the real one does. */
export class TestPage {
  readonly events: PageEvent[] = [];
  readonly #url: string;
  readonly #viewer: string;
  readonly #cookie: string;
  readonly #id = crypto.randomUUID();
  readonly #end = new AbortController();
  #waiting: (() => void)[] = [];

  private constructor(url: string, viewer: string, cookie: string) {
    this.#url = url;
    this.#viewer = viewer;
    this.#cookie = cookie;
  }

  /** Opens a page as a person and waits until it is connected. */
  static async open(url: string, viewer: string): Promise<TestPage> {
    const home = await fetch(url);
    await home.text();
    const cookie = (home.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = new TestPage(url, viewer, cookie);
    void page.#listen();
    await page.waitFor('hello');
    return page;
  }

  /** Asks the server for something. */
  async call<K extends keyof Api>(name: K, input: Api[K]['input']): Promise<Called<K>> {
    const response = await fetch(`${this.#url}api/${name}`, {
      method: 'POST',
      headers: {
        cookie: this.#cookie,
        origin: this.#url.slice(0, -1),
        'content-type': 'application/json',
        'x-viewer': encodeURIComponent(this.#viewer),
        'x-page': this.#id,
      },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Called<K>;
  }

  /** The answer of a call that has to succeed. */
  async ask<K extends keyof Api>(name: K, input: Api[K]['input']): Promise<Api[K]['output']> {
    const called = await this.call(name, input);
    if (!called.ok) throw new Error(called.message);
    return called.value;
  }

  /** Waits for an event of that kind, one that has come already included. */
  async waitFor<K extends PageEvent['kind']>(
    kind: K,
    fits: (event: Extract<PageEvent, { kind: K }>) => boolean = () => true,
  ): Promise<Extract<PageEvent, { kind: K }>> {
    for (;;) {
      const found = this.events.find(
        (event): event is Extract<PageEvent, { kind: K }> =>
          event.kind === kind && fits(event as Extract<PageEvent, { kind: K }>),
      );
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Leaves, as a browser that is closed does. */
  async leave(): Promise<void> {
    this.#end.abort();
    await fetch(`${this.#url}leave?page=${this.#id}`, {
      method: 'POST',
      headers: { cookie: this.#cookie, origin: this.#url.slice(0, -1) },
    });
  }

  /** Stops listening without a word. */
  hangUp(): void {
    this.#end.abort();
  }

  async #listen(): Promise<void> {
    const query = new URLSearchParams({ viewer: this.#viewer, page: this.#id });
    const response = await fetch(`${this.#url}events?${query}`, {
      headers: { cookie: this.#cookie },
      signal: this.#end.signal,
    });
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) this.#take(part);
      }
    } catch {
      // The stream was ended by one of the two sides.
    }
  }

  #take(part: string): void {
    if (!part.startsWith('data: ')) return;
    const { event }: NumberedEvent = JSON.parse(part.slice('data: '.length));
    this.events.push(event);
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
