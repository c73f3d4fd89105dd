import { daysBetween } from '../../core/calendar/days-between.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { listArchives } from '../../registry/commands/archive/journal-archives.ts';
import { findBrokenEntry } from '../../registry/journal/verify-chain.ts';
import type { Services } from '../services/services.ts';
import type { Books } from './books.ts';
import { runSystemCommand } from './door.ts';
import { readJournal } from './journal-book.ts';

/** Script property: the last verified entry, and the day on which the whole chain was last looked at. */
const VERIFIED = 'JOURNAL_VERIFIED';

/** What was verified once may be changed later: so many days on, all of it is looked at again. */
const WHOLE_AFTER_DAYS = 7;

/** Breaks told in one run; a journal with more of them was not changed by accident. */
const MOST_BREAKS = 10;

/** Up to which entry the chain is known to be whole. */
interface Verified {
  readonly applied: number;
  readonly hash: string;
  readonly wholeOn: string;
}

/**
 * Looks whether the journal's entries since the last verified one follow each other as they were written, once a week
 * all of them, and tells the programme heads of each break once. Answers whether there was one.
 */
export function checkJournal(services: Services, books: Books): boolean {
  const today = toPlainDate(toInstant(services.tools.startedAtMs), 'UTC');
  const known = readVerified(services);
  const wholeOn = known === null ? null : parsePlainDate(known.wholeOn);
  const isDue = wholeOn === null || daysBetween(wholeOn, today) >= WHOLE_AFTER_DAYS;
  // What was archived was verified as it was copied.
  const archived = listArchives(books.state).at(-1);
  const start = archived ? { applied: archived.last, hash: archived.hash } : { applied: 0, hash: '' };
  let previous = known === null || isDue || known.applied < start.applied ? start : known;
  const { mark } = books.state;
  if (!isDue && previous.applied === mark.applied && previous.hash === mark.hash) return false;
  const entries = readJournal(books);
  let breaks = 0;
  for (;;) {
    const { applied } = previous;
    const rest = entries.filter(({ entry }) => entry > applied);
    const broken = findBrokenEntry(rest, services.tools.digest, previous);
    const last = rest.at(-1);
    if (broken === null) {
      if (last) previous = { applied: last.entry, hash: last.hash };
      if (previous.applied < mark.applied) {
        breaks += 1;
        report(services, `Entry ${previous.applied + 1} is missing from the journal.`);
      }
      break;
    }
    breaks += 1;
    report(services, broken.problem);
    // What follows a break is taken at its word and checked from there on.
    const next = rest.find(({ entry }) => entry >= broken.entry);
    if (!next || breaks === MOST_BREAKS) break;
    previous = { applied: next.entry, hash: next.hash };
  }
  const verified: Verified = { ...previous, wholeOn: isDue ? today : (known?.wholeOn ?? today) };
  const text = JSON.stringify({ applied: verified.applied, hash: verified.hash, wholeOn: verified.wholeOn });
  if (text !== JSON.stringify(known)) services.properties.set(VERIFIED, text);
  return breaks > 0;
}

function report(services: Services, problem: string): void {
  services.tools.log(problem);
  runSystemCommand(services, 'reportJournal', { problem });
}

function readVerified(services: Services): Verified | null {
  const text = services.properties.get(VERIFIED);
  return text === null ? null : (JSON.parse(text) as Verified);
}
