import * as v from 'valibot';
import { coversFor } from '../../core/people/covers-for.ts';
import { checkRight, type Relation } from '../../core/people/may-act.ts';
import type { Issue } from '../../core/result.ts';
import { quoteText } from '../../core/text/quote-text.ts';
import { MOST_CHARACTERS_OF_A_RECORD } from '../state/format-state.ts';
import {
  type AnyCommandSpec,
  asksOnly,
  type Concerns,
  type Done,
  type FieldCalendar,
  type RawInput,
} from './command-spec.ts';
import {
  isPeopleCommand,
  PEOPLE_COMMANDS,
  type PeopleCommand,
  SYSTEM_COMMANDS,
  type SystemCommand,
} from './command-table.ts';
import type { Actor, Context } from './context.ts';
import { toIssues, unknownFields } from './fields.ts';
import { namedIn } from './find-records.ts';
import { keepReviews } from './keep-reviews.ts';
import { Problems } from './problems.ts';
import { settleLines } from './settle-lines.ts';

/** What became of a command: done, with its writes in the draft, or refused with every problem found. */
export type Decision =
  | { readonly ok: true; readonly done: Done }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Decides a command that a person gave. A missing right is answered alone; otherwise all problems together, in the
 * order existence, fields, state, conflicts. Where it is refused the draft is to be dropped.
 */
export function decideCommand(name: string, raw: RawInput, context: Context): Decision {
  if (!isPeopleCommand(name)) return refused('not-found', `There is no command ${quoteText(name)}.`);
  const spec: AnyCommandSpec = PEOPLE_COMMANDS[name];
  // Who may never give this command learns nothing about what exists.
  const never = findMissingRole(name, context);
  if (never) return { ok: false, issues: [never] };
  const problems = new Problems();
  const found = spec.find(raw, context, problems);
  for (const concerns of [spec.concerns?.(found, context) ?? {}].flat()) {
    const missing = findMissingRight(name, concerns, raw, context);
    if (missing) return { ok: false, issues: [missing] };
  }
  const forbidden = spec.forbids?.(found, context) ?? null;
  if (forbidden !== null) return refused('not-allowed', forbidden);
  const decision = decide(spec, raw, found, context, problems);
  const tooLong = decision.ok ? findTooLong(context) : [];
  return tooLong.length === 0 ? decision : { ok: false, issues: tooLong };
}

/** Decides what a form or the clock asks for: nobody's rights are in question. */
export function decideSystemCommand(name: SystemCommand, raw: RawInput, context: Context): Decision {
  const spec: AnyCommandSpec = SYSTEM_COMMANDS[name];
  const problems = new Problems();
  const found = spec.find(raw, context, problems);
  return decide(spec, raw, found, context, problems);
}

/** Decides a command of people for an import, whose right to everything was settled when it began. */
export function decideImported(name: PeopleCommand, raw: RawInput, context: Context): Decision {
  const spec: AnyCommandSpec = PEOPLE_COMMANDS[name];
  const problems = new Problems();
  const found = spec.find(raw, context, problems);
  const decision = decide(spec, raw, found, context, problems);
  const tooLong = decision.ok ? findTooLong(context) : [];
  return tooLong.length === 0 ? decision : { ok: false, issues: tooLong };
}

/** What can be said of a command's fields alone, whatever the records. */
export function checkFields(name: PeopleCommand, raw: RawInput, calendar: FieldCalendar): readonly Issue[] {
  const spec: AnyCommandSpec = PEOPLE_COMMANDS[name];
  const parsed = v.safeParse(spec.schema(calendar), raw);
  return parsed.success ? [] : toIssues(parsed.issues);
}

function decide(
  spec: AnyCommandSpec,
  raw: RawInput,
  found: unknown,
  context: Context,
  problems: Problems,
): Decision {
  const { now, today, settings } = context;
  const schema = spec.schema({ now, today, timeZone: settings.timeZone });
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) problems.addAll(toIssues(parsed.issues));
  problems.addAll(unknownFields(schema, raw));
  spec.check?.(found, context, problems);
  if (!parsed.success) return { ok: false, issues: problems.sorted };
  const done = spec.decide(parsed.output, found, context, problems);
  if (problems.any) return { ok: false, issues: problems.sorted };
  if (!asksOnly(spec, raw)) {
    settleLines(context);
    keepReviews(context);
  }
  return { ok: true, done };
}

/** Records that have grown beyond what the books hold of one: many credits or objections, each a long text. */
function findTooLong({ draft }: Context): readonly Issue[] {
  return draft
    .changes()
    .flatMap(({ key, after }): readonly Issue[] =>
      JSON.stringify(after).length <= MOST_CHARACTERS_OF_A_RECORD
        ? []
        : [{ code: 'invalid', message: `${key} would be too long to be kept: write shorter texts.` }],
    );
}

/** Null where the actor may give the command about these records, otherwise what the role may and whom to ask. */
export function findMissingRight(
  name: PeopleCommand,
  concerns: Concerns,
  raw: RawInput,
  context: Context,
): Issue | null {
  return checkRight(name, roleOf(context.actor), relationTo(name, concerns, raw, context));
}

/** Null where the actor may give the command about some record at least. */
export function findMissingRole(name: PeopleCommand, context: Context): Issue | null {
  return checkRight(name, roleOf(context.actor), EVERY_RELATION);
}

const EVERY_RELATION: Relation = { ownPartner: true, ownLead: true, openRequest: true, self: true };

function relationTo(
  name: PeopleCommand,
  { partner, lead }: Concerns,
  raw: RawInput,
  context: Context,
): Relation {
  const { actor, team, today } = context;
  if (actor.kind !== 'person') return { ownPartner: false, ownLead: false, openRequest: false, self: false };
  const { email } = actor;
  const person = namedIn(raw, 'person').toLowerCase();
  const manager = partner && 'manager' in partner.partner ? partner.partner.manager : null;
  const registration = lead?.registration;
  return {
    // A record that is not there belongs to nobody: what is missing is said instead of whose it is.
    ownPartner:
      !partner || manager === email || (manager !== null && coversFor(email, manager, { team, today })),
    ownLead:
      !lead ||
      (registration !== undefined &&
        'approval' in registration &&
        registration.approval.salesOwner === email),
    // Whether the request is still open is a question of its state, and answered as one.
    openRequest: name === 'objectLead',
    self: person === '' || person === email,
  };
}

function roleOf(actor: Actor) {
  return actor.kind === 'person' && actor.member?.active ? actor.member.role : null;
}

function refused(code: Issue['code'], message: string): Decision {
  return { ok: false, issues: [{ code, message }] };
}
