import type { PlainDate } from '../calendar/dates.ts';
import type { AccountId, Email, LeadId } from './ids.ts';

/** A record that the conflict check compares: a registration or an account. */
export type CustomerRecordId = LeadId | AccountId;

/**
 * A person's answer for one pair of records: the same customer, or different ones.
 * `left` is the smaller ID in string order. The facts are the name, website and country that the person saw
 * (see `fingerprintFacts`); once either changes, a "different" no longer counts and is asked again.
 */
export interface Judgement {
  readonly left: CustomerRecordId;
  readonly right: CustomerRecordId;
  readonly same: boolean;
  readonly reason: string;
  readonly by: Email;
  readonly on: PlainDate;
  readonly leftFacts: string;
  readonly rightFacts: string;
}
