import { toInstant } from '../../core/calendar/to-instant.ts';
import type { NameBook } from '../../core/conflict/name-book.ts';
import type { Email } from '../../core/model/ids.ts';
import { sortIssues } from '../../core/result.ts';
import { cutText } from '../../core/text/cut-text.ts';
import { parseEmail } from '../../core/text/parse-email.ts';
import { shortenText } from '../../core/text/quote-text.ts';
import {
  type AnyCommandSpec,
  asksOnly,
  type Done,
  type RawInput,
} from '../../registry/commands/command-spec.ts';
import {
  isPeopleCommand,
  PEOPLE_COMMANDS,
  type SystemCommand,
} from '../../registry/commands/command-table.ts';
import { actorName, type Context } from '../../registry/commands/context.ts';
import { type Decision, decideCommand, decideSystemCommand } from '../../registry/commands/decide-command.ts';
import { leavesWork } from '../../registry/commands/leaves-work.ts';
import { openContext, readSettings } from '../../registry/commands/open-context.ts';
import { diffRecord } from '../../registry/journal/diff-record.ts';
import type { UnchainedEntry } from '../../registry/journal/journal-entry.ts';
import type { Services } from '../services/services.ts';
import { type Answer, BUSY } from './answer.ts';
import { readWholeJournal } from './archive/read-whole-journal.ts';
import type { Books } from './books.ts';
import { closedForImport, OPENS_BOOKS } from './books-closed.ts';
import { commitPlan, openBooks } from './commit-plan.ts';
import { readJournal } from './journal-book.ts';
import { linksOf } from './links.ts';
import { readNameBook } from './names-book.ts';
import { RegistryError } from './registry-error.ts';

/** Longer names of a click are told by their digest. */
const MOST_OF_A_KEY = 200;

type Who = { readonly kind: 'person' | 'respondent'; readonly email: Email } | null;

/** What is to be decided: the function gets a fresh context and writes to its draft. */
export interface Task {
  /** The command's name in the journal. */
  readonly name: string;
  readonly who: Who;
  /** Idempotency key, '' where the command itself is safe to repeat. */
  readonly key: string;
  readonly decide: (context: Context) => Decision;
  /** A question leaves no trace in the journal. */
  readonly isQuestion?: boolean;
  /** Whether a refusal is journaled; the clock's and forms' are not. */
  readonly journalsRefusals?: boolean;
}

/**
 * The one door: takes the workbook's lock, rolls forward, decides, journals, applies. Everything that changes the
 * registry comes through here.
 */
export function passDoor(services: Services, task: Task): Answer {
  const passed = services.lock.alone(() => passLocked(services, task));
  return passed === null ? BUSY : passed.value;
}

/** As `passDoor`, for a caller that holds the lock already, and may have opened the books under it. */
export function passLocked(
  services: Services,
  task: Task,
  books: Books = openBooks(services, { evenClosed: true }),
): Answer {
  if (task.key !== '' && books.state.mark.recent.includes(task.key)) return answerGiven(books, task.key);
  const closed = findClosing(books, task);
  if (closed !== null) return closed;
  const context = contextOf(services, books, task.who);
  const decision = task.decide(context);
  if (!decision.ok) {
    const issues = sortIssues(decision.issues);
    const answer: Answer = { ok: false, code: issues[0]?.code ?? 'invalid', issues };
    if (!task.isQuestion && task.journalsRefusals) {
      const why = issues.map(({ code, message }) => `${code}: ${message}`).join('\n');
      commitPlan(services, books, entryOf(task, context, 'Refused', '', why, []), [], answer);
    }
    return answer;
  }
  return commitDone(services, books, task, context, decision.done);
}

/** While an import is running only its end and questions come through. */
function findClosing({ state }: Books, task: Task): Answer | null {
  const { closed } = state.mark;
  if (closed === undefined || task.name === OPENS_BOOKS || task.isQuestion) return null;
  const { message } = closedForImport(closed, readSettings(state).timeZone);
  return { ok: false, code: 'busy', issues: [{ code: 'busy', message }] };
}

/** What was answered when this key came first. */
function answerGiven(books: Books, key: string): Answer {
  const entry = readJournal(books)
    .filter((one) => one.key === key)
    .at(-1);
  if (entry?.answer) return entry.answer as unknown as Answer;
  throw new RegistryError(
    'This was done already, but its entry is gone from the Journal tab, so that what was answered cannot be told. Look at the record itself before you do it again.',
  );
}

function commitDone(services: Services, books: Books, task: Task, context: Context, done: Done): Answer {
  const changes = context.draft.changes();
  const mailQueued = leavesWork(changes);
  const answer: Answer = {
    ok: true,
    ...(done.id === undefined ? {} : { id: done.id }),
    ...(done.ids === undefined ? {} : { ids: done.ids }),
    ...(done.value === undefined ? {} : { value: done.value }),
    ...(mailQueued ? { mailQueued } : {}),
  };
  const isNothing = changes.length === 0 && context.effects.length === 0;
  if (task.isQuestion || (isNothing && task.who?.kind !== 'person')) return answer;
  const plan = entryOf(
    task,
    context,
    'Done',
    done.subject ?? done.id ?? '',
    done.reason ?? '',
    changes.map(diffRecord),
  );
  const warnings = commitPlan(services, books, plan, changes, answer);
  return warnings.length === 0 ? answer : { ...answer, warnings };
}

function entryOf(
  task: Task,
  context: Context,
  outcome: UnchainedEntry['outcome'],
  subject: string,
  reason: string,
  changes: UnchainedEntry['changes'],
): UnchainedEntry {
  return {
    at: context.now,
    actor: actorName(context.actor),
    command: task.name,
    subject: cutText(subject, 1000),
    outcome,
    changes,
    effects: outcome === 'Done' ? context.effects : [],
    reason: cutText(reason, 5000),
    key: task.key,
  };
}

/** A fresh context over the books. */
export function contextOf(services: Services, books: Books, who: Who): Context {
  return openContext(books.state, {
    now: toInstant(services.tools.startedAtMs),
    actor: who,
    links: linksOf(services),
    nameBook: nameBookOf(services, books),
    journalSince: (month) => readWholeJournal(services, books, month),
  });
}

/** Read when the conflict check is first needed: most commands do without. */
function nameBookOf(services: Services, books: Books): () => NameBook | null {
  let read: { readonly book: NameBook | null } | null = null;
  return () => {
    read ??= { book: readNameBook(services, books.state) };
    return read.book;
  };
}

/** Who is at the keyboard, or what to answer where Google does not say. */
type Person =
  | { readonly ok: true; readonly who: { readonly kind: 'person'; readonly email: Email } }
  | { readonly ok: false; readonly answer: Answer };

/** Who is at the keyboard, as whom a dialog asks and commands. */
export function personOf(services: Services): Person {
  const email = parseEmail(services.people.active());
  if (email !== null) return { ok: true, who: { kind: 'person', email } };
  const message =
    'Google does not say who you are, so nothing can be decided in your name. Sign in with an account of the company.';
  return {
    ok: false,
    answer: { ok: false, code: 'not-allowed', issues: [{ code: 'not-allowed', message }] },
  };
}

/** A person's command. `requestId` names the click, so that sending it twice does it once. */
export function runCommand(services: Services, name: string, input: RawInput, requestId: string): Answer {
  const person = personOf(services);
  if (!person.ok) return person.answer;
  const spec: AnyCommandSpec | undefined = isPeopleCommand(name) ? PEOPLE_COMMANDS[name] : undefined;
  return passDoor(services, {
    // The journal names what was asked for, and holds no more of a strange name than a cell does.
    name: spec === undefined ? shortenText(name, 100) : name,
    who: person.who,
    key: requestId === '' ? '' : `${person.who.email}/${shortKey(services, requestId)}`,
    decide: (context) => decideCommand(name, input, context),
    isQuestion: spec !== undefined && asksOnly(spec, input),
    journalsRefusals: true,
  });
}

/** The mark remembers keys: whatever a client sends as one must fit there. */
function shortKey(services: Services, requestId: string): string {
  return requestId.length <= MOST_OF_A_KEY ? requestId : services.tools.digest(requestId);
}

/** What a form or the clock asks for. */
export function runSystemCommand(
  services: Services,
  name: SystemCommand,
  input: RawInput,
  who: Who = null,
): Answer {
  return passDoor(services, systemTask(name, input, who));
}

/** The task of a form or the clock. */
export function systemTask(name: SystemCommand, input: RawInput, who: Who = null): Task {
  return { name, who, key: '', decide: (context) => decideSystemCommand(name, input, context) };
}
