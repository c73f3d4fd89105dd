import type { Instant, PlainDate } from '../calendar/dates.ts';
import type { Money } from '../money/money.ts';
import type { CommissionId, DealId, Email, LeadId, PartnerId } from './ids.ts';

/** One of C1 to C5, or the whole: `not yet` only where a `yes` is still possible. */
export type Answer = 'yes' | 'no' | 'not yet';

/** One condition with the sentence that says why. */
export interface Condition {
  readonly answer: Answer;
  readonly evidence: string;
}

/** The five conditions of the programme and what follows from them. */
export interface Eligibility {
  readonly answer: Answer;
  readonly c1: Condition;
  readonly c2: Condition;
  readonly c3: Condition;
  readonly c4: Condition;
  readonly c5: Condition;
}

export const COMMISSION_STATUSES = [
  'Not eligible',
  'Not yet',
  'Awaiting cash',
  'Scheduled',
  'Due',
  'On hold',
  'Paid',
  'Reversed',
] as const;
export type CommissionStatus = (typeof COMMISSION_STATUSES)[number];

/** Why what is owed on a line changed, as a partner's statement names it. Programme rules, section 5.8. */
export const MOVEMENT_KINDS = ['new', 'adjustment', 'payment'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * One change of what a partner is owed on a line, under the day on which the registry recorded it. Movements are only
 * ever added, so that a statement once made stays true.
 */
export interface Movement {
  readonly on: PlainDate;
  readonly kind: MovementKind;
  readonly partner: PartnerId;
  /** What was earned, signed; of a `payment` what was paid. */
  readonly amount: Money;
  /** The net revenue behind it, as it was then; of an adjustment the change of it. */
  readonly base: Money;
  readonly rate: string;
}

export const DISPUTE_OUTCOMES = ['upheld', 'rejected'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** A partner's objection to a line; until it is decided the line is on hold. */
export interface Dispute {
  readonly claim: string;
  readonly openedBy: Email;
  readonly openedOn: PlainDate;
  /** Null until somebody other than who approved the lead has decided. */
  readonly decision: {
    readonly outcome: DisputeOutcome;
    readonly reason: string;
    readonly by: Email;
    readonly on: PlainDate;
  } | null;
}

/**
 * What a voided payment left: one line takes the payment back, another says that the amount is owed again. The line that
 * was paid stays as it is.
 */
export interface Voiding {
  readonly line: CommissionId;
  readonly as: 'taken back' | 'owed again';
  readonly reason: string;
  readonly by: Email;
  readonly on: PlainDate;
}

/** The payment run in which a line was paid. */
export interface RunMark {
  /** The run's reference, as it was given for all of its payments. */
  readonly reference: string;
  readonly preparedBy: Email;
  readonly confirmedBy: Email;
}

interface LineBase {
  readonly id: CommissionId;
  readonly lead: LeadId;
  readonly deal: DealId;
  readonly partner: PartnerId;
  readonly kind: 'commission' | 'adjustment';
  /** Decimal string such as `0.1`. */
  readonly rate: string;
  /** Net first-year SaaS revenue that the amount is computed on; of an adjustment the change of it. */
  readonly base: Money;
  /** Signed: what is owed to (or back from) the partner. */
  readonly amount: Money;
  readonly conditions: { readonly [C in 'c1' | 'c2' | 'c3' | 'c4' | 'c5']: Answer };
  readonly firstReceiptOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** When the registry first wrote this line. */
  readonly recordedAt: Instant;
  /** How what is owed on it came about; missing in lines of earlier versions, whose history `movementsOf` reads off. */
  readonly movements?: readonly Movement[];
  /** The partner's objections, oldest first; at most the last is undecided. They are about the line and change no amount. */
  readonly disputes?: readonly Dispute[];
  /** Set on the lines that a voided payment made. */
  readonly voiding?: Voiding;
}

/** A line that still follows the facts (a commission) or waits to be paid (an adjustment). */
export interface OpenLine extends LineBase {
  readonly status: Exclude<CommissionStatus, 'Paid'>;
  /** True once the line has earned: what then loses eligibility is `Reversed`, not `Not eligible`. */
  readonly hasEarned: boolean;
  /** Why finance holds this line; '' where it does not. A suspended partner's lines are held besides. */
  readonly heldReason: string;
  /** The reason shown while the status is `On hold`: finance's, or the partner's suspension. */
  readonly holdReason: string;
}

/** A line that was paid. Frozen: no amount, date or reference in it ever changes. */
export interface PaidLine extends LineBase {
  readonly status: 'Paid';
  readonly paidOn: PlainDate;
  readonly reference: string;
  /** Missing where the payment was recorded by itself. */
  readonly run?: RunMark;
}

/** One signed amount owed to (or back from) a partner for a deal. */
export type CommissionLine = OpenLine | PaidLine;
