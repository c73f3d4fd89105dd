import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deal } from '../../../src/core/model/deal.ts';
import type { Registration } from '../../../src/core/model/registration.ts';
import { expire } from '../../../src/core/registration/expire.ts';
import { isHeldOn } from '../../../src/core/registration/is-held-on.ts';
import { isSaasLicenceDeal } from '../../../src/core/registration/is-saas-licence-deal.ts';
import { release } from '../../../src/core/registration/release.ts';
import { settleApproved } from '../../../src/core/registration/settle-approved.ts';
import { statusOn } from '../../../src/core/registration/status-on.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import { windowEndsOn } from '../../../src/core/registration/window-ends-on.ts';
import { accepted, approved, codesOf, day, facts, signed, unsigned } from '../support/builders.ts';

// Approved on 2026-01-10, so active until 2027-01-10.
const active = approved();
const released = accepted(release(active, { releasedOn: day('2026-06-30'), releaseReason: 'partner asked' }));
const expired = accepted(expire(active, day('2027-01-11')));

describe('isHeldOn', () => {
  const cases: readonly { name: string; registration: Registration; date: string; held: boolean }[] = [
    { name: 'not the day before approval', registration: active, date: '2026-01-09', held: false },
    { name: 'the day of approval', registration: active, date: '2026-01-10', held: true },
    { name: 'the last day', registration: active, date: '2027-01-10', held: true },
    { name: 'not the day after, run or no run', registration: active, date: '2027-01-11', held: false },
    { name: 'the day of release', registration: released, date: '2026-06-30', held: true },
    { name: 'not the day after release', registration: released, date: '2026-07-01', held: false },
    { name: 'a past day of an expired one', registration: expired, date: '2026-05-01', held: true },
    { name: 'never a mere request', registration: submit(facts()), date: '2026-05-01', held: false },
    {
      name: 'the last day of a converted one',
      registration: settleApproved(active, [signed('2026-02-01')], day('2026-02-01')),
      date: '2027-01-10',
      held: true,
    },
    {
      name: 'no day after the release of one that converted late',
      registration: settleApproved(released, [signed('2026-06-30')], day('2026-08-01')),
      date: '2026-07-01',
      held: false,
    },
  ];
  test.each(cases)('$name', ({ registration, date, held }) => {
    expect(isHeldOn(registration, day(date))).toBe(held);
  });
});

describe('the last day', () => {
  test('still is Active, the next is Expired before any run', () => {
    expect(statusOn(active, day('2027-01-10'))).toBe('Active');
    expect(statusOn(active, day('2027-01-11'))).toBe('Expired');
  });
  test('cannot expire, the next can', () => {
    expect(codesOf(expire(active, day('2027-01-10')))).toEqual(['illegal-state']);
    expect(accepted(expire(active, day('2027-01-11'))).status).toBe('Expired');
  });
  test('can be released, the next cannot', () => {
    const on = (date: string) => release(active, { releasedOn: day(date), releaseReason: '' });
    expect(windowEndsOn(accepted(on('2027-01-10')))).toBe('2027-01-10');
    expect(codesOf(on('2027-01-11'))).toEqual(['illegal-state']);
  });
});

describe('isSaasLicenceDeal', () => {
  test.each([
    { kind: 'SaaS licence', previousLead: null, is: true },
    { kind: 'SaaS licence', previousLead: 'L-0001', is: true },
    { kind: 'Renewal', previousLead: null, is: false },
    { kind: 'Renewal', previousLead: 'L-0001', is: true },
    { kind: 'Services', previousLead: 'L-0001', is: false },
  ] as const)('says $is of $kind with previous lead $previousLead', ({ kind, previousLead, is }) => {
    expect(isSaasLicenceDeal({ kind }, { previousLead })).toBe(is);
  });
});

describe('settleApproved', () => {
  const cases: readonly {
    name: string;
    from: typeof active | typeof released | typeof expired;
    deals: readonly Deal[];
    today: string;
    status: string;
  }[] = [
    {
      name: 'converts on the day of approval',
      from: active,
      deals: [signed('2026-01-10')],
      today: '2026-01-10',
      status: 'Converted',
    },
    {
      name: 'converts on the last day',
      from: active,
      deals: [signed('2027-01-10')],
      today: '2027-01-10',
      status: 'Converted',
    },
    {
      name: 'does not convert the day after',
      from: active,
      deals: [signed('2027-01-11')],
      today: '2027-01-11',
      status: 'Expired',
    },
    {
      name: 'does not convert by a deal from before approval',
      from: active,
      deals: [signed('2026-01-09')],
      today: '2026-03-01',
      status: 'Active',
    },
    {
      name: 'converts an expired one by a deal entered late',
      from: expired,
      deals: [signed('2026-05-01')],
      today: '2027-06-01',
      status: 'Converted',
    },
    {
      name: 'converts a released one by a deal of the last day',
      from: released,
      deals: [signed('2026-06-30')],
      today: '2026-09-01',
      status: 'Converted',
    },
    {
      name: 'leaves a released one with a deal of the day after',
      from: released,
      deals: [signed('2026-07-01')],
      today: '2026-09-01',
      status: 'Released',
    },
    {
      name: 'leaves a released one released after its term',
      from: released,
      deals: [],
      today: '2027-06-01',
      status: 'Released',
    },
    {
      name: 'does not convert by services',
      from: active,
      deals: [signed('2026-02-01', { kind: 'Services' })],
      today: '2026-03-01',
      status: 'Active',
    },
    {
      name: 'does not convert by a renewal under a first registration',
      from: active,
      deals: [signed('2026-02-01', { kind: 'Renewal' })],
      today: '2026-03-01',
      status: 'Active',
    },
    {
      name: 'does not convert by an open deal',
      from: active,
      deals: [unsigned('Open')],
      today: '2026-03-01',
      status: 'Active',
    },
    {
      name: 'does not convert by a deal over nothing',
      from: active,
      deals: [signed('2026-02-01', { gross: '0 USD' })],
      today: '2026-03-01',
      status: 'Active',
    },
    {
      name: 'does not convert by another lead’s deal',
      from: active,
      deals: [signed('2026-02-01', { lead: 'L-0002' })],
      today: '2026-03-01',
      status: 'Active',
    },
  ];
  test.each(cases)('$name', ({ from, deals, today, status }) => {
    expect(settleApproved(from, deals, day(today)).status).toBe(status);
  });

  test('gives back what the registration was before a conversion that is undone', () => {
    const lost = [unsigned('Lost')];
    for (const { from, today } of [
      { from: active, today: '2026-07-01' },
      { from: released, today: '2026-07-01' },
      { from: expired, today: '2027-02-01' },
    ]) {
      const converted = settleApproved(from, [signed('2026-02-01')], day(today));
      expect(converted.status).toBe('Converted');
      expect(settleApproved(converted, lost, day(today))).toEqual(from);
    }
  });

  test('changes nothing the second time, and never the window', () => {
    const offsets = fc.integer({ min: -30, max: 800 });
    const anyDeal = fc.tuple(offsets, fc.boolean()).map(([offset, isSigned]) => {
      const date = new Date(Date.UTC(2026, 0, 10) + offset * 86_400_000).toISOString().slice(0, 10);
      return isSigned ? signed(date) : unsigned('Open');
    });
    fc.assert(
      fc.property(fc.constantFrom(active, released), fc.array(anyDeal, { maxLength: 3 }), (from, deals) => {
        const today = day('2026-12-01');
        const once = settleApproved(from, deals, today);
        expect(settleApproved(once, deals, today)).toEqual(once);
        expect(windowEndsOn(once)).toBe(windowEndsOn(from));
      }),
    );
  });
});
