import { createHash } from 'node:crypto';
import type { Instant, PlainDate } from '../../../src/core/calendar/dates.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { toPlainDate } from '../../../src/core/calendar/to-plain-date.ts';
import type { Email } from '../../../src/core/model/ids.ts';
import type { Issue } from '../../../src/core/result.ts';
import { parseEmail } from '../../../src/core/text/parse-email.ts';
import type { Done, RawInput } from '../../../src/registry/commands/command-spec.ts';
import type { SystemCommand } from '../../../src/registry/commands/command-table.ts';
import { actorName, type Context } from '../../../src/registry/commands/context.ts';
import {
  type Decision,
  decideCommand,
  decideSystemCommand,
} from '../../../src/registry/commands/decide-command.ts';
import {
  decideEdits,
  type EditOutcome,
  type RowEdit,
} from '../../../src/registry/commands/edits/decide-edits.ts';
import { openContext, readSettings } from '../../../src/registry/commands/open-context.ts';
import {
  listPendingSnapshots,
  openSnapshots,
} from '../../../src/registry/commands/snapshots/open-snapshots.ts';
import type { FileSpec } from '../../../src/registry/files/file-spec.ts';
import { diffRecord } from '../../../src/registry/journal/diff-record.ts';
import { chainEntry, formatEntry, type JournalRow } from '../../../src/registry/journal/format-entry.ts';
import type { Effect, JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../../src/registry/journal/parse-entries.ts';
import type { Kind, RecordTypes } from '../../../src/registry/records.ts';
import type { RecordChange } from '../../../src/registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../../src/registry/state/format-state.ts';
import { State } from '../../../src/registry/state/state.ts';

export type Answer =
  | { readonly ok: true; readonly id: string; readonly done: Done; readonly changes: readonly RecordChange[] }
  | { readonly ok: false; readonly code: string; readonly issues: readonly Issue[] };

type Who = { readonly kind: 'person' | 'respondent'; readonly email: Email } | null;

export const LINKS = {
  leadForm: 'https://forms.example/lead',
  joinForm: 'https://forms.example/join',
  registry: 'https://sheets.example/registry',
  resources: [{ name: 'Pitch deck', link: 'https://resources.example/deck' }],
};

/** More superseded rows than this are dropped, as the registry itself does with its list. */
const COMPACT_AT = 500;

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An address as the registry keeps it; throws where the text is none. */
export function address(text: string): Email {
  const email = parseEmail(text);
  if (email === null) throw new Error(`Not an address: ${text}`);
  return email;
}

/**
 * The registry without Google: commands run one after the other over a list of state rows and a journal in memory,
 * with a clock that the test moves. It refuses what the real one could never meet: time that runs backwards, people
 * without an address, files that no spreadsheet could hold.
 */
export class TestDoor {
  readonly files: FileSpec[] = [];
  readonly effects: Effect[] = [];
  #stateRows: (readonly unknown[])[] = [];
  #journal: JournalRow[] = [];
  #now: Instant;
  #state: State | null = null;

  constructor(now: Instant) {
    this.#now = now;
  }

  /** A door of its own that starts from what this one holds. */
  fork(): TestDoor {
    const door = new TestDoor(this.#now);
    door.#stateRows = [...this.#stateRows];
    door.#journal = [...this.#journal];
    return door;
  }

  get now(): Instant {
    return this.#now;
  }

  get today(): PlainDate {
    return toPlainDate(this.#now, this.timeZone);
  }

  get timeZone(): string {
    return readSettings(this.records).timeZone;
  }

  get records(): State {
    this.#state ??= State.parse(this.#stateRows);
    return this.#state;
  }

  get stateRows(): readonly (readonly unknown[])[] {
    return this.#stateRows;
  }

  get journalRows(): readonly JournalRow[] {
    return this.#journal;
  }

  get journal(): readonly JournalEntry[] {
    return parseEntries(this.#journal);
  }

  /** Moves the clock to a local time of the programme. */
  moveTo(local: string): void {
    const at = parseLocalTime(local, this.timeZone);
    if (at === null || at < this.#now) throw new Error(`The clock cannot go from ${this.#now} to ${local}.`);
    this.#now = at;
  }

  /** The record with that ID; throws where there is none. */
  get<K extends Kind>(kind: K, id: string): RecordTypes[K] {
    const record = this.records.get(kind, id);
    if (!record) throw new Error(`There is no ${kind} ${id}.`);
    return record;
  }

  /** What a person's command answers; done, it is recorded. */
  run(as: string, name: string, input: RawInput = {}): Answer {
    const who: Who = { kind: 'person', email: address(as) };
    return this.#pass(name, who, (context) => decideCommand(name, input, context));
  }

  /** As `run`, for a command that the test takes for granted: answers the ID, throws where it is refused. */
  must(as: string, name: string, input: RawInput = {}): string {
    return accept(this.run(as, name, input));
  }

  /** What a form or the clock asks for. */
  system(name: SystemCommand, input: RawInput = {}, from: string | null = null): Answer {
    const who: Who = from === null ? null : { kind: 'respondent', email: address(from) };
    return this.#pass(name, who, (context) => decideSystemCommand(name, input, context));
  }

  /** A response of the lead form, as the form's trigger hands it over. */
  sendLeadForm(response: string, from: string, answers: { readonly [question: string]: string }): Answer {
    return this.system('takeLeadForm', { response, at: this.#now, from, answers }, from);
  }

  sendJoinForm(response: string, from: string, answers: { readonly [question: string]: string }): Answer {
    return this.system('takeJoinForm', { response, at: this.#now, from, answers }, from);
  }

  runDay(): readonly RecordChange[] {
    const answer = this.system('dailyWork');
    if (!answer.ok) throw new Error('The daily work was refused.');
    return answer.changes;
  }

  /** Makes the snapshots that are listed and not made yet, at most so many, as the execution behind a command does. */
  makeSnapshots(most = Number.POSITIVE_INFINITY): readonly string[] {
    const pending = listPendingSnapshots(this.records).slice(0, most);
    if (pending.length === 0) return [];
    const fileOf = openSnapshots(this.records, this.journal, readSettings(this.records));
    const files = pending.map((snapshot) => ({ snapshot: snapshot.id, ...this.#makeFile(fileOf(snapshot)) }));
    accept(this.system('noteSnapshots', { files }));
    return pending.map(({ id }) => id);
  }

  /** What becomes of cells that a person typed. */
  type(as: string, edits: readonly RowEdit[]): readonly EditOutcome[] {
    let outcomes: readonly EditOutcome[] = [];
    this.#pass('edit', { kind: 'person', email: address(as) }, (context) => {
      outcomes = decideEdits(edits, context);
      return { ok: true, done: {} };
    });
    return outcomes;
  }

  /** One row of one tab. */
  typeRow(
    as: string,
    kind: RowEdit['kind'],
    id: string | null,
    cells: { readonly [key: string]: string },
  ): EditOutcome {
    const [outcome] = this.type(as, [{ kind, id, row: 2, typed: new Map(Object.entries(cells)) }]);
    if (!outcome) throw new Error('An edit has an outcome.');
    return outcome;
  }

  #pass(name: string, who: Who, decide: (context: Context) => Decision): Answer {
    const context = openContext(this.records, {
      now: this.#now,
      actor: who,
      links: LINKS,
      journalSince: () => this.journal,
    });
    const decision = decide(context);
    if (decision.ok) return this.#commit(name, context, decision.done);
    const [first] = decision.issues;
    if (!first) throw new Error(`${name} was refused without saying why.`);
    return { ok: false, code: first.code, issues: decision.issues };
  }

  #commit(name: string, context: Context, done: Done): Answer {
    const changes = context.draft.changes();
    if (changes.length > 0 || context.effects.length > 0) {
      const plan = {
        at: context.now,
        actor: actorName(context.actor),
        command: name,
        subject: done.subject ?? done.id ?? '',
        outcome: 'Done' as const,
        changes: changes.map(diffRecord),
        effects: context.effects,
        reason: done.reason ?? '',
        key: '',
      };
      const entry = chainEntry(plan, this.records.mark, digest);
      this.#journal.push(...formatEntry(entry));
      const mark = { applied: entry.entry, hash: entry.hash, journalRow: this.#journal.length, recent: [] };
      this.#stateRows.push(...formatState(changes, mark).map(spreadStateRow));
      this.effects.push(...context.effects);
      this.#state = null;
      if (this.#stateRows.length > COMPACT_AT)
        this.#stateRows = State.parse(this.#stateRows).pack().map(spreadStateRow);
    }
    return { ok: true, id: done.id ?? '', done, changes };
  }

  #makeFile(file: FileSpec): { readonly id: string; readonly url: string } {
    if (file.name === '' || file.tabs.length === 0) throw new Error('A spreadsheet needs a name and a tab.');
    if (new Set(file.tabs.map(({ name }) => name)).size < file.tabs.length)
      throw new Error('Two tabs of one name.');
    for (const { name, rows, columns } of file.tabs) {
      const width = columns.length;
      if (width === 0 || rows.some((row) => row.length !== width))
        throw new Error(`${name} is no rectangle of cells.`);
    }
    this.files.push(file);
    const id = `file-${this.files.length}`;
    return { id, url: `https://sheets.example/${id}` };
  }
}

/** The ID that an answer gives; throws with the reasons where it is a refusal. */
export function accept(answer: Answer): string {
  if (answer.ok) return answer.id;
  throw new Error(answer.issues.map(({ code, field, message }) => `${code} ${field}: ${message}`).join('\n'));
}

/** The codes of all problems in their order; empty where the command was done. */
export function codesOf(answer: Answer): readonly string[] {
  return answer.ok ? [] : answer.issues.map(({ code }) => code);
}

/** Code and field of all problems in their order, such as `required salesOwner`; empty where it was done. */
export function problemsOf(answer: Answer): readonly string[] {
  return answer.ok ? [] : answer.issues.map(({ code, field = '' }) => `${code} ${field}`.trim());
}
