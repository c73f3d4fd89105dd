import type { PlainDate } from '../calendar/dates.ts';
import type { Money } from '../money/money.ts';
import type { DealId, Email, LeadId, ReceiptId } from './ids.ts';

export const DEAL_KINDS = ['SaaS licence', 'Services', 'Renewal'] as const;
export type DealKind = (typeof DEAL_KINDS)[number];
export const DEAL_STATUSES = ['Open', 'Signed', 'Lost'] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** A later reduction of the first year's net revenue; never an edit of what was entered before. */
export interface Credit {
  readonly amount: Money;
  readonly creditedOn: PlainDate;
  readonly reason: string;
}

interface DealBase {
  readonly id: DealId;
  readonly lead: LeadId;
  readonly kind: DealKind;
  readonly name: string;
  /** First-year SaaS subscription fees and what is deducted; null while not known. One currency. */
  readonly revenue: { readonly gross: Money; readonly deductions: Money } | null;
  readonly credits: readonly Credit[];
}

export interface UnsignedDeal extends DealBase {
  readonly status: 'Open' | 'Lost';
}
export interface SignedDeal extends DealBase {
  readonly status: 'Signed';
  readonly signedOn: PlainDate;
}

/** One contract (open, signed or lost) with a lead's customer. */
export type Deal = UnsignedDeal | SignedDeal;

/** Why a receipt was taken back, and which. */
export interface ReceiptVoiding {
  readonly receipt: ReceiptId;
  readonly reason: string;
  readonly by: Email;
  readonly on: PlainDate;
}

/** One cash payment received from the customer for a deal; or, with `voids`, the line that takes one back. */
export interface Receipt {
  readonly id: ReceiptId;
  readonly deal: DealId;
  readonly receivedOn: PlainDate;
  readonly amount: Money;
  readonly reference: string;
  /** Set on the reversing line, whose amount is that of the voided receipt below zero. */
  readonly voids?: ReceiptVoiding;
}
