import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../../src/core/model/team.ts';
import { checkRight, mayAct, NO_RELATION, type Relation } from '../../../src/core/people/may-act.ts';
import { type CommandName, isCommandName, RIGHTS } from '../../../src/core/people/rights.ts';

const commands: readonly CommandName[] = Object.keys(RIGHTS).filter(isCommandName);
const ALL_RELATIONS: Relation = { ownPartner: true, ownLead: true, openRequest: true, self: true };

/** What a manager may do that is about no partner of anybody's. */
const OF_NO_PARTNER: readonly CommandName[] = [
  'resendMail',
  'requestToJoin',
  'compareMatches',
  'explainCommission',
  'addAccount',
  'updateAccount',
  'importRows',
];

const sorted = (names: readonly string[]) => [...names].sort();
const allowedTo = (role: Role, relation: Relation) =>
  sorted(commands.filter((command) => mayAct(command, role, relation)));

describe('rights', () => {
  test('let the head call everything, whatever it is about', () => {
    expect(allowedTo('head', NO_RELATION)).toEqual(sorted(commands));
  });
  test('let nobody without a role do anything', () => {
    expect(commands.filter((command) => mayAct(command, null, ALL_RELATIONS))).toEqual([]);
  });
  test('let a manager decide for own partners, and elsewhere only what belongs to no partner or only shows', () => {
    expect(allowedTo('manager', { ...NO_RELATION, ownPartner: true })).toEqual(
      sorted([
        'recordAttendance',
        'registerLead',
        'approveLead',
        'returnLead',
        'resubmitLead',
        'rejectLead',
        'withdrawLead',
        'releaseLead',
        'updateLead',
        'judgeMatch',
        'recordIntroduction',
        'updateIntroduction',
        'confirmIntroduction',
        'enterDeal',
        'updateDeal',
        'recordReceipt',
        'voidReceipt',
        'openDispute',
        'shareSnapshot',
        'updatePartner',
        ...OF_NO_PARTNER,
      ]),
    );
    expect(allowedTo('manager', NO_RELATION)).toEqual(sorted(OF_NO_PARTNER));
  });
  test('let a sales account owner work on own leads and object to open requests', () => {
    expect(allowedTo('sales', { ...NO_RELATION, ownLead: true })).toEqual(
      sorted([
        'requestToJoin',
        'compareMatches',
        'explainCommission',
        'updateIntroduction',
        'confirmIntroduction',
        'enterDeal',
        'updateDeal',
      ]),
    );
    expect(allowedTo('sales', { ...NO_RELATION, openRequest: true })).toEqual(
      sorted(['requestToJoin', 'compareMatches', 'explainCommission', 'objectLead']),
    );
  });
  test('let finance work on money alone', () => {
    expect(allowedTo('finance', { ...ALL_RELATIONS, self: false })).toEqual(
      sorted([
        'recordReceipt',
        'voidReceipt',
        'importReceipts',
        'creditDeal',
        'holdCommission',
        'releaseHold',
        'preparePaymentRun',
        'recordPayment',
        'payRun',
        'voidPayment',
        'exportPayments',
        'makeStatement',
        'setPaymentDetails',
        'openDispute',
        'decideDispute',
        'explainCommission',
        'forecastCommissions',
        'recordRate',
      ]),
    );
  });
  test('let everybody of the team be away themselves, and only the head say it of others', () => {
    const may = (relation: Relation) => ROLES.filter((role) => mayAct('setAway', role, relation));
    expect(may({ ...NO_RELATION, self: true })).toEqual(['head', 'manager', 'sales', 'finance']);
    expect(may(NO_RELATION)).toEqual(['head']);
  });
  test('know their commands by name', () => {
    expect(isCommandName('approveLead')).toBe(true);
    expect(isCommandName('toString')).toBe(false);
  });
});

describe('checkRight', () => {
  test.each([
    { name: 'a missing role', role: null, says: 'role (none)' },
    { name: 'a role without the right', role: 'finance', says: 'does not include approveLead' },
    {
      name: 'a right that does not reach so far',
      role: 'manager',
      says: 'only for partners assigned to you',
    },
  ] as const)('says $name', ({ role, says }) => {
    expect(checkRight('approveLead', role, NO_RELATION)).toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining(says),
    });
  });
  test('says nothing where the right is there', () => {
    expect(checkRight('approveLead', 'manager', { ...NO_RELATION, ownPartner: true })).toBeNull();
  });
});
