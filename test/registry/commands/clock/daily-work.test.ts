import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../src/core/calendar/add-days.ts';
import { parsePlainDate } from '../../../../src/core/calendar/parse-plain-date.ts';
import type { MailKind } from '../../../../src/registry/records.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  KIM,
  openProgramme,
  register,
  registerActive,
  registerEarning,
} from '../../support/office.ts';
import type { TestDoor } from '../../support/test-door.ts';

/** Runs the day's work at six in the morning of each day up to and including the last. */
function runDaysTo(door: TestDoor, last: string): void {
  const end = parsePlainDate(last);
  if (end === null) throw new Error(`No day: ${last}`);
  for (let day = addDays(door.today, 1); day <= end; day = addDays(day, 1)) {
    door.moveTo(`${day}T06:00`);
    door.runDay();
  }
}

/** On which days messages of a kind were queued. */
function daysOf(door: TestDoor, kind: MailKind): readonly string[] {
  return door.records
    .list('outbox')
    .filter((mail) => mail.kind === kind)
    .map(({ queuedAt }) => queuedAt.slice(0, 10));
}

describe('an undecided request', () => {
  test('is reminded of at half of the target and escalated once it has passed, once each', () => {
    const door = openProgramme();
    register(door);
    runDaysTo(door, '2026-01-20');
    expect(daysOf(door, 'reminder')).toEqual(['2026-01-07']);
    expect(daysOf(door, 'escalation')).toEqual(['2026-01-09']);
    const to = (kind: MailKind) => door.records.list('outbox').find((mail) => mail.kind === kind)?.to;
    expect(to('reminder')).toEqual([ANA]);
    expect(to('escalation')).toEqual([HEAD]);
  });

  test('of a Friday counts neither the weekend nor a listed holiday', () => {
    const door = openProgramme();
    door.must(HEAD, 'updateSettings', { Holidays: '2026-01-13' });
    door.moveTo('2026-01-09T23:00');
    register(door);
    runDaysTo(door, '2026-01-31');
    expect(daysOf(door, 'reminder')).toEqual(['2026-01-14']);
    expect(daysOf(door, 'escalation')).toEqual(['2026-01-16']);
  });

  test('is only escalated where the runs were a week late', () => {
    const door = openProgramme();
    register(door);
    door.moveTo('2026-01-14T06:00');
    door.runDay();
    door.runDay();
    expect([daysOf(door, 'reminder'), daysOf(door, 'escalation')]).toEqual([[], ['2026-01-14']]);
  });

  test('reminds the cover while the manager is away', () => {
    const door = openProgramme();
    register(door);
    door.must(HEAD, 'setAway', { person: ANA, from: '2026-01-07', until: '2026-01-07', cover: BO });
    runDaysTo(door, '2026-01-07');
    expect(door.records.list('outbox').at(-1)).toMatchObject({ kind: 'reminder', to: [BO] });
  });

  test('is neither reminded of nor escalated once it is decided or returned', () => {
    const door = openProgramme();
    registerActive(door);
    register(door, { customer: 'Initech' });
    door.must(ANA, 'returnLead', { lead: 'L-0002', reason: 'not-a-fit', fields: ['country'] });
    runDaysTo(door, '2026-01-16');
    expect([daysOf(door, 'reminder'), daysOf(door, 'escalation')]).toEqual([[], []]);
  });
});

describe('a returned request', () => {
  const openReturned = (holidays: string) => {
    const door = openProgramme();
    door.must(HEAD, 'updateSettings', { Holidays: holidays });
    register(door);
    door.must(ANA, 'returnLead', { lead: 'L-0001', reason: 'not-a-fit', fields: ['country'] });
    return door;
  };

  test('stays for 10 business days, and is withdrawn with mail on the day after', () => {
    const door = openReturned('');
    runDaysTo(door, '2026-01-19');
    expect(door.get('leads', 'L-0001').registration.status).toBe('Returned');
    runDaysTo(door, '2026-01-20');
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      status: 'Withdrawn',
      withdrawnOn: '2026-01-20',
    });
    expect(door.records.list('outbox').at(-1)).toMatchObject({
      kind: 'decision',
      to: [KIM],
      about: 'L-0001',
    });
  });

  test('stays longer over listed holidays', () => {
    const door = openReturned('2026-01-19, 2026-01-20');
    runDaysTo(door, '2026-01-21');
    expect(door.get('leads', 'L-0001').registration.status).toBe('Returned');
    runDaysTo(door, '2026-01-22');
    expect(door.get('leads', 'L-0001').registration.status).toBe('Withdrawn');
  });

  test('completed in time stays', () => {
    const door = openReturned('');
    runDaysTo(door, '2026-01-16');
    door.must(ANA, 'resubmitLead', { lead: 'L-0001', country: 'Germany' });
    runDaysTo(door, '2026-02-10');
    expect(door.get('leads', 'L-0001').registration.status).toBe('Submitted');
  });
});

describe('an active lead', () => {
  test('is announced 60, 30 and 7 days before its last day, once each, to partner and manager', () => {
    const door = openProgramme();
    registerActive(door);
    door.moveTo('2026-11-05T06:00');
    runDaysTo(door, '2027-01-08');
    expect(daysOf(door, 'expiry')).toEqual(['2026-11-06', '2026-12-06', '2026-12-29']);
    const notices = door.records.list('outbox').filter(({ kind }) => kind === 'expiry');
    expect(notices.map(({ to }) => to)).toEqual([
      [KIM, ANA],
      [KIM, ANA],
      [KIM, ANA],
    ]);
    expect(notices.map(({ subject }) => subject.slice(0, 7))).toEqual(['60 days', '30 days', '7 days ']);
  });

  test('is announced late, with the days that are left, where the runs were a week late', () => {
    const door = openProgramme();
    registerActive(door);
    door.moveTo('2026-11-13T06:00');
    door.runDay();
    door.runDay();
    expect(
      door.records
        .list('outbox')
        .filter(({ kind }) => kind === 'expiry')
        .map(({ subject }) => subject.slice(0, 7)),
    ).toEqual(['53 days']);
  });

  test('expires with the first run after its last day, however late', () => {
    const door = openProgramme();
    registerActive(door);
    door.moveTo('2027-01-05T23:59');
    door.runDay();
    expect(door.get('leads', 'L-0001').registration.status).toBe('Active');
    door.moveTo('2027-01-13T06:00');
    door.runDay();
    expect(door.get('leads', 'L-0001').registration.status).toBe('Expired');
    expect(daysOf(door, 'expiry').filter((day) => day > '2027-01-06')).toEqual([]);
  });

  test('released is announced no more', () => {
    const door = openProgramme();
    registerActive(door);
    door.must(ANA, 'releaseLead', { lead: 'L-0001' });
    door.moveTo('2026-12-01T06:00');
    runDaysTo(door, '2027-01-08');
    expect(daysOf(door, 'expiry')).toEqual([]);
    expect(door.get('leads', 'L-0001').registration.status).toBe('Released');
  });
});

describe('a commission', () => {
  test('becomes due on its day', () => {
    const door = openProgramme();
    registerEarning(door);
    runDaysTo(door, '2026-02-03');
    expect(door.get('commissions', 'C-0001').line.status).toBe('Scheduled');
    runDaysTo(door, '2026-02-04');
    expect(door.get('commissions', 'C-0001').line.status).toBe('Due');
    expect(door.get('leads', 'L-0001').view.commissionStatus).toBe('Due');
  });

  test('due is on the list of every Monday, one list a Monday, until it is paid', () => {
    const door = openProgramme();
    registerEarning(door);
    runDaysTo(door, '2026-02-16');
    door.moveTo('2026-02-16T18:00');
    door.runDay();
    expect(daysOf(door, 'due-list')).toEqual(['2026-02-09', '2026-02-16']);
    expect(door.records.list('outbox').at(-1)).toMatchObject({
      to: [FAY],
      body: expect.stringContaining('USD 10,000.00'),
    });
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-16', reference: 'PAY 1' });
    runDaysTo(door, '2026-02-23');
    expect(daysOf(door, 'due-list')).toHaveLength(2);
  });

  test('due is listed once on the first day of running again, where Monday’s run was missed', () => {
    const door = openProgramme();
    registerEarning(door);
    runDaysTo(door, '2026-02-06');
    door.moveTo('2026-02-11T06:00');
    door.runDay();
    runDaysTo(door, '2026-02-15');
    expect(daysOf(door, 'due-list')).toEqual(['2026-02-11']);
  });

  test('due of which nothing is left is on no list', () => {
    const door = openProgramme();
    registerEarning(door);
    const credit = { deal: 'D-0001', amount: '100000', creditedOn: '2026-01-05', reason: 'Terminated' };
    door.must(FAY, 'creditDeal', credit);
    runDaysTo(door, '2026-02-10');
    expect(door.get('commissions', 'C-0001').line).toMatchObject({ status: 'Due', amount: { minor: 0 } });
    expect(daysOf(door, 'due-list')).toEqual([]);
  });

  test('due goes to the programme heads while nobody is in finance', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(HEAD, 'setTeamMember', { person: FAY, name: 'Fay', role: 'finance', active: false });
    runDaysTo(door, '2026-02-09');
    expect(door.records.list('outbox').at(-1)).toMatchObject({ kind: 'due-list', to: [HEAD] });
  });

  test('on hold is on no list', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(FAY, 'holdCommission', { commission: 'C-0001' });
    runDaysTo(door, '2026-02-09');
    expect(daysOf(door, 'due-list')).toEqual([]);
  });
});

test('the day’s work done twice is done once, and on a quiet day leaves nothing behind', () => {
  const door = openProgramme();
  registerEarning(door);
  register(door, { customer: 'Initech' });
  door.moveTo('2026-02-09T06:00');
  expect(door.runDay().length).toBeGreaterThan(0);
  expect(door.runDay()).toEqual([]);
  door.moveTo('2026-02-10T06:00');
  expect(door.runDay()).toEqual([]);
});

test('an active lead whose dates ask for nothing stays untouched day after day, and so does an expired one', () => {
  const door = openProgramme();
  const lead = registerActive(door);
  runDaysTo(door, '2026-01-07');
  const before = door.get('leads', lead);
  const entries = () =>
    door.journal.filter(({ changes }) => changes.some(({ r }) => r === `leads/${lead}`)).length;
  const written = entries();
  runDaysTo(door, '2026-01-30');
  expect(door.get('leads', lead)).toEqual(before);
  expect(entries()).toBe(written);
  door.moveTo('2027-03-01T06:00');
  door.runDay();
  const expired = entries();
  runDaysTo(door, '2027-03-10');
  expect(entries()).toBe(expired);
});

test('the day is that of the programme’s time zone', () => {
  const door = openProgramme();
  registerActive(door);
  // 2027-01-06T05:30Z is still the 5th in Chicago.
  door.moveTo('2027-01-05T23:30');
  door.runDay();
  expect(door.get('leads', 'L-0001').registration.status).toBe('Active');
  door.must(HEAD, 'updateSettings', { 'Programme time zone': 'Europe/Berlin' });
  door.runDay();
  expect(door.get('leads', 'L-0001').registration.status).toBe('Expired');
});
