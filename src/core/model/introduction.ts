import type { PlainDate } from '../calendar/dates.ts';
import type { Email, IntroductionId, LeadId } from './ids.ts';

export const RELATIONS = ['employed', 'contracted', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What One Network says of an introduction: not asked yet, confirmed, or refused. */
export type Confirmation =
  | { readonly state: 'open' }
  | { readonly state: 'confirmed'; readonly by: Email; readonly on: PlainDate }
  | { readonly state: 'refused'; readonly by: Email; readonly on: PlainDate; readonly reason: string };

/** One customer contact whom the partner introduced to One Network. */
export interface Introduction {
  readonly id: IntroductionId;
  readonly lead: LeadId;
  readonly contact: string;
  readonly title: string;
  readonly email: string;
  readonly relation: Relation;
  readonly decisionMaker: boolean;
  readonly introducedOn: PlainDate;
  /** Whom at One Network the contact was introduced to; '' where not said. */
  readonly introducedTo: string;
  readonly confirmation: Confirmation;
}
