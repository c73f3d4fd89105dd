import type { Role } from '../model/team.ts';

/**
 * How far a role's right to a command reaches: everywhere; only where the actor manages the partner or covers for
 * who does; only where the actor is the lead's sales account owner; only on requests that nobody has decided yet;
 * only about the actor's own person.
 */
export type Scope = 'any' | 'own-partner' | 'own-lead' | 'open-request' | 'self';

type Rights = Partial<{ readonly [R in Exclude<Role, 'head'>]: Scope }>;

/**
 * Which role may call which command, and how far. The programme head may call all of them and so is not listed;
 * who is in none of the roles may read. Programme rules, section 8.
 */
export const RIGHTS = {
  requestToJoin: { manager: 'any', sales: 'any' },
  returnJoinRequest: {},
  admitPartner: {},
  declinePartner: {},
  suspendPartner: {},
  assignManager: {},
  setAway: { manager: 'self', sales: 'self', finance: 'self' },
  registerLead: { manager: 'own-partner' },
  approveLead: { manager: 'own-partner' },
  returnLead: { manager: 'own-partner' },
  resubmitLead: { manager: 'own-partner' },
  rejectLead: { manager: 'own-partner' },
  withdrawLead: { manager: 'own-partner' },
  releaseLead: { manager: 'own-partner' },
  objectLead: { sales: 'open-request' },
  updateLead: { manager: 'own-partner' },
  judgeMatch: { manager: 'own-partner' },
  compareMatches: { manager: 'any', sales: 'any' },
  recordIntroduction: { manager: 'own-partner' },
  updateIntroduction: { manager: 'own-partner', sales: 'own-lead' },
  confirmIntroduction: { manager: 'own-partner', sales: 'own-lead' },
  enterDeal: { manager: 'own-partner', sales: 'own-lead' },
  updateDeal: { manager: 'own-partner', sales: 'own-lead' },
  recordReceipt: { manager: 'own-partner', finance: 'any' },
  voidReceipt: { manager: 'own-partner', finance: 'any' },
  importReceipts: { finance: 'any' },
  creditDeal: { finance: 'any' },
  holdCommission: { finance: 'any' },
  releaseHold: { finance: 'any' },
  preparePaymentRun: { finance: 'any' },
  recordPayment: { finance: 'any' },
  payRun: { finance: 'any' },
  voidPayment: { finance: 'any' },
  exportPayments: { finance: 'any' },
  makeStatement: { finance: 'any' },
  setPaymentDetails: { finance: 'any' },
  openDispute: { manager: 'own-partner', finance: 'any' },
  decideDispute: { finance: 'any' },
  explainCommission: { manager: 'any', sales: 'any', finance: 'any' },
  forecastCommissions: { finance: 'any' },
  recordRate: { finance: 'any' },
  shareSnapshot: { manager: 'own-partner' },
  updatePartner: { manager: 'own-partner' },
  recordAttendance: { manager: 'own-partner' },
  setTeamMember: {},
  updateSettings: {},
  addAccount: { manager: 'any' },
  updateAccount: { manager: 'any' },
  importRows: { manager: 'any' },
  resendMail: { manager: 'any' },
  beginImport: {},
  endImport: {},
} as const satisfies { readonly [command: string]: Rights };

/** The commands whose rights the programme settles. */
export type CommandName = keyof typeof RIGHTS;

/** Whether the text names a command of the table of rights. */
export function isCommandName(text: string): text is CommandName {
  return Object.keys(RIGHTS).includes(text);
}

/** How far the role's right to the command reaches; null where it has none. `role` null is who is in none. */
export function scopeOf(command: CommandName, role: Role | null): Scope | null {
  if (role === null) return null;
  if (role === 'head') return 'any';
  const rights: Rights = RIGHTS[command];
  return rights[role] ?? null;
}
