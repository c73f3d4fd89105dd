import type { Instant, Month, PlainDate } from '../core/calendar/dates.ts';
import type { Account } from '../core/model/account.ts';
import type { Answer, CommissionLine } from '../core/model/commission-line.ts';
import type { Deal, Receipt } from '../core/model/deal.ts';
import type { Email, PartnerId, SnapshotId } from '../core/model/ids.ts';
import type { Introduction } from '../core/model/introduction.ts';
import type { Judgement } from '../core/model/judgement.ts';
import type { Attendance, Partner, TrainingInvitation } from '../core/model/partner.ts';
import type { Registration } from '../core/model/registration.ts';
import type { TeamMember } from '../core/model/team.ts';
import type { ExchangeRate } from '../core/money/exchange-rates.ts';

/** What the lead's row shows beside the registration itself: kept with it, so that the journal rebuilds the row. */
export interface LeadView {
  readonly partnerName: string;
  /** The last verdict of the conflict check and its evidence. */
  readonly verdict: string;
  readonly conflictEvidence: string;
  readonly contactsIntroduced: string;
  readonly dealStatus: string;
  readonly dealCloseDate: PlainDate | '';
  /** Decimal string in `currency`, or ''. */
  readonly revenue: string;
  readonly currency: string;
  readonly eligible: Answer | '';
  readonly eligibilityEvidence: string;
  readonly commission: string;
  readonly firstReceiptOn: PlainDate | '';
  readonly commissionDueOn: PlainDate | '';
  readonly commissionStatus: string;
  /** What a manager should look at, '' where nothing. Never shown to partners. */
  readonly attention: string;
  /** While it waits for its decision: who decides, by the end of which day, and the time left in words. */
  readonly reviewer?: Email | '';
  readonly decideBy?: PlainDate | '';
  readonly timeLeft?: string;
}

export interface LeadRecord {
  readonly id: Registration['id'];
  readonly registration: Registration;
  readonly view: LeadView;
  /** The form responses that made or completed this request: each is processed once. */
  readonly responses: readonly string[];
}

export interface PartnerRecord {
  readonly id: PartnerId;
  readonly partner: Partner;
  readonly responses: readonly string[];
  /** What the programme head should look at, such as another request of the same company. Never shown to partners. */
  readonly attention?: string;
  readonly attendance?: readonly Attendance[];
  readonly invited?: TrainingInvitation;
}

export interface DealRecord {
  readonly id: Deal['id'];
  readonly deal: Deal;
  readonly isFirst: boolean;
}

export interface CommissionRecord {
  readonly id: CommissionLine['id'];
  readonly line: CommissionLine;
  readonly partnerName: string;
  readonly customer: string;
}

export interface SnapshotRecord {
  readonly id: SnapshotId;
  readonly partner: PartnerId;
  readonly partnerName: string;
  readonly month: Month;
  readonly sharedWith: readonly Email[];
  /** Where it is, and its ID; '' while it is still to be made. */
  readonly file: string;
  readonly fileId: string;
  /** When it was asked for: the moment that a snapshot of a running month shows; missing in earlier versions. */
  readonly askedAt?: Instant;
  /** '' while it is still to be made. */
  readonly madeAt: Instant | '';
  /** Whether the clock asked for it. */
  readonly isMonthly?: boolean;
}

export const MAIL_KINDS = [
  'acknowledgement',
  'review-request',
  'decision',
  'assignment',
  'reminder',
  'escalation',
  'expiry',
  'welcome',
  'not-a-partner',
  'snapshot',
  'remittance',
  'due-list',
  'training',
  'health',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface MailRecord {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: readonly Email[];
  readonly subject: string;
  readonly body: string;
  /** The record that the message is about. */
  readonly about: string;
  /** Says which occasion this message is for, so that a repeated job queues it once. */
  readonly occasion: string;
  /** Who gets the answers to it, '' where whoever sends it does; missing in records of earlier versions. */
  readonly replyTo?: Email | '';
  readonly state: 'Queued' | 'Sent' | 'Failed';
  /** How often sending it was refused. */
  readonly tries?: number;
  /** Of a failed one that is tried again by itself: from when on. */
  readonly retryAt?: Instant | '';
  /** Set while an execution is about to send it. */
  readonly claimedAt: Instant | '';
  readonly queuedAt: Instant;
  readonly sentAt: Instant | '';
  readonly error: string;
}

export interface SettingRecord {
  readonly id: string;
  readonly value: string;
}

/** A lead request that could not become a registration: kept, answered, and shown to the programme head. */
export interface AsideRecord {
  readonly id: string;
  readonly arrivedAt: Instant;
  readonly from: string;
  readonly why: string;
  readonly customer: string;
  readonly website: string;
  readonly country: string;
  readonly contact: string;
  readonly note: string;
  readonly responses: readonly string[];
}

export interface JudgementRecord {
  readonly id: string;
  readonly judgement: Judgement;
}

export interface TeamRecord {
  readonly id: Email;
  readonly member: TeamMember;
}

export interface AccountRecord {
  readonly id: Account['id'];
  readonly account: Account;
}

export interface IntroductionRecord {
  readonly id: Introduction['id'];
  readonly introduction: Introduction;
}

export interface ReceiptRecord {
  readonly id: Receipt['id'];
  readonly receipt: Receipt;
}

export interface RateRecord {
  readonly id: string;
  readonly rate: ExchangeRate;
  readonly by: Email;
}

/** Notes of the registry to itself that are no record of the programme, such as the day of the last daily run. */
export interface MemoRecord {
  readonly id: string;
  readonly value: string;
}

/** Every kind of record with its type; each but `memos` has a tab. */
export interface RecordTypes {
  readonly leads: LeadRecord;
  readonly introductions: IntroductionRecord;
  readonly deals: DealRecord;
  readonly receipts: ReceiptRecord;
  readonly commissions: CommissionRecord;
  readonly partners: PartnerRecord;
  readonly accounts: AccountRecord;
  readonly snapshots: SnapshotRecord;
  readonly outbox: MailRecord;
  readonly team: TeamRecord;
  readonly settings: SettingRecord;
  readonly judgements: JudgementRecord;
  readonly aside: AsideRecord;
  readonly rates: RateRecord;
  readonly memos: MemoRecord;
}

export type Kind = keyof RecordTypes;

/** IDs are given in order of creation: the prefix, a hyphen and at least so many digits. */
export const ID_SHAPES = {
  leads: { prefix: 'L', digits: 4 },
  introductions: { prefix: 'I', digits: 4 },
  deals: { prefix: 'D', digits: 4 },
  receipts: { prefix: 'R', digits: 4 },
  commissions: { prefix: 'C', digits: 4 },
  partners: { prefix: 'P', digits: 3 },
  accounts: { prefix: 'A', digits: 4 },
  snapshots: { prefix: 'S', digits: 4 },
  outbox: { prefix: 'M', digits: 4 },
  judgements: { prefix: 'J', digits: 4 },
  aside: { prefix: 'U', digits: 4 },
  rates: { prefix: 'X', digits: 4 },
} as const;

/** Kinds whose records are numbered in order of creation. */
export type NumberedKind = keyof typeof ID_SHAPES;
