import type { Instant, PlainDate } from '../../../src/core/calendar/dates.ts';
import type { Email } from '../../../src/core/model/ids.ts';
import type { Issue } from '../../../src/core/result.ts';
import type { Done, RawInput } from '../../../src/registry/commands/command-spec.ts';
import type { SystemCommand } from '../../../src/registry/commands/command-table.ts';
import { type FileSpec } from '../../../src/registry/commands/context.ts';
import { type EditOutcome, type RowEdit } from '../../../src/registry/commands/edits/decide-edits.ts';
import { type JournalRow } from '../../../src/registry/journal/format-entry.ts';
import type { Effect, JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import type { Kind, RecordTypes } from '../../../src/registry/records.ts';
import type { RecordChange } from '../../../src/registry/state/draft.ts';
import { State } from '../../../src/registry/state/state.ts';
export type Answer =
  | {
      readonly ok: true;
      readonly id: string;
      readonly done: Done;
      readonly changes: readonly RecordChange[];
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly issues: readonly Issue[];
    };
export declare const LINKS: {
  leadForm: string;
  registry: string;
};
export declare function digest(text: string): string;
/** An address as the registry keeps it; throws where the text is none. */
export declare function address(text: string): Email;
/**
 * The registry without Google: commands run one after the other over a list of state rows and a journal in memory,
 * with a clock that the test moves. It refuses what the real one could never meet: time that runs backwards, people
 * without an address, files that no spreadsheet could hold.
 */
export declare class TestDoor {
  #private;
  readonly files: FileSpec[];
  readonly effects: Effect[];
  constructor(now: Instant);
  /** A door of its own that starts from what this one holds. */
  fork(): TestDoor;
  get now(): Instant;
  get today(): PlainDate;
  get timeZone(): string;
  get records(): State;
  get stateRows(): readonly (readonly unknown[])[];
  get journalRows(): readonly JournalRow[];
  get journal(): readonly JournalEntry[];
  /** Moves the clock to a local time of the programme. */
  moveTo(local: string): void;
  /** The record with that ID; throws where there is none. */
  get<K extends Kind>(kind: K, id: string): RecordTypes[K];
  /** What a person's command answers; done, it is recorded. */
  run(as: string, name: string, input?: RawInput): Answer;
  /** As `run`, for a command that the test takes for granted: answers the ID, throws where it is refused. */
  must(as: string, name: string, input?: RawInput): string;
  /** What a form or the clock asks for. */
  system(name: SystemCommand, input?: RawInput, from?: string | null): Answer;
  /** A response of the lead form, as the form's trigger hands it over. */
  sendLeadForm(
    response: string,
    from: string,
    answers: {
      readonly [question: string]: string;
    },
  ): Answer;
  sendJoinForm(
    response: string,
    from: string,
    answers: {
      readonly [question: string]: string;
    },
  ): Answer;
  runDay(): readonly RecordChange[];
  /** What becomes of cells that a person typed. */
  type(as: string, edits: readonly RowEdit[]): readonly EditOutcome[];
  /** One row of one tab. */
  typeRow(
    as: string,
    kind: RowEdit['kind'],
    id: string | null,
    cells: {
      readonly [key: string]: string;
    },
  ): EditOutcome;
}
/** The ID that an answer gives; throws with the reasons where it is a refusal. */
export declare function accept(answer: Answer): string;
/** The codes of all problems in their order; empty where the command was done. */
export declare function codesOf(answer: Answer): readonly string[];
/** Code and field of all problems in their order, such as `required salesOwner`; empty where it was done. */
export declare function problemsOf(answer: Answer): readonly string[];
