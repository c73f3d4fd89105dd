import type { PeopleCommand } from '../../src/registry/commands/command-table.ts';

const INTRODUCTION = {
  name: 'Jo Doe',
  title: 'CFO',
  email: 'jo@first.example',
  relation: 'employed',
  decisionMaker: true,
};
const DEAL = {
  kind: 'SaaS licence',
  status: 'Signed',
  currency: 'USD',
  gross: '1000',
};

/** How many records of each kind there are already, and what day it is. */
export interface Standing {
  readonly leads: number;
  readonly introductions?: number;
  readonly deals?: number;
  readonly receipts?: number;
  readonly commissions?: number;
  readonly accounts?: number;
  readonly today?: string;
  /** A message that failed; without one nothing is sent again. */
  readonly failedMail?: string;
}

/**
 * Every command once, each on what those before it have made, and who gives it where that is not the programme head.
 * P-001 is there, and what `standing` counts.
 */
export function everyCommand(
  standing: Standing,
): readonly (readonly [command: PeopleCommand, input: object, as?: string])[] {
  const {
    leads,
    introductions = 0,
    deals = 0,
    receipts = 0,
    commissions = 0,
    accounts = 0,
    today = '2026-01-05',
    failedMail,
  } = standing;
  const next = (prefix: string, number: number) => `${prefix}-${String(number).padStart(4, '0')}`;
  const lead = (n: number) => next('L', leads + 1 + n);
  const [introduction, deal] = [next('I', introductions + 1), next('D', deals + 1)];
  const receipt = next('R', receipts + 1);
  const [commission, account] = [next('C', commissions + 1), next('A', accounts + 1)];
  return [
    ['requestToJoin', { company: 'Cirrus', contactName: 'Cy', contactEmail: 'cy@cirrus.example' }],
    ['returnJoinRequest', { company: 'Cirrus', fields: ['Country'] }],
    ['declinePartner', { partner: 'Cirrus', reason: 'No fit' }],
    ['admitPartner', { partner: 'Beta', contacts: ['joe@beta.example'], manager: 'bo@one.example' }],
    ['assignManager', { partner: 'Beta', manager: 'ana@one.example' }],
    [
      'setAway',
      { person: 'ana@one.example', from: '2026-02-01', until: '2026-02-02', cover: 'bo@one.example' },
    ],
    ['setTeamMember', { person: 'zoe@one.example', name: 'Zoe', role: 'manager', active: true }],
    // Payable at once: waiting a month with thousands of open requests would be another test.
    ['updateSettings', { 'Payment days after first cash receipt': '0' }],
    ['addAccount', { name: 'Initech', standing: 'Customer' }],
    ['updateAccount', { account, name: 'Initech Inc.', standing: 'Customer' }],
    ['importRows', { tab: 'Accounts', rows: [{ Name: 'Umbrella', Standing: 'Former' }] }],
    ['registerLead', { partner: 'P-001', customer: 'First', website: 'first.example' }],
    ['updateLead', { lead: lead(0), note: 'Call them in spring' }],
    ['objectLead', { lead: lead(0), reason: 'Talked to them' }],
    ['judgeMatch', { lead: lead(0), other: account, same: false, reason: 'Another company' }],
    ['returnLead', { lead: lead(0), reason: 'insufficient-information', fields: ['website'] }],
    ['resubmitLead', { lead: lead(0), website: 'first.example' }],
    ['approveLead', { lead: lead(0), salesOwner: 'sam@one.example' }],
    ['recordIntroduction', { lead: lead(0), ...INTRODUCTION, introducedOn: today }],
    ['updateIntroduction', { introduction, title: 'COO' }],
    ['confirmIntroduction', { introduction }],
    ['enterDeal', { lead: lead(0), ...DEAL, signedOn: today }],
    ['updateDeal', { deal, gross: '2000' }],
    ['recordReceipt', { deal, receivedOn: today, amount: '5', reference: 'r-1' }],
    ['holdCommission', { commission }],
    ['releaseHold', { commission }],
    ['creditDeal', { deal, amount: '100', creditedOn: today, reason: 'Late' }],
    ['compareMatches', { lead: lead(0) }],
    ['preparePaymentRun', { asOf: today }],
    ['recordPayment', { commission, paidOn: today, reference: 'PAY-1' }],
    ['voidPayment', { commission, reason: 'Returned' }],
    ['openDispute', { commission, claim: 'More was sold' }],
    ['decideDispute', { commission, outcome: 'rejected', reason: 'The contract says so' }, 'fay@one.example'],
    ['payRun', { asOf: today, paidOn: today, reference: 'RUN-1' }],
    ['exportPayments', { reference: 'RUN-1' }],
    ['makeStatement', { partner: 'P-001', month: today.slice(0, 7) }],
    ['explainCommission', { commission }],
    ['setPaymentDetails', { partner: 'Beta', complete: false }],
    ['voidReceipt', { receipt, reason: 'Another customer' }],
    ['importReceipts', { rows: [{ deal, receivedOn: today, amount: '5', reference: 'r-2' }] }],
    ['recordRate', { currency: 'EUR', into: 'USD', on: today, rate: '1.0842' }],
    ['forecastCommissions', {}],
    ['registerLead', { partner: 'P-001', customer: 'Second' }],
    ['rejectLead', { lead: lead(1), reason: 'not-a-fit' }],
    ['registerLead', { partner: 'P-001', customer: 'Third' }],
    ['withdrawLead', { lead: lead(2) }],
    ['registerLead', { partner: 'P-001', customer: 'Fourth' }],
    ['approveLead', { lead: lead(3), salesOwner: 'sam@one.example' }],
    ['releaseLead', { lead: lead(3) }],
    ['shareSnapshot', { partner: 'Beta' }],
    ['updatePartner', { partner: 'Beta', contacts: ['joe@beta.example', 'jim@beta.example'] }],
    ['recordAttendance', { partner: 'Beta', training: 'Welcome training', attended: true }],
    ['suspendPartner', { partner: 'Beta', reason: 'Pause' }],
    ['beginImport', { what: 'The old registry' }],
    ['endImport', {}],
    ...(failedMail === undefined ? [] : [['resendMail', { mail: failedMail }] as const]),
  ];
}
