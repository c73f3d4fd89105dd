import type { PeopleCommand } from '../../../src/registry/commands/command-table.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  SAM,
  sign,
} from '../../registry/support/office.ts';
import type { TestDoor } from '../../registry/support/test-door.ts';

type Input = { readonly [field: string]: unknown };

let stocked: TestDoor | null = null;

/** A registry with records of every kind and in every state that commands start from. */
export function openStocked(): TestDoor {
  if (!stocked) {
    const door = openProgramme();
    // L-0001 earns: I-0001, D-0001, R-0001, C-0001.
    registerEarning(door);
    // L-0002 is submitted, L-0003 returned, L-0004 active with I-0002 open.
    register(door, { customer: 'Initech', website: 'initech.example' });
    const returned = register(door, { customer: 'Umbrella', website: 'umbrella.example' });
    door.must(HEAD, 'returnLead', {
      lead: returned,
      reason: 'insufficient-information',
      fields: ['website'],
    });
    const active = registerActive(door, { customer: 'Hooli', website: 'hooli.example' });
    introduce(door, active);
    door.must(HEAD, 'recordIntroduction', { lead: active, ...INTRODUCTION });
    door.must(HEAD, 'addAccount', { name: 'Soylent', website: 'soylent.example', standing: 'Customer' });
    door.must(HEAD, 'requestToJoin', {
      company: 'Cirrus',
      contactName: 'Cy',
      contactEmail: 'cy@cirrus.example',
    });
    // L-0005 is of Ana's approval: C-0002 is paid, and disputed.
    const paid = register(door, { customer: 'Cyberdyne', website: 'cyberdyne.example' });
    door.must(HEAD, 'updateSettings', { 'Payment days after first cash receipt': '0' });
    door.must(ANA, 'approveLead', { lead: paid, salesOwner: SAM });
    door.must(HEAD, 'updateSettings', { 'Payment days after first cash receipt': '30' });
    introduce(door, paid);
    const deal = sign(door, paid);
    door.must(FAY, 'recordReceipt', { deal, receivedOn: door.today, amount: '5', reference: 'BANK 0' });
    door.must(FAY, 'recordPayment', { commission: 'C-0002', paidOn: door.today, reference: 'PAID 0' });
    door.must(FAY, 'openDispute', { commission: 'C-0002', claim: 'More was sold' });
    stocked = door;
  }
  return stocked.fork();
}

const INTRODUCTION = {
  name: 'Jo Doe',
  title: 'CFO',
  email: 'jo@hooli.example',
  relation: 'employed',
  decisionMaker: true,
  introducedOn: '2026-01-05',
};

/** An input that works for each command in the stocked registry, every field given. A command without one joins with none. */
export const EXAMPLES: { readonly [C in PeopleCommand]?: Input } = {
  requestToJoin: {
    company: 'Nimbus',
    contactName: 'Ni',
    contactEmail: 'ni@nimbus.example',
    country: 'Spain',
    note: 'Please',
  },
  admitPartner: { partner: 'Stratus', contacts: ['st@stratus.example'], manager: BO },
  declinePartner: { partner: 'Cirrus', reason: 'No fit' },
  suspendPartner: { partner: 'P-002', reason: 'Pause' },
  assignManager: { partner: 'P-002', manager: ANA },
  updatePartner: {
    partner: 'P-002',
    contacts: ['new@borealis.example'],
    name: 'Borealis',
    country: 'Norway',
  },
  setAway: { person: ANA, from: '2026-02-01', until: '2026-02-02', cover: BO },
  setTeamMember: { person: 'zoe@one.example', name: 'Zoe', role: 'manager', active: true },
  updateSettings: { 'Company name': 'Two Network', 'Commission rate': '0.2', Holidays: '2026-12-24' },
  registerLead: {
    partner: 'P-001',
    customer: 'Vandelay',
    website: 'vandelay.example',
    country: 'Germany',
    contacts: [{ name: 'Art', email: 'art@vandelay.example', title: 'CEO' }],
    note: 'Met at the fair',
    receivedAt: '2026-01-05T08:00',
  },
  approveLead: { lead: 'L-0002', salesOwner: SAM, override: 'Agreed with sales' },
  returnLead: { lead: 'L-0002', reason: 'other', fields: ['website'], note: 'Which one?' },
  resubmitLead: {
    lead: 'L-0003',
    customer: 'Umbrella',
    website: 'umbrella2.example',
    country: 'Spain',
    note: 'Here',
  },
  rejectLead: { lead: 'L-0002', reason: 'other', note: 'Not now' },
  withdrawLead: { lead: 'L-0002', reason: 'Partner asked' },
  releaseLead: { lead: 'L-0004', reason: 'Partner asked' },
  objectLead: { lead: 'L-0002', reason: 'We talk to them' },
  judgeMatch: { lead: 'L-0002', other: 'A-0001', same: false, reason: 'Another company' },
  updateLead: {
    lead: 'L-0002',
    customer: 'Initech Inc',
    website: 'initech2.example',
    country: 'Spain',
    note: 'New',
  },
  recordIntroduction: { lead: 'L-0004', ...INTRODUCTION, introducedTo: SAM },
  updateIntroduction: { introduction: 'I-0003', ...INTRODUCTION, title: 'COO', introducedTo: 'Sam' },
  confirmIntroduction: { introduction: 'I-0003', refuse: 'Unknown there' },
  enterDeal: {
    lead: 'L-0004',
    kind: 'SaaS licence',
    status: 'Signed',
    signedOn: '2026-01-05',
    currency: 'USD',
    gross: '1000.50',
    deductions: '0.25',
    name: 'First contract',
  },
  updateDeal: { deal: 'D-0001', gross: '2000', deductions: '1', name: 'Renamed' },
  recordReceipt: { deal: 'D-0001', receivedOn: '2026-01-05', amount: '5.00', reference: 'BANK 1' },
  creditDeal: { deal: 'D-0001', amount: '100', creditedOn: '2026-01-05', reason: 'Late' },
  holdCommission: { commission: 'C-0001', reason: 'Disputed' },
  releaseHold: { commission: 'C-0001', reason: 'Settled' },
  compareMatches: { lead: 'L-0001' },
  preparePaymentRun: { asOf: '2026-01-05' },
  recordPayment: { commission: 'C-0001', paidOn: '2026-01-05', reference: 'PAY 1' },
  voidReceipt: { receipt: 'R-0001', reason: 'Another customer' },
  importReceipts: {
    rows: [{ 'Deal ID': 'D-0001', 'Received on': '2026-01-05', Amount: '5.00', Reference: 'BANK 2' }],
    dryRun: false,
  },
  payRun: {
    asOf: '2026-01-05',
    paidOn: '2026-01-05',
    reference: 'RUN 1',
    preparedBy: FAY,
    partners: ['P-001'],
    exclude: ['C-0001'],
  },
  voidPayment: { commission: 'C-0002', reason: 'Returned' },
  exportPayments: { reference: 'PAID 0' },
  makeStatement: { partner: 'P-001', month: '2026-01' },
  setPaymentDetails: { partner: 'P-001', complete: false, note: 'Tax form' },
  openDispute: { commission: 'C-0001', claim: 'More was sold' },
  decideDispute: { commission: 'C-0002', outcome: 'rejected', reason: 'The contract says so' },
  explainCommission: { commission: 'C-0001' },
  recordRate: { id: '', currency: 'EUR', into: 'USD', on: '2026-01-05', rate: '1.0842' },
  shareSnapshot: { partner: 'P-001', month: '2026-01' },
  addAccount: {
    name: 'Tyrell',
    website: 'tyrell.example',
    country: 'Spain',
    standing: 'Customer',
    owner: 'Sam',
    lastActivity: '2026-01-05',
  },
  updateAccount: {
    account: 'A-0001',
    name: 'Soylent Inc',
    website: 'soylent2.example',
    country: 'Spain',
    standing: 'Former',
    owner: 'Sam',
    lastActivity: '2026-01-05',
  },
  importRows: {
    tab: 'Accounts',
    rows: [{ Name: 'Weyland', Website: 'weyland.example', Standing: 'Former' }],
  },
};

/** Who gives the commands: everybody's rights come in, the head's most often, since a missing right is answered alone. */
export const ACTORS = [HEAD, HEAD, HEAD, HEAD, ANA, FAY, SAM] as const;
