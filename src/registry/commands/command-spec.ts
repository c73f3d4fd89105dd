import type * as v from 'valibot';
import type { Instant, PlainDate } from '../../core/calendar/dates.ts';
import type { LeadRecord, PartnerRecord } from '../records.ts';
import type { Context } from './context.ts';
import type { Problems } from './problems.ts';

/** A command's input before it is checked: what a dialog, a form or a scenario sent. */
export type RawInput = { readonly [field: string]: unknown };

/** What fields are read against besides themselves. */
export interface FieldCalendar {
  readonly timeZone: string;
  readonly now: Instant;
  /** The calendar date of `now` in the programme time zone. */
  readonly today: PlainDate;
}

/** Whose lead or partner a command is about: decides whether a manager or a sales account owner may act. */
export interface Concerns {
  readonly partner?: PartnerRecord | undefined;
  readonly lead?: LeadRecord | undefined;
}

/** What a command answers once it is done; its writes are in the draft. */
export interface Done {
  /** The record that the command made or changed. */
  readonly id?: string;
  /** What the journal names as its subject; the ID where it is not given. */
  readonly subject?: string;
  /** The reason given, for the journal. */
  readonly reason?: string;
  /** The records of an import, in the order of its rows. */
  readonly ids?: readonly string[];
  /** What else the answer carries, as plain data. */
  readonly value?: { readonly [name: string]: unknown };
}

/**
 * One command. The steps run in the order in which problems decide: the records it names (`not-found`), the actor's
 * right, the fields, the state; all problems found are answered together.
 */
export interface CommandSpec<Input, Found> {
  readonly name: string;
  /** The fields. The programme's time zone decides how local times are read, today which dates are in the future. */
  readonly schema: (calendar: FieldCalendar) => v.GenericSchema<unknown, Input>;
  /** Looks up the records that the input names; adds `not-found` where one is missing. */
  readonly find: (raw: RawInput, context: Context, problems: Problems) => Found;
  /** The lead or partner that decides whether this person may act; of several the person must be allowed for each. */
  readonly concerns?: (found: Found, context: Context) => Concerns | readonly Concerns[];
  /** Problems that can be seen from the records alone, whatever the fields. */
  readonly check?: (found: Found, context: Context, problems: Problems) => void;
  /** Writes the outcome into the draft, or adds problems. */
  readonly decide: (input: Input, found: Found, context: Context, problems: Problems) => Done;
  /** Why this person may not give it all the same, where that follows from the records; null where nothing speaks against it. */
  readonly forbids?: (found: Found, context: Context) => string | null;
  /** A question changes nothing and leaves no journal entry; some commands are one for some inputs only. */
  readonly isQuestion?: boolean | ((raw: RawInput) => boolean);
}

/** Whether the command is a question with this input. */
export function asksOnly({ isQuestion = false }: AnyCommandSpec, raw: RawInput): boolean {
  return typeof isQuestion === 'boolean' ? isQuestion : isQuestion(raw);
}

/** A command whose types are its own business. */
// biome-ignore lint/suspicious/noExplicitAny: a table of commands of different inputs
export type AnyCommandSpec = CommandSpec<any, any>;

/** Declares a command; only there for the types. */
export function command<Input, Found>(spec: CommandSpec<Input, Found>): CommandSpec<Input, Found> {
  return spec;
}
