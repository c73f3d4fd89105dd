import { describe, expect, test } from 'vitest';
import type { MailKind } from '../../../src/registry/records.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  KIM,
  LEE,
  openOffice,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  SAM,
  SUE,
  sign,
} from '../support/office.ts';
import { accept, codesOf, type TestDoor } from '../support/test-door.ts';

/** Kind and recipients of the messages queued since there were so many. */
function mailsSince(door: TestDoor, count: number): readonly (readonly [MailKind, string])[] {
  return door.records
    .list('outbox')
    .slice(count)
    .map(({ kind, to }) => [kind, [...to].sort().join(', ')]);
}

function mailCount(door: TestDoor): number {
  return door.records.list('outbox').length;
}

describe('a partner', () => {
  test('that asks is admitted with the manager who has the fewest, welcomed and told', () => {
    const door = openProgramme();
    door.must(HEAD, 'assignManager', { partner: 'P-002', manager: ANA });
    const before = mailCount(door);
    door.must(SAM, 'requestToJoin', {
      company: 'Cirrus',
      contactName: 'Mia',
      contactEmail: 'Mia@Cirrus.example',
    });
    expect(door.get('partners', 'P-003').partner).toMatchObject({
      status: 'Requested',
      contacts: ['mia@cirrus.example'],
    });
    door.must(HEAD, 'admitPartner', { partner: 'cirrus' });
    expect(door.get('partners', 'P-003').partner).toMatchObject({
      status: 'Active',
      manager: BO,
      joinedOn: '2026-01-05',
    });
    expect(mailsSince(door, before)).toEqual([
      ['acknowledgement', 'mia@cirrus.example'],
      ['review-request', HEAD],
      ['welcome', 'mia@cirrus.example'],
      ['assignment', BO],
    ]);
    expect(door.records.list('outbox').at(-2)?.body).toContain('https://forms.example/lead');
  });

  test('that asks may be declined, with mail, and admitted later all the same', () => {
    const door = openProgramme();
    door.must(SAM, 'requestToJoin', {
      company: 'Cirrus',
      contactName: 'Mia',
      contactEmail: 'mia@cirrus.example',
    });
    door.must(HEAD, 'declinePartner', { partner: 'P-003', reason: 'No capacity.' });
    expect(door.get('partners', 'P-003').partner).toMatchObject({
      status: 'Declined',
      reason: 'No capacity.',
    });
    expect(door.records.list('outbox').at(-1)?.body).toContain('No capacity.');
    expect(door.must(HEAD, 'admitPartner', { partner: 'P-003', manager: ANA })).toBe('P-003');
  });

  test('that never asked is created outright, its addresses in lower case and once each', () => {
    const door = openOffice();
    const contacts = 'Kim@Acme.example, kim@acme.example\njo@acme.example';
    expect(door.must(HEAD, 'admitPartner', { partner: '  Acme   Consulting ', contacts })).toBe('P-001');
    expect(door.get('partners', 'P-001').partner).toMatchObject({
      name: 'Acme   Consulting',
      contacts: ['kim@acme.example', 'jo@acme.example'],
      manager: ANA,
    });
  });

  test('that is suspended keeps its leads and its joining day; its lines wait and are freed again', () => {
    const door = openProgramme();
    registerEarning(door);
    door.moveTo('2026-02-10T09:00');
    door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
    expect(door.get('leads', 'L-0001').registration.status).toBe('Converted');
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      status: 'On hold',
      holdReason: 'Partner suspended: Audit',
    });
    door.must(HEAD, 'admitPartner', { partner: 'P-001' });
    expect(door.get('partners', 'P-001').partner).toMatchObject({
      status: 'Active',
      joinedOn: '2026-01-05',
      manager: ANA,
    });
    expect(door.get('commissions', 'C-0001').line.status).toBe('Due');
  });

  test('that is renamed reads so on its leads and lines', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(ANA, 'updatePartner', { partner: 'P-001', name: 'Acme & Co', country: 'Germany' });
    expect(door.get('leads', 'L-0001').view.partnerName).toBe('Acme & Co');
    expect(door.get('commissions', 'C-0001').partnerName).toBe('Acme & Co');
  });
});

describe('a request', () => {
  test('is acknowledged, checked and sent to the manager and the head', () => {
    const door = openProgramme();
    const before = mailCount(door);
    expect(register(door)).toBe('L-0001');
    expect(door.get('leads', 'L-0001')).toMatchObject({
      registration: { status: 'Submitted', registeredAt: '2026-01-05T15:00:00Z', previousLead: null },
      view: { verdict: 'clear', partnerName: 'Acme Consulting' },
    });
    expect(mailsSince(door, before)).toEqual([
      ['acknowledgement', KIM],
      ['review-request', `${ANA}, ${HEAD}`],
    ]);
    expect(door.records.list('outbox').at(-2)?.body).toContain('by the end of 2026-01-08');
  });

  test('goes to the cover while the manager is away, and to the head where nobody else is there', () => {
    const door = openProgramme();
    door.must(HEAD, 'setAway', { person: ANA, from: '2026-01-05', until: '2026-01-05', cover: BO });
    register(door);
    expect(door.records.list('outbox').at(-1)?.to).toEqual([BO, HEAD]);
    door.must(HEAD, 'setTeamMember', { person: BO, name: 'Bo', role: 'manager', active: false });
    register(door, { customer: 'Initech' });
    expect(door.records.list('outbox').at(-1)?.to).toEqual([HEAD]);
  });

  test('stated to have arrived earlier goes first, and its stated time is journaled', () => {
    const door = openProgramme();
    register(door);
    register(door, { partner: 'P-002', receivedAt: '2026-01-05T08:59' });
    expect(door.get('leads', 'L-0002').registration.registeredAt).toBe('2026-01-05T14:59:00Z');
    expect(door.journal.at(-1)?.reason).toContain('2026-01-05T14:59:00Z');
    expect(codesOf(door.run(HEAD, 'approveLead', { lead: 'L-0001', salesOwner: SAM }))).toEqual(['pending']);
    door.must(HEAD, 'approveLead', { lead: 'L-0002', salesOwner: SAM });
  });

  test('is recorded whatever the conflict check says', () => {
    const door = openProgramme();
    registerActive(door);
    expect(register(door, { partner: 'P-002' })).toBe('L-0002');
    expect(door.get('leads', 'L-0002').view.verdict).toBe('held');
  });

  test('approved holds for the window and keeps the terms of that day', () => {
    const door = openProgramme();
    const before = mailCount(door);
    registerActive(door);
    door.must(HEAD, 'updateSettings', { 'Commission rate': '0.2', 'Registration window months': 6 });
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      status: 'Active',
      approval: {
        approvedOn: '2026-01-05',
        activeUntil: '2027-01-05',
        approvedBy: HEAD,
        salesOwner: SAM,
        terms: { rate: '0.1' },
      },
    });
    expect(mailsSince(door, before).slice(2)).toEqual([
      ['decision', KIM],
      ['assignment', SAM],
    ]);
    registerActive(door, { customer: 'Initech', website: 'initech.example' });
    expect(door.get('leads', 'L-0002').registration).toMatchObject({
      approval: { activeUntil: '2026-07-05', terms: { rate: '0.2' } },
    });
  });

  test('of an engaged customer is approved with a written reason, which is kept', () => {
    const door = openProgramme();
    door.must(ANA, 'addAccount', { name: 'Globex', website: 'globex.example', standing: 'Customer' });
    register(door);
    door.must(ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM, override: 'Another division.' });
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      approval: { override: 'Another division.' },
    });
    expect(door.journal.at(-1)?.reason).toBe('Another division.');
  });

  test.each([
    'engaged',
    'held-by-partner',
    'duplicate',
  ])('rejected as %s reads the same to the partner', (reason) => {
    const door = openProgramme();
    register(door);
    door.must(ANA, 'rejectLead', { lead: 'L-0001', reason });
    const mail = door.records.list('outbox').at(-1);
    expect(mail?.body).toContain('The customer is not available for registration.');
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/engaged|held|duplicate|partner holds/i);
  });

  test('returned is completed with what was asked for, and keeps its place', () => {
    const door = openProgramme();
    register(door, { website: '' });
    door.must(ANA, 'returnLead', {
      lead: 'L-0001',
      reason: 'insufficient-information',
      fields: ['Website', 'customer website'],
    });
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      status: 'Returned',
      fields: ['Customer website'],
    });
    door.moveTo('2026-01-06T09:00');
    register(door, { partner: 'P-002' });
    door.must(ANA, 'resubmitLead', { lead: 'L-0001', website: 'globex.example' });
    expect(door.get('leads', 'L-0001')).toMatchObject({
      registration: { status: 'Submitted', registeredAt: '2026-01-05T15:00:00Z', website: 'globex.example' },
      view: { verdict: 'clear' },
    });
  });

  test('is objected to by sales, which is shown and does not decide', () => {
    const door = openProgramme();
    register(door);
    door.must(SUE, 'objectLead', { lead: 'L-0001', reason: 'We talk to them.' });
    expect(door.get('leads', 'L-0001').registration.objections).toEqual([
      { by: SUE, on: '2026-01-05', reason: 'We talk to them.' },
    ]);
    door.must(ANA, 'approveLead', { lead: 'L-0001', salesOwner: SAM });
  });

  test('withdrawn or released frees the customer: at once, or from the next day', () => {
    const door = openProgramme();
    register(door);
    register(door, { partner: 'P-002' });
    door.must(ANA, 'withdrawLead', { lead: 'L-0001', reason: 'Partner asked.' });
    door.must(BO, 'approveLead', { lead: 'L-0002', salesOwner: SAM });
    door.must(BO, 'releaseLead', { lead: 'L-0002' });
    register(door);
    const approve = { lead: 'L-0003', salesOwner: SAM };
    expect(codesOf(door.run(ANA, 'approveLead', approve))).toEqual(['held']);
    door.moveTo('2026-01-06T00:00');
    expect(codesOf(door.run(ANA, 'approveLead', approve))).toEqual([]);
  });

  test('that changes its name is checked again, and a new verdict is flagged', () => {
    const door = openProgramme();
    registerActive(door);
    register(door, { partner: 'P-002', customer: 'Initech', website: '' });
    door.must(BO, 'updateLead', { lead: 'L-0002', website: 'globex.example' });
    expect(door.get('leads', 'L-0002').view).toMatchObject({
      verdict: 'held',
      attention: 'Conflict check changed from clear to held on 2026-01-05.',
    });
  });
});

describe('a judgement', () => {
  const openAlike = () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Northwind Traders', website: '' });
    register(door, { partner: 'P-002', customer: 'Northwnd Traders', website: '' });
    return door;
  };

  test('"different" lets the request pass and is remembered', () => {
    const door = openAlike();
    door.must(BO, 'judgeMatch', { lead: 'L-0002', other: 'L-0001', same: 'no', reason: 'Two companies.' });
    expect(door.get('judgements', 'J-0001').judgement).toMatchObject({
      left: 'L-0001',
      right: 'L-0002',
      same: false,
    });
    door.must(BO, 'approveLead', { lead: 'L-0002', salesOwner: SAM });
  });

  test('"same" makes it held', () => {
    const door = openAlike();
    door.must(BO, 'judgeMatch', { lead: 'L-0002', other: 'L-0001', same: true, reason: 'A typing error.' });
    expect(codesOf(door.run(BO, 'approveLead', { lead: 'L-0002', salesOwner: SAM }))).toEqual(['held']);
  });

  test('given anew takes the place of the one before', () => {
    const door = openAlike();
    const judge = { lead: 'L-0002', other: 'L-0001', reason: 'Asked.' };
    door.must(BO, 'judgeMatch', { ...judge, same: true });
    door.must(BO, 'judgeMatch', { ...judge, same: false });
    expect(door.records.list('judgements').map(({ judgement }) => judgement.same)).toEqual([false]);
  });
});

describe('a re-registration', () => {
  test('names the earlier registration where that is the only candidate, and makes a renewal earn', () => {
    const door = openProgramme();
    registerEarning(door);
    door.moveTo('2027-01-06T09:00');
    const lead = registerActive(door);
    expect(door.get('leads', lead).registration).toMatchObject({ previousLead: 'L-0001' });
    expect(door.get('leads', lead).view.verdict).toBe('re-registration');
    introduce(door, lead);
    sign(door, lead, { kind: 'Renewal' });
    expect(door.get('commissions', 'C-0002').line).toMatchObject({
      status: 'Awaiting cash',
      amount: { minor: 1_000_000 },
    });
    expect(door.records.list('accounts').map(({ account }) => account.sources)).toEqual([
      ['L-0001', 'L-0002'],
    ]);
  });
});

describe('a commission', () => {
  test('follows the facts until it is paid, and is adjusted afterwards', () => {
    const door = openProgramme();
    const { deal } = registerEarning(door);
    door.must(FAY, 'creditDeal', { deal, amount: '10000', creditedOn: '2026-01-05', reason: 'Refund' });
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      status: 'Scheduled',
      dueOn: '2026-02-04',
      amount: { minor: 900_000 },
    });
    door.moveTo('2026-02-04T08:00');
    // Due by the calendar, whether or not the daily run has been.
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', { deal, amount: '500', creditedOn: '2026-02-04', reason: 'Refund' });
    expect(door.get('commissions', 'C-0002').line).toMatchObject({
      kind: 'adjustment',
      status: 'Due',
      amount: { minor: -5_000 },
      base: { minor: -50_000 },
    });
    expect(door.get('leads', 'L-0001').view).toMatchObject({
      commission: '8950.00',
      commissionStatus: 'Paid',
    });
  });

  test('paid takes the partner’s negative adjustments of its currency along', () => {
    const door = openProgramme();
    const { deal } = registerEarning(door);
    registerEarning(door, { customer: 'Initech', website: 'initech.example' });
    door.moveTo('2026-02-04T09:00');
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', { deal, amount: '500', creditedOn: '2026-02-04', reason: 'Refund' });
    door.must(FAY, 'recordPayment', { commission: 'C-0002', paidOn: '2026-02-04', reference: 'PAY 2' });
    expect(door.get('commissions', 'C-0003').line).toMatchObject({
      status: 'Paid',
      reference: 'PAY 2',
      amount: { minor: -5_000 },
    });
  });

  test('held is not paid until it is released, and a payment run says why', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(FAY, 'holdCommission', { commission: 'C-0001', reason: 'Bank details' });
    const run = door.run(FAY, 'preparePaymentRun', { asOf: '2026-02-04' });
    expect(run).toMatchObject({
      ok: true,
      changes: [],
      done: {
        value: {
          groups: [
            {
              partner: 'P-001',
              currency: 'USD',
              net: '0.00',
              pays: false,
              due: [],
              held: [{ reason: 'Bank details' }],
            },
          ],
        },
      },
    });
    door.must(FAY, 'releaseHold', { commission: 'C-0001' });
    expect(door.get('commissions', 'C-0001').line.status).toBe('Scheduled');
  });

  test('waits for the confirmation of an introduction, and goes with its refusal', () => {
    const door = openProgramme();
    registerActive(door);
    const introduction = introduce(door, 'L-0001');
    sign(door, 'L-0001');
    expect(door.get('commissions', 'C-0001').line.status).toBe('Awaiting cash');
    door.must(SAM, 'updateIntroduction', { introduction, title: 'CEO' });
    expect(door.get('introductions', introduction).introduction.confirmation.state).toBe('confirmed');
    door.must(SAM, 'updateIntroduction', { introduction, relation: 'contracted' });
    expect(door.get('introductions', introduction).introduction.confirmation.state).toBe('open');
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      status: 'Reversed',
      amount: { minor: 0 },
    });
    door.must(SAM, 'confirmIntroduction', { introduction, refuse: 'Met at a fair.' });
    expect(door.get('commissions', 'C-0001').line.conditions.c2).toBe('no');
  });

  test('of a deal entered late goes to the earlier registration, and both rows are flagged', () => {
    const door = openProgramme();
    registerActive(door);
    door.must(HEAD, 'releaseLead', { lead: 'L-0001' });
    door.moveTo('2026-01-06T09:00');
    registerActive(door, { partner: 'P-002' });
    sign(door, 'L-0001', { signedOn: '2026-01-05' });
    expect(door.get('leads', 'L-0001').view.attention).toContain('L-0001 earns');
    expect(door.get('leads', 'L-0002').view.attention).toContain('under the earlier L-0001');
  });
});

describe('people and settings', () => {
  test('a new member may edit from then on, one who leaves no longer', () => {
    const door = openOffice();
    door.must(HEAD, 'setTeamMember', { person: 'Eve@one.example', name: 'Eve', role: 'head', active: 'yes' });
    door.must(HEAD, 'setTeamMember', { person: 'eve@one.example', name: 'Eve', role: 'head', active: 'no' });
    expect(door.effects.slice(-2)).toEqual([
      { do: 'let-edit', person: 'eve@one.example', head: true },
      { do: 'stop-editing', person: 'eve@one.example' },
    ]);
  });

  test('a second head may take the first one’s place', () => {
    const door = openOffice();
    door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'head', active: true });
    expect(
      codesOf(door.run(ANA, 'setTeamMember', { person: HEAD, name: 'Head', role: 'manager', active: true })),
    ).toEqual([]);
  });

  test('another time zone moves today, and is told to the workbook', () => {
    const door = openOffice();
    door.must(HEAD, 'updateSettings', { 'Programme time zone': 'Pacific/Auckland' });
    expect(door.today).toBe('2026-01-06');
    expect(door.effects.at(-1)).toEqual({ do: 'set-time-zone', timeZone: 'Pacific/Auckland' });
  });

  test('a message to more people than one can take goes out as several, none left out', () => {
    const door = openOffice();
    const contacts = Array.from({ length: 120 }, (_, i) => `kim${i}@acme.example`);
    const before = mailCount(door);
    accept(door.run(HEAD, 'admitPartner', { partner: 'Acme', contacts }));
    const welcomes = door.records
      .list('outbox')
      .slice(before)
      .filter(({ kind }) => kind === 'welcome');
    expect(welcomes.flatMap(({ to }) => to)).toEqual(contacts);
    expect(welcomes.every(({ to }) => to.length <= 50)).toBe(true);
  });

  test('the registry is seeded once: again it adds nothing', () => {
    const door = openOffice();
    const answer = door.system('seedRegistry', { head: LEE });
    expect(answer.ok && answer.changes).toEqual([]);
  });
});
