import type { Instant, PlainDate } from '../calendar/dates.ts';
import type { Email, PartnerId } from './ids.ts';

/** Whether tax papers and bank details are complete; the details themselves are kept elsewhere. */
export interface PaymentDetails {
  readonly complete: boolean;
  readonly note: string;
  readonly by: Email;
  readonly on: PlainDate;
}

interface PartnerBase {
  readonly id: PartnerId;
  /** The company's name, unique among partners once case and spacing are set aside. */
  readonly name: string;
  readonly country: string;
  /** Addresses that speak for this partner; each belongs to one active partner at most. */
  readonly contacts: readonly Email[];
  /** Missing until finance says something: then nothing is held back for it. */
  readonly paymentDetails?: PaymentDetails;
}

/** What the programme head wants to know before deciding on a request to join. */
export interface JoinQuestion {
  readonly askedOn: PlainDate;
  /** What the company is asked to complete, in the words of its form or the head's own. */
  readonly fields: readonly string[];
  readonly note: string;
}

/** A company that asked to join and has not been answered. */
export interface RequestedPartner extends PartnerBase {
  readonly status: 'Requested';
  readonly requestedAt: Instant;
  readonly contactName: string;
  readonly note: string;
  /** Set while the company has been asked for more and has not answered; missing in records of earlier versions. */
  readonly question?: JoinQuestion;
}

/** A company that may register leads. */
export interface ActivePartner extends PartnerBase {
  readonly status: 'Active';
  readonly manager: Email;
  readonly joinedOn: PlainDate;
}

/** A partner whose new requests are kept and flagged; its leads still hold and earn, its payable lines are on hold. */
export interface SuspendedPartner extends PartnerBase {
  readonly status: 'Suspended';
  readonly manager: Email;
  readonly joinedOn: PlainDate;
  readonly reason: string;
}

export interface DeclinedPartner extends PartnerBase {
  readonly status: 'Declined';
  readonly reason: string;
}

/** Whether somebody of the partner came to a training. */
export interface Attendance {
  /** The training's date, or what else it is called. */
  readonly training: string;
  readonly attended: boolean;
}

/** The training to which these contacts were invited last. */
export interface TrainingInvitation {
  readonly training: PlainDate;
  readonly contacts: readonly Email[];
}

/** A referral partner, or a company that asked to become one. */
export type Partner = RequestedPartner | ActivePartner | SuspendedPartner | DeclinedPartner;

export const PARTNER_STATUSES = ['Requested', 'Active', 'Suspended', 'Declined'] as const;
