import { setTimeout as pause } from 'node:timers/promises';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { MARK_KEY, type StateRow } from '../../../src/registry/state/state.ts';
import { GoogleProblem } from '../client/google-problem.ts';
import { CommandRefused } from '../commands/command.ts';
import type { LiveWorkbook } from '../workbook/live-workbook.ts';
import type { LiveBooks } from './live-books.ts';

/** How long a request that nobody knows the end of may still be carried out. */
const SETTLING_MS = 15_000;

const MOST_TRIES = 4;

/** The first row of `_state` behind its headers. */
const FIRST_ROW = 2;

/** Writes to books that nobody else writes to, and makes sure of it after every write. */
export class BooksWriter {
  readonly #workbook: LiveWorkbook;
  readonly #books: LiveBooks;
  readonly #wait: (ms: number) => Promise<unknown>;
  /** The row of the last mark, and the entry that it is of. */
  #markRow: number;
  #applied: number;

  constructor(workbook: LiveWorkbook, books: LiveBooks, wait: (ms: number) => Promise<unknown> = pause) {
    this.#workbook = workbook;
    this.#books = books;
    this.#wait = wait;
    this.#markRow = books.nextStateRow - 1;
    this.#applied = books.state.mark.applied;
  }

  /**
   * Carries out these requests, which append these rows to `_state`, as a whole or not at all. Where the connection broke
   * it looks what became of them. Throws a CommandRefused where somebody else wrote: then nothing more may be written.
   */
  write(requests: readonly sheets_v4.Schema$Request[], rows: readonly StateRow[]): Promise<void> {
    return this.#write(requests, rows, this.#markRow + 1);
  }

  /** The same for rows that take the place of all that stands in `_state`. */
  begin(requests: readonly sheets_v4.Schema$Request[], rows: readonly StateRow[]): Promise<void> {
    return this.#write(requests, rows, FIRST_ROW);
  }

  async #write(
    requests: readonly sheets_v4.Schema$Request[],
    rows: readonly StateRow[],
    first: number,
  ): Promise<void> {
    const wanted = { row: first + rows.length - 1, applied: rows.at(-1)?.[1] ?? this.#applied };
    for (let attempt = 1; ; attempt += 1) {
      const problem = await this.#send(requests);
      if (problem !== null) await this.#wait(SETTLING_MS);
      const found = await this.#look(wanted);
      if (found === 'as before' && problem !== null && attempt < MOST_TRIES) continue;
      if (found === 'as before' && problem !== null) throw problem;
      if (found !== 'written') throw somebodyWrote();
      this.#markRow = wanted.row;
      this.#applied = wanted.applied;
      return;
    }
  }

  /** Null where it was carried out, the problem where nobody knows. */
  async #send(requests: readonly sheets_v4.Schema$Request[]): Promise<GoogleProblem | null> {
    try {
      await this.#workbook.write(requests);
      return null;
    } catch (error) {
      const isOpen =
        error instanceof GoogleProblem && (error.kind === 'failing' || error.kind === 'unreachable');
      if (!isOpen) throw error;
      return error;
    }
  }

  /** Which mark stands last. */
  async #look(wanted: Mark): Promise<'as before' | 'written' | 'something else'> {
    const tab = this.#books.stateTab.title;
    const row = Math.min(this.#markRow, wanted.row);
    const rows = Math.max(this.#markRow, wanted.row) - row + 2;
    const [found = []] = await this.#workbook.read([{ tab, row, column: 1, rows, columns: 2 }]);
    const [key, applied] = found.at(-1) ?? [];
    const last = row + found.length - 1;
    if (key !== MARK_KEY) return 'something else';
    if (last === wanted.row && applied === wanted.applied) return 'written';
    return last === this.#markRow && applied === this.#applied ? 'as before' : 'something else';
  }
}

/** Where a mark stands, and the entry that it is of. */
interface Mark {
  readonly row: number;
  readonly applied: number;
}

function somebodyWrote(): CommandRefused {
  return new CommandRefused(
    'Somebody else has written to the registry meanwhile: the import was ended in the sheet, or rows of the hidden tab _state were moved. Nothing more was written. What was written stays; begin an import in the sheet again and run this again, and it goes on.',
  );
}
