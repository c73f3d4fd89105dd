import { daysBetween } from '../../core/calendar/days-between.ts';
import { parsePlainDate } from '../../core/calendar/parse-plain-date.ts';
import { toInstant } from '../../core/calendar/to-instant.ts';
import { toPlainDate } from '../../core/calendar/to-plain-date.ts';
import { listArchives } from '../../registry/commands/archive/journal-archives.ts';
import { findDifferingRecords } from '../../registry/journal/find-differing-records.ts';
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

/** Up to which entry the chain is known to be whole, and what is wrong before it. */
interface Verified extends Partial<JournalCheck> {
  readonly applied: number;
  readonly hash: string;
  readonly wholeOn: string;
}

/** What is known to be wrong with the journal. */
export interface JournalCheck {
  readonly breaks: readonly string[];
  /** Records that say something else than the journal's last word on them. */
  readonly differing: readonly string[];
  /** Breaks that were found just now and told, so that the books have changed. */
  readonly told: number;
}

/**
 * Looks whether the journal's entries since the last verified one follow each other as they were written, and whether the
 * records say what they say, once a week all of them; tells the programme heads of each break once.
 */
export function checkJournal(services: Services, books: Books): JournalCheck {
  const today = toPlainDate(toInstant(services.tools.startedAtMs), 'UTC');
  const known = readVerified(services);
  const lookedOn = known === null ? null : parsePlainDate(known.wholeOn);
  const isDue = lookedOn === null || daysBetween(lookedOn, today) >= WHOLE_AFTER_DAYS;
  // What was archived was verified as it was copied.
  const archived = listArchives(books.state).at(-1);
  const start = archived ? { applied: archived.last, hash: archived.hash } : { applied: 0, hash: '' };
  let previous = known === null || isDue || known.applied < start.applied ? start : known;
  const { mark } = books.state;
  const before = {
    breaks: isDue ? [] : (known?.breaks ?? []),
    differing: isDue ? [] : (known?.differing ?? []),
  };
  if (!isDue && previous.applied === mark.applied && previous.hash === mark.hash)
    return { ...before, told: 0 };
  const entries = readJournal(books);
  const { applied: from } = previous;
  const looked = entries.filter(({ entry }) => entry > from && entry <= mark.applied);
  const differing = findDifferingRecords(books.state, looked);
  const breaks: string[] = [];
  const tell = (problem: string) => {
    breaks.push(problem);
    report(services, problem);
  };
  for (;;) {
    const { applied } = previous;
    const rest = entries.filter(({ entry }) => entry > applied);
    const broken = findBrokenEntry(rest, services.tools.digest, previous);
    const last = rest.at(-1);
    if (broken === null) {
      if (last) previous = { applied: last.entry, hash: last.hash };
      if (previous.applied < mark.applied) {
        tell(`Entry ${previous.applied + 1} is missing from the journal.`);
      }
      break;
    }
    tell(broken.problem);
    // What follows a break is taken at its word and checked from there on.
    const next = rest.find(({ entry }) => entry >= broken.entry);
    if (!next || breaks.length === MOST_BREAKS) break;
    previous = { applied: next.entry, hash: next.hash };
  }
  const found = {
    breaks: [...new Set([...before.breaks, ...breaks])].slice(-MOST_BREAKS),
    differing: [...new Set([...before.differing, ...differing])].slice(-MOST_BREAKS),
  };
  const wholeOn = isDue ? today : (known?.wholeOn ?? today);
  const verified: Verified = { applied: previous.applied, hash: previous.hash, wholeOn, ...found };
  const text = JSON.stringify(verified);
  if (text !== JSON.stringify(known)) services.properties.set(VERIFIED, text);
  return { ...found, told: breaks.length };
}

function report(services: Services, problem: string): void {
  services.tools.log(problem);
  runSystemCommand(services, 'reportJournal', { problem });
}

function readVerified(services: Services): Verified | null {
  const text = services.properties.get(VERIFIED);
  return text === null ? null : (JSON.parse(text) as Verified);
}
