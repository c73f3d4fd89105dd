import type { ServerResponse } from 'node:http';
import type { SpreadsheetView } from '../sheet/spreadsheet-view.ts';
import type { PageEvent } from './page-events.ts';

/** So long a page may be away, asleep or between two connections, before it counts as gone. */
const AWAY_MS = 15_000;

/** A proxy or the browser may end a stream in which nothing happens. */
const HEARTBEAT_MS = 20_000;

/** One browser tab with the Workspace in it. */
export interface ConnectedPage {
  readonly id: string;
  readonly viewer: string;
  /** The spreadsheet that it shows, as it was told last. */
  open: { readonly spreadsheetId: string; view: SpreadsheetView } | undefined;
  /** The pulse that it was told last. */
  pulse: string;
  seq: number;
}

interface Connection {
  readonly page: ConnectedPage;
  stream: ServerResponse | undefined;
  goneTimer: NodeJS.Timeout | undefined;
}

/** The pages that are open, each with its stream of events. */
export class ConnectedPages {
  readonly #connections = new Map<string, Connection>();
  readonly #gone: (page: ConnectedPage) => void;
  readonly #heartbeat: NodeJS.Timeout;

  /** `gone` is told when a page has been left, or been away for too long. */
  constructor(gone: (page: ConnectedPage) => void) {
    this.#gone = gone;
    this.#heartbeat = setInterval(() => {
      for (const { stream } of this.#connections.values()) stream?.write(': still here\n\n');
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** The pages that listen now. */
  get listening(): readonly ConnectedPage[] {
    return [...this.#connections.values()].filter(({ stream }) => stream).map(({ page }) => page);
  }

  /** The page of that id, listening or away. */
  find(id: string): ConnectedPage | undefined {
    return this.#connections.get(id)?.page;
  }

  /** Opens the stream of a page. One that comes back may have missed events, and asks for everything anew. */
  connect(id: string, viewer: string, stream: ServerResponse): ConnectedPage {
    const known = this.#connections.get(id);
    if (known !== undefined && known.page.viewer !== viewer) this.leave(id);
    const connection = this.#connections.get(id) ?? {
      page: { id, viewer, open: undefined, pulse: '', seq: 0 },
      stream: undefined,
      goneTimer: undefined,
    };
    clearTimeout(connection.goneTimer);
    connection.stream?.end();
    connection.stream = stream;
    connection.page.pulse = '';
    this.#connections.set(id, connection);
    stream.on('close', () => {
      if (connection.stream !== stream) return;
      connection.stream = undefined;
      connection.goneTimer = setTimeout(() => this.leave(id), AWAY_MS);
      connection.goneTimer.unref();
    });
    return connection.page;
  }

  /** Tells a page something; one that is away will ask for everything when it is back. */
  send(page: ConnectedPage, event: PageEvent): void {
    const stream = this.#connections.get(page.id)?.stream;
    if (stream === undefined) return;
    page.seq += 1;
    stream.write(`data: ${JSON.stringify({ seq: page.seq, event })}\n\n`);
  }

  /** The page is gone for good. */
  leave(id: string): void {
    const connection = this.#connections.get(id);
    if (connection === undefined) return;
    clearTimeout(connection.goneTimer);
    this.#connections.delete(id);
    connection.stream?.end();
    this.#gone(connection.page);
  }

  /** Ends all streams. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const id of [...this.#connections.keys()]) this.leave(id);
  }
}
