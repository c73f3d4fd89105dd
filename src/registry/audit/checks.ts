/** What an audit checks, in the order in which it reports, each with what it counts. */
export const CHECKS = {
  journal: 'journal entries held against the hashes that chain them',
  history: 'journal entries decided again (approvals, commission lines, statements)',
  rights: 'commands of people held against their roles of that day',
  books: 'records of _state held against the journal, played from its first entry',
  tables: 'cells held against the records',
  holders: 'approved registrations held against each other for one holder of each customer',
  windows: 'approved registrations with their windows and states',
  eligibility: 'leads judged by the five conditions',
  commissions: 'commission lines recomputed to the cent',
  payments: 'payments and receipts with their references and days',
  statements: 'balances of partners added up, month by month',
  finance: 'rows of the Finance tab added up',
  protections: 'tabs held against the protection that set-up gives them',
  clock: 'signs of the clock’s work looked at',
} as const;

/** One of {@link CHECKS}. */
export type Check = keyof typeof CHECKS;
