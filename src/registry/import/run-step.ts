import type { Instant } from '../../core/calendar/dates.ts';
import type { Email, LeadId } from '../../core/model/ids.ts';
import type { Issue } from '../../core/result.ts';
import type { RawInput } from '../commands/command-spec.ts';
import type { PeopleCommand } from '../commands/command-table.ts';
import type { Context, Links } from '../commands/context.ts';
import { decideImported } from '../commands/decide-command.ts';
import { keepReviews } from '../commands/keep-reviews.ts';
import { openContext } from '../commands/open-context.ts';
import { refreshLeads } from '../commands/refresh-leads.ts';
import { settleLines } from '../commands/settle-lines.ts';
import type { Kind } from '../records.ts';
import type { SmallWorld } from './small-world.ts';

/** Messages are dropped, so that their links lead nowhere. */
const NO_LINKS: Links = { leadForm: '', joinForm: '', registry: '', resources: [] };

/** Nobody is written to about what happened long ago. */
const NEVER_KEPT: readonly Kind[] = ['outbox'];

/** One command as it would have been given then. */
export interface Step {
  readonly command: PeopleCommand;
  readonly input: RawInput;
  readonly now: Instant;
  readonly actor: Email;
  /** The rate in force then, where it was another. */
  readonly rate?: string;
  /** What is wrong with the outcome, if anything: then nothing is kept. */
  readonly check?: (context: Context) => readonly Issue[];
}

/** The record that the step made or changed, or everything that speaks against it. */
export type StepOutcome =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Decides a step by the programme's rules and keeps in the world what it makes of the records. */
export function runStep(world: SmallWorld, step: Step): StepOutcome {
  const { command, input, now, actor, rate, check } = step;
  const opened = openContext(world, { now, actor: { kind: 'person', email: actor }, links: NO_LINKS });
  const context = rate === undefined ? opened : { ...opened, settings: { ...opened.settings, rate } };
  const decision = decideImported(command, input, context);
  if (!decision.ok) return decision;
  const issues = check?.(context) ?? [];
  if (issues.length > 0) return { ok: false, issues };
  keep(world, context);
  return { ok: true, id: decision.done.id ?? '' };
}

/** Brings these leads in line with the facts as of that moment. */
export function refreshWorld(world: SmallWorld, leads: readonly LeadId[], now: Instant): void {
  const context = openContext(world, { now, actor: null, links: NO_LINKS });
  refreshLeads(context, leads);
  for (const id of leads) {
    const lead = context.draft.get('leads', id);
    if (lead) context.draft.put('leads', lead);
  }
  settleLines(context);
  keepReviews(context);
  keep(world, context);
}

function keep(world: SmallWorld, { draft }: Context): void {
  for (const { kind, after } of draft.changes()) {
    if (!NEVER_KEPT.includes(kind)) world.put(kind, after as never);
  }
}
