import type { Instant, PlainDate } from '../calendar/dates.ts';
import type { Email, LeadId, PartnerId } from './ids.ts';

/** One person at the customer, as named in the request. Unknown parts are ''. */
export interface CustomerContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
}

export const REASON_CODES = [
  'engaged',
  'held-by-partner',
  'duplicate',
  'not-a-fit',
  'insufficient-information',
  'other',
] as const;
/** Why a request is rejected or returned; `other` needs a note. Programme rules, section 2.6. */
export type ReasonCode = (typeof REASON_CODES)[number];

/** What every registration has, whatever its state: one partner's claim on one customer. */
export interface RegistrationFacts {
  readonly id: LeadId;
  readonly partner: PartnerId;
  readonly customer: string;
  readonly website: string;
  readonly country: string;
  readonly contacts: readonly CustomerContact[];
  /** "Anything that helps the review": the partner's words. */
  readonly note: string;
  /** The moment the request arrived; decides between requests, ties by Lead ID. */
  readonly registeredAt: Instant;
  /** The earlier registration of the same customer by the same partner that this one renews. */
  readonly previousLead: LeadId | null;
  /** A sales account owner's objections: shown in the decision, deciding nothing. */
  readonly objections: readonly Objection[];
}

export interface Objection {
  readonly by: Email;
  readonly on: PlainDate;
  readonly reason: string;
}

/** The programme's numbers in force at approval; a registration keeps them for its life. */
export interface Terms {
  /** Share of net first-year revenue as a decimal string, such as `0.1`. */
  readonly rate: string;
  readonly windowMonths: number;
  readonly paymentDays: number;
  readonly introductionsRequired: number;
}

export interface Approval {
  readonly approvedOn: PlainDate;
  /** Approved on + the window, inclusive. */
  readonly activeUntil: PlainDate;
  readonly approvedBy: Email;
  readonly salesOwner: Email;
  readonly terms: Terms;
  /** The written reason with which `engaged` was overridden. */
  readonly override: string | null;
}

export interface SubmittedRegistration extends RegistrationFacts {
  readonly status: 'Submitted';
}
export interface ReturnedRegistration extends RegistrationFacts {
  readonly status: 'Returned';
  readonly returnedOn: PlainDate;
  readonly reason: ReasonCode;
  /** The fields that the partner is asked to complete. */
  readonly fields: readonly string[];
  readonly noteToPartner: string;
}
export interface RejectedRegistration extends RegistrationFacts {
  readonly status: 'Rejected';
  readonly rejectedOn: PlainDate;
  readonly reason: ReasonCode;
  readonly noteToPartner: string;
}
export interface WithdrawnRegistration extends RegistrationFacts {
  readonly status: 'Withdrawn';
  readonly withdrawnOn: PlainDate;
  readonly withdrawalReason: string;
}
export interface ActiveRegistration extends RegistrationFacts {
  readonly status: 'Active';
  readonly approval: Approval;
}
export interface ExpiredRegistration extends RegistrationFacts {
  readonly status: 'Expired';
  readonly approval: Approval;
}
export interface ReleasedRegistration extends RegistrationFacts {
  readonly status: 'Released';
  readonly approval: Approval;
  /** The last day that counts. */
  readonly releasedOn: PlainDate;
  readonly releaseReason: string;
}
export interface ConvertedRegistration extends RegistrationFacts {
  readonly status: 'Converted';
  readonly approval: Approval;
  /** Set where the registration had been released before the late deal was entered. */
  readonly releasedOn: PlainDate | null;
  readonly releaseReason: string;
}

/** A request that nobody has decided yet. */
export type OpenRegistration = SubmittedRegistration | ReturnedRegistration;
/** A registration that was approved at some time, whatever became of it. */
export type ApprovedRegistration =
  | ActiveRegistration
  | ExpiredRegistration
  | ReleasedRegistration
  | ConvertedRegistration;
/** A lead registration ("lead"): one member for each state, with only the data that the state has. */
export type Registration =
  | OpenRegistration
  | RejectedRegistration
  | WithdrawnRegistration
  | ApprovedRegistration;

export const LEAD_STATUSES = [
  'Submitted',
  'Returned',
  'Rejected',
  'Withdrawn',
  'Active',
  'Converted',
  'Expired',
  'Released',
] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];
