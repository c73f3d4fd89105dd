import { redoEntries } from '../../registry/journal/replay-entries.ts';
import { findBrokenEntry } from '../../registry/journal/verify-chain.ts';
import { SCHEMA_VERSION } from '../../registry/migrations/migrations.ts';
import { schemaAfter, whyNotThisSchema } from '../../registry/migrations/schema-version.ts';
import { formatState } from '../../registry/state/format-state.ts';
import { rememberKeys } from '../../registry/state/remember-keys.ts';
import { State } from '../../registry/state/state.ts';
import type { Services } from '../services/services.ts';
import { readWholeJournal } from './archive/read-whole-journal.ts';
import { type Books, readBooks } from './books.ts';
import { BooksClosed } from './books-closed.ts';
import { RegistryError } from './registry-error.ts';
import { rewriteState } from './state-book.ts';

/** Whether rows of `_state` are missing: nothing may be decided on what is left. */
export function lacksState({ state, pending }: Books): boolean {
  const { mark, standing } = state;
  // Without any mark the first entry may be under way; several entries mean that the marks are gone.
  return (mark.rows !== undefined && standing < mark.rows) || (mark.applied === 0 && pending.length > 1);
}

/**
 * Writes `_state` anew from the journal, after rows of it were deleted or written over. A journal that is not whole
 * either cannot give it back: then the registry refuses to decide anything.
 */
export function rebuildState(services: Services, books: Books): Books {
  const { mark } = books.state;
  const entries = readWholeJournal(services, books);
  const broken = findBrokenEntry(entries, services.tools.digest);
  if (broken !== null) {
    throw new RegistryError(
      `Rows of the hidden tab _state are missing, and the journal cannot give them back: ${broken.problem} Restore an earlier version of the spreadsheet (File > Version history), then try again.`,
    );
  }
  // The last entry may not have been carried out in full: without a mark it is rolled forward once more.
  const upTo = mark.applied > 0 ? mark.applied : entries.length - 1;
  const applied = entries.filter(({ entry }) => entry <= upTo);
  const schema = schemaAfter(
    1,
    applied.flatMap(({ effects }) => effects),
  );
  const refused = schema > SCHEMA_VERSION ? whyNotThisSchema(schema) : null;
  if (refused !== null) throw new BooksClosed(refused);
  services.tools.log(`Rows of _state are missing: writing it anew from ${applied.length} journal entries.`);
  const changes = redoEntries(State.parse([]), applied);
  rewriteState(
    books.stateBook,
    formatState(changes, {
      applied: upTo,
      hash: applied.at(-1)?.hash ?? '',
      journalRow: 0,
      recent: mark.recent.length > 0 ? mark.recent : rememberKeys([], applied),
      rows: changes.length,
      schema,
      ...(mark.closed === undefined ? {} : { closed: mark.closed }),
    }),
  );
  services.spreadsheets.flush();
  return readBooks(services.workbook());
}
