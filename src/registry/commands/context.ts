import type { Instant, Month, PlainDate } from '../../core/calendar/dates.ts';
import type { NameBook } from '../../core/conflict/name-book.ts';
import type { Email } from '../../core/model/ids.ts';
import type { TeamMember } from '../../core/model/team.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Effect, JournalEntry } from '../journal/journal-entry.ts';
import type { Draft } from '../state/draft.ts';
import type { RecordsView } from '../state/records-view.ts';
import type { CustomerDesk } from './customer-desk.ts';

/** Who acts: a person of the team or outside it, a respondent of a form, or the registry's clock. */
export type Actor =
  | { readonly kind: 'person'; readonly email: Email; readonly member: TeamMember | null }
  | { readonly kind: 'respondent'; readonly email: Email }
  | { readonly kind: 'clock' };

/** Everything a command may look at and write to. Nothing in it comes from the outside world by itself. */
export interface Context {
  readonly draft: Draft;
  /** The records as they stood before the command. */
  readonly before: RecordsView;
  readonly settings: Settings;
  readonly now: Instant;
  /** The calendar date of `now` in the programme time zone. */
  readonly today: PlainDate;
  readonly actor: Actor;
  readonly team: readonly TeamMember[];
  /** The conflict check over the draft's records. */
  readonly customers: CustomerDesk;
  /** What finds customers by name without reading all records; null where there is none. */
  readonly nameBook: () => NameBook | null;
  /** The journal's entries from that month on: archives of earlier years are opened for nothing else. */
  readonly journalSince: (month: Month) => readonly JournalEntry[];
  /** Links that mails and answers name. */
  readonly links: Links;
  readonly effects: Effect[];
  /** Occasions that have had their message, so that a job that runs again queues none twice. */
  readonly occasions: () => Set<string>;
}

export interface Links {
  readonly leadForm: string;
  readonly joinForm: string;
  readonly registry: string;
  /** What the Resources tab offers to partners. */
  readonly resources: readonly Resource[];
}

/** An online resource or community for partners. */
export interface Resource {
  readonly name: string;
  readonly link: string;
}

/** The address of whoever acts, as the journal names it. */
export function actorName(actor: Actor): string {
  return actor.kind === 'clock' ? 'the registry' : actor.email;
}

/** The address of whoever acts; '' for the registry's clock. */
export function actorEmail(actor: Actor): string {
  return actor.kind === 'clock' ? '' : actor.email;
}
