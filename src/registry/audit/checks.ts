/** What an audit checks, in the order in which it reports, each with what it counts. */
export const CHECKS = {
  journal: 'journal entries held against the hashes that chain them',
  history: 'journal entries decided again: approvals, commission lines and what was owed on them',
  books: 'records of _state held against the journal played from its first entry',
  tables: 'cells held against the records',
  holders: 'registrations held against each other: one holder for each customer',
  windows: 'approved registrations: window, terms and state',
  eligibility: 'leads judged by the five conditions',
  commissions: 'commission lines recomputed to the cent',
  payments: 'payments and receipts: references, days, nothing paid twice',
  statements: 'balances of partners at the end of each month',
  finance: 'rows of the Finance tab recomputed',
  protections: 'tabs held against the protection that set-up gives them',
  clock: 'signs of the clock’s work',
} as const;

/** One of {@link CHECKS}. */
export type Check = keyof typeof CHECKS;
