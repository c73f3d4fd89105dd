/** Where the journal says something, as the registry answers it. */
export interface Source {
  readonly entry: number | null;
  readonly at: string;
  readonly by: string;
}

/** Everything that a commission line follows from, as the registry answers it. */
export interface Explanation {
  readonly commission: string;
  readonly kind: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly customer: string;
  readonly amount: string;
  readonly currency: string;
  readonly status: string;
  readonly holdReason: string;
  readonly due: {
    readonly firstReceiptOn: string;
    readonly receipt: string;
    readonly paymentDays: number | null;
    readonly dueOn: string;
  };
  readonly lines: readonly {
    readonly commission: string;
    readonly kind: string;
    readonly base: string;
    readonly amount: string;
    readonly status: string;
    readonly recorded: Source;
    readonly paidOn: string;
    readonly reference: string;
    readonly paid: Source | null;
    readonly voids: string;
    readonly voidReason: string;
  }[];
  readonly disputes: readonly {
    readonly claim: string;
    readonly openedBy: string;
    readonly openedOn: string;
    readonly outcome: string;
    readonly reason: string;
    readonly decidedBy: string;
    readonly decidedOn: string;
  }[];
  readonly request: {
    readonly lead: string;
    readonly registeredAt: string;
    readonly recorded: Source;
    readonly conflictCheck: string;
    readonly conflictEvidence: string;
    readonly approval: {
      readonly approvedOn: string;
      readonly approvedBy: string;
      readonly activeUntil: string;
      readonly salesOwner: string;
      readonly override: string;
      readonly recorded: Source;
    } | null;
  };
  readonly introductions: readonly {
    readonly introduction: string;
    readonly contact: string;
    readonly title: string;
    readonly introducedOn: string;
    readonly confirmation: string;
    readonly by: string;
    readonly on: string;
    readonly recorded: Source;
  }[];
  readonly deal: {
    readonly deal: string;
    readonly kind: string;
    readonly status: string;
    readonly signedOn: string;
    readonly recorded: Source;
  };
  readonly receipts: readonly {
    readonly receipt: string;
    readonly receivedOn: string;
    readonly amount: string;
    readonly reference: string;
    readonly isVoided: boolean;
    readonly voids: string;
    readonly recorded: Source;
  }[];
  readonly conditions: readonly {
    readonly condition: string;
    readonly meaning: string;
    readonly answer: string;
    readonly evidence: string;
  }[];
  readonly arithmetic: {
    readonly gross: string;
    readonly deductions: string;
    readonly credits: readonly {
      readonly amount: string;
      readonly creditedOn: string;
      readonly reason: string;
    }[];
    readonly net: string;
    readonly sentence: string;
  };
  readonly trail: readonly {
    readonly entry: number;
    readonly at: string;
    readonly by: string;
    readonly title: string;
    readonly reason: string;
    readonly made: readonly string[];
    readonly changes: readonly {
      readonly record: string;
      readonly field: string;
      readonly before: string;
      readonly after: string;
    }[];
  }[];
}
