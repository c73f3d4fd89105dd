/** Identifiers of records, given in order of creation and never given twice. */
export type PartnerId = `P-${string}`;
export type LeadId = `L-${string}`;
export type IntroductionId = `I-${string}`;
export type DealId = `D-${string}`;
export type ReceiptId = `R-${string}`;
export type CommissionId = `C-${string}`;
export type AccountId = `A-${string}`;
export type SnapshotId = `S-${string}`;

declare const brand: unique symbol;

/** What tells strings of different meaning apart; it exists for the compiler alone. */
export interface Brand<Name extends string> {
  readonly [brand]: Name;
}

/** A string that only a parser may mint. */
export type Branded<Name extends string> = string & Brand<Name>;

/** An e-mail address, trimmed and in lower case: how people are told apart. */
export type Email = Branded<'Email'>;
