import { describe, expect, test } from 'vitest';
import type { RawInput } from '../../../src/registry/commands/command-spec.ts';
import { PEOPLE_COMMANDS } from '../../../src/registry/commands/command-table.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  openProgramme,
  registerActive,
  SAM,
  STRANGER,
  SUE,
  sign,
} from '../support/office.ts';
import { codesOf, problemsOf, type TestDoor } from '../support/test-door.ts';

/** A lead of Ana's partner with Sam as owner, its introduction, its deal and an unapproved request of the same partner. */
function openExample(): TestDoor {
  const door = openProgramme();
  introduce(door, registerActive(door));
  sign(door, 'L-0001');
  door.must(HEAD, 'recordReceipt', {
    deal: 'D-0001',
    receivedOn: door.today,
    amount: '5',
    reference: 'CASH 1',
  });
  door.must(HEAD, 'registerLead', { partner: 'P-001', customer: 'Initech' });
  return door;
}

/** What each command is about in the example, and who besides the programme head may give it there. */
const COMMANDS: {
  readonly [command: string]: { readonly input: RawInput; readonly may: readonly string[] };
} = {
  requestToJoin: { input: {}, may: [ANA, BO, SAM, SUE] },
  returnJoinRequest: { input: {}, may: [] },
  admitPartner: { input: {}, may: [] },
  declinePartner: { input: { partner: 'P-001' }, may: [] },
  suspendPartner: { input: { partner: 'P-001' }, may: [] },
  assignManager: { input: { partner: 'P-001' }, may: [] },
  updatePartner: { input: { partner: 'P-001', name: '' }, may: [ANA] },
  recordAttendance: { input: { partner: 'P-001' }, may: [ANA] },
  resendMail: { input: {}, may: [ANA, BO] },
  setAway: { input: { person: SAM }, may: [SAM] },
  setTeamMember: { input: {}, may: [] },
  updateSettings: { input: {}, may: [] },
  beginImport: { input: { what: 'x'.repeat(10_000) }, may: [] },
  endImport: { input: { all: true }, may: [] },
  registerLead: { input: { partner: 'P-001' }, may: [ANA] },
  approveLead: { input: { lead: 'L-0002' }, may: [ANA] },
  returnLead: { input: { lead: 'L-0002' }, may: [ANA] },
  resubmitLead: { input: { lead: 'L-0002' }, may: [ANA] },
  rejectLead: { input: { lead: 'L-0002' }, may: [ANA] },
  withdrawLead: { input: { lead: 'L-0001' }, may: [ANA] },
  releaseLead: { input: { lead: 'L-0002' }, may: [ANA] },
  objectLead: { input: { lead: 'L-0002' }, may: [SAM, SUE] },
  judgeMatch: { input: { lead: 'L-0002' }, may: [ANA] },
  updateLead: { input: { lead: 'L-0002', customer: '' }, may: [ANA] },
  recordIntroduction: { input: { lead: 'L-0001' }, may: [ANA] },
  updateIntroduction: { input: { introduction: 'I-0001', name: '' }, may: [ANA, SAM] },
  confirmIntroduction: { input: { introduction: 'I-0001' }, may: [ANA, SAM] },
  enterDeal: { input: { lead: 'L-0001' }, may: [ANA, SAM] },
  updateDeal: { input: { deal: 'D-0001', gross: '' }, may: [ANA, SAM] },
  recordReceipt: { input: { deal: 'D-0001' }, may: [ANA, FAY] },
  creditDeal: { input: { deal: 'D-0001' }, may: [FAY] },
  holdCommission: { input: { commission: 'C-0009' }, may: [FAY] },
  releaseHold: { input: { commission: 'C-0009' }, may: [FAY] },
  compareMatches: { input: { lead: 'L-0001', other: '' }, may: [ANA, BO, SAM, SUE] },
  preparePaymentRun: { input: {}, may: [FAY] },
  recordPayment: { input: { commission: 'C-0009' }, may: [FAY] },
  voidReceipt: { input: { receipt: 'R-0001' }, may: [ANA, FAY] },
  importReceipts: { input: {}, may: [FAY] },
  payRun: { input: {}, may: [FAY] },
  voidPayment: { input: { commission: 'C-0001' }, may: [FAY] },
  exportPayments: { input: {}, may: [FAY] },
  makeStatement: { input: { partner: 'P-001' }, may: [FAY] },
  setPaymentDetails: { input: { partner: 'P-001' }, may: [FAY] },
  openDispute: { input: { commission: 'C-0001' }, may: [ANA, FAY] },
  decideDispute: { input: { commission: 'C-0009' }, may: [FAY] },
  explainCommission: { input: { commission: 'C-0009' }, may: [ANA, BO, SAM, SUE, FAY] },
  forecastCommissions: { input: { when: 'soon' }, may: [FAY] },
  recordRate: { input: {}, may: [FAY] },
  shareSnapshot: { input: { partner: 'P-001', month: '2030-01' }, may: [ANA] },
  addAccount: { input: {}, may: [ANA, BO] },
  updateAccount: { input: {}, may: [ANA, BO] },
  importRows: { input: {}, may: [ANA, BO] },
};

describe.each(Object.entries(COMMANDS))('%s', (command, { input, may }) => {
  test('is for those whom the rules name, and answers anyone else with the missing right alone', () => {
    const door = openExample();
    for (const person of [HEAD, ANA, BO, SAM, SUE, FAY, STRANGER]) {
      const isAllowed = person === HEAD || may.includes(person);
      // Each input lacks something: who is allowed hears of that, nobody changes anything.
      const codes = codesOf(door.run(person, command, input));
      expect(codes.length, person).toBeGreaterThan(0);
      if (isAllowed) expect(codes, person).not.toContain('not-allowed');
      else expect(codes, person).toEqual(['not-allowed']);
    }
  });
});

test('every command of people is in the table above', () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(PEOPLE_COMMANDS).sort());
});

describe('a right', () => {
  const approve = { lead: 'L-0002', salesOwner: SAM };

  test('over another manager’s partner comes with the cover, on the first and on the last day away alone', () => {
    const door = openExample();
    door.must(ANA, 'setAway', { person: ANA, from: '2026-01-07', until: '2026-01-08', cover: BO });
    const codesOn = (local: string) => {
      door.moveTo(local);
      return codesOf(door.run(BO, 'returnLead', { lead: 'L-0002' }));
    };
    expect(codesOn('2026-01-06T23:59')).toEqual(['not-allowed']);
    expect(codesOn('2026-01-07T00:00')).toEqual(['required', 'required']);
    expect(codesOn('2026-01-08T23:59')).toEqual(['required', 'required']);
    expect(codesOn('2026-01-09T00:00')).toEqual(['not-allowed']);
  });

  test('ends with being active', () => {
    const door = openExample();
    door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: false });
    expect(codesOf(door.run(ANA, 'approveLead', approve))).toEqual(['not-allowed']);
  });

  test('goes over to the manager to whom a partner is assigned', () => {
    const door = openExample();
    door.must(HEAD, 'assignManager', { partner: 'P-001', manager: BO });
    expect(codesOf(door.run(ANA, 'approveLead', approve))).toEqual(['not-allowed']);
    expect(codesOf(door.run(BO, 'approveLead', approve))).toEqual([]);
  });

  test('of the sales owner goes over with the lead', () => {
    const door = openExample();
    door.must(ANA, 'updateLead', { lead: 'L-0001', salesOwner: SUE });
    expect(codesOf(door.run(SAM, 'updateDeal', { deal: 'D-0001', gross: '1' }))).toEqual(['not-allowed']);
    expect(codesOf(door.run(SUE, 'updateDeal', { deal: 'D-0001', gross: '1' }))).toEqual([]);
  });

  test('to move a deal is needed for where it comes from and where it goes', () => {
    const door = openExample();
    registerActive(door, { partner: 'P-002', customer: 'Hooli', website: 'hooli.example' });
    const move = { deal: 'D-0001', lead: 'L-0003' };
    expect(codesOf(door.run(ANA, 'updateDeal', move))).toEqual(['not-allowed']);
    expect(codesOf(door.run(BO, 'updateDeal', move))).toEqual(['not-allowed']);
    expect(codesOf(door.run(SAM, 'updateDeal', move))).toEqual([]);
    expect(door.get('commissions', 'C-0001').line).toMatchObject({ lead: 'L-0003', partner: 'P-002' });
  });

  test('is not asked about what does not exist: that is said instead', () => {
    const door = openExample();
    expect(problemsOf(door.run(BO, 'releaseLead', { lead: 'L-0099' }))).toEqual(['not-found lead']);
    expect(problemsOf(door.run(SAM, 'confirmIntroduction', { introduction: 'I-0099' }))).toEqual([
      'not-found introduction',
    ]);
  });

  test('to plan an absence is one’s own, also where the other person does not exist', () => {
    const door = openExample();
    const absence = { from: '2026-02-01', until: '2026-02-02', cover: BO };
    expect(codesOf(door.run(ANA, 'setAway', { person: 'ghost@one.example', ...absence }))).toEqual([
      'not-allowed',
    ]);
    expect(codesOf(door.run(ANA, 'setAway', { person: 'ANA@one.example', ...absence }))).toEqual([]);
  });
});
