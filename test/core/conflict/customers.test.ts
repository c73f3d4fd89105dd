import { describe, expect, test } from 'vitest';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import { findDoubleHolders } from '../../../src/core/conflict/find-double-holders.ts';
import { isCertainPair } from '../../../src/core/conflict/is-certain-pair.ts';
import { sameCustomer } from '../../../src/core/conflict/same-customer.ts';
import type { AccountId } from '../../../src/core/model/ids.ts';
import {
  ACME,
  account,
  active,
  BOREALIS,
  check,
  expired,
  judged,
  prepare,
  submitted,
} from './build-conflict-world.ts';

const WORDS = [
  'Alpine Foods',
  'Beta Steelworks',
  'Cobalt Printing',
  'Delta Railways',
  'Ember Airlines',
  'Fjord Banking',
];

/** So many differently named accounts on one domain. */
function accountsOnOneDomain(count: number) {
  return WORDS.slice(0, count).map((name, index) =>
    account({ id: `A-000${index + 1}` satisfies AccountId, name, website: 'holding.example' }),
  );
}

describe('a domain that many share', () => {
  const request = submitted({ id: 'L-0001', customer: 'Omega Toys', website: 'holding.example' });

  test('is certain while five differently named records share it', () => {
    expect(check({ registrations: [request], accounts: accountsOnOneDomain(4) }, 'L-0001').verdict).toBe(
      'engaged',
    );
  });

  test('is possible only from the sixth on', () => {
    const { verdict, findings } = check(
      { registrations: [request], accounts: accountsOnOneDomain(5) },
      'L-0001',
    );
    expect(verdict).toBe('possible');
    expect(findings).toHaveLength(5);
  });

  test('counts names, not records', () => {
    const twice = [
      ...accountsOnOneDomain(4),
      account({ id: 'A-0010', name: 'Alpine Foods Ltd', website: 'holding.example' }),
    ];
    expect(check({ registrations: [request], accounts: twice }, 'L-0001').verdict).toBe('engaged');
  });

  test('does not stop the same name from being certain', () => {
    const named = { ...request, customer: 'Alpine Foods' };
    const { findings } = check({ registrations: [named], accounts: accountsOnOneDomain(6) }, 'L-0001');
    expect(findings[0]).toMatchObject({ verdict: 'engaged', record: 'A-0001', certainty: 'certain' });
  });
});

describe('a customer', () => {
  const holder = active({ id: 'L-0001', partner: BOREALIS, customer: 'Globex', website: 'globex.example' });
  const former = account({ id: 'A-0001', name: 'Initech', website: 'initech.example', standing: 'Former' });
  const request = submitted({ id: 'L-0002', partner: ACME, customer: 'Initech' });

  test('passes on the other name of what was judged the same', () => {
    const parts = { registrations: [holder, request], accounts: [former] };
    expect(check(parts, 'L-0002').verdict).toBe('clear');
    const joined = { ...parts, judgements: [judged(true, holder, former)] };
    const { verdict, findings } = check(joined, 'L-0002');
    expect(verdict).toBe('held');
    expect(findings[0]?.sentence).toContain(
      'through A-0001 (same name): judged the same on 2026-01-08: asked both',
    );
  });

  test('passes on the other domain too', () => {
    const byDomain = submitted({
      id: 'L-0002',
      partner: ACME,
      customer: 'Zephyr',
      website: 'initech.example',
    });
    const parts = {
      registrations: [holder, byDomain],
      accounts: [former],
      judgements: [judged(true, holder, former)],
    };
    expect(check(parts, 'L-0002').verdict).toBe('held');
  });

  test('connects through a registration that is over', () => {
    const between = expired({ id: 'L-0003', partner: ACME, customer: 'Initech', website: 'globex.example' });
    expect(check({ registrations: [holder, request, between] }, 'L-0002').verdict).toBe('held');
  });

  test('an alike record of it is shown with what it would give', () => {
    const alike = submitted({ id: 'L-0002', partner: ACME, customer: 'Innitech' });
    const parts = {
      registrations: [holder, alike],
      accounts: [former],
      judgements: [judged(true, holder, former)],
    };
    const [finding] = check(parts, 'L-0002').findings;
    expect(finding).toMatchObject({ verdict: 'possible', record: 'A-0001' });
    expect(finding?.sentence).toContain('held by L-0001 Globex');
  });

  test('is told by mail domains, but not by those of the partner', () => {
    const contacts = [{ name: 'Kim', title: '', email: 'kim@acme.example' }];
    const one = {
      registration: active({ id: 'L-0001', customer: 'Northwind Bakery', contacts }),
      ownDomains: [],
    };
    const other = submitted({ id: 'L-0002', partner: BOREALIS, customer: 'Zephyr Turbines', contacts });
    expect(check({ registrations: [one, other] }, 'L-0002').verdict).toBe('held');
    const set = { registrations: [{ ...one, ownDomains: ['acme.example'] }, other] };
    expect(check(set, 'L-0002').verdict).toBe('clear');
  });

  test('is not made of records without a name', () => {
    const nameless = active({ id: 'L-0001', partner: BOREALIS, customer: '' });
    expect(
      check({ registrations: [nameless, submitted({ id: 'L-0002', customer: ' ' })] }, 'L-0002').verdict,
    ).toBe('clear');
  });
});

describe('isCertainPair and sameCustomer', () => {
  const left = active({ id: 'L-0001', partner: BOREALIS, customer: 'Globex', website: 'globex.example' });
  const far = account({ id: 'A-0001', name: 'Globex', website: 'initech.example' });
  const near = account({ id: 'A-0002', name: 'Globex' });

  test('a judgement makes one customer, but no certain pair', () => {
    const prepared = prepare({
      registrations: [left],
      accounts: [far],
      judgements: [judged(true, left, far)],
    });
    expect(sameCustomer(prepared, 'L-0001', 'A-0001')).toBe(true);
    expect(isCertainPair(prepared, 'L-0001', 'A-0001')).toBe(false);
  });

  test('a record in between makes one customer, but no certain pair', () => {
    const prepared = prepare({ registrations: [left], accounts: [far, near] });
    expect(sameCustomer(prepared, 'L-0001', 'A-0001')).toBe(true);
    expect(isCertainPair(prepared, 'L-0001', 'A-0001')).toBe(false);
    expect(isCertainPair(prepared, 'L-0001', 'A-0002')).toBe(true);
  });

  test('unknown records are nobody', () => {
    const prepared = prepare({ registrations: [left] });
    expect(isCertainPair(prepared, 'L-0001', 'A-0009')).toBe(false);
    expect(sameCustomer(prepared, 'A-0009', 'L-0001')).toBe(false);
    expect(() => checkConflicts(prepared, 'L-0009')).toThrow('L-0009');
  });
});

describe('findDoubleHolders', () => {
  const one = active({ id: 'L-0001', partner: ACME, customer: 'Globex' });
  const two = active({ id: 'L-0002', partner: BOREALIS, customer: 'Initech' });
  const bridge = account({ name: 'Globex', website: 'x.example', standing: 'Former' });

  test('finds none where partners hold different customers', () => {
    expect(findDoubleHolders(prepare({ registrations: [one, two] }))).toEqual([]);
  });

  test('finds a pair that a judgement joins directly', () => {
    const prepared = prepare({ registrations: [one, two], judgements: [judged(true, one, two)] });
    expect(findDoubleHolders(prepared)).toMatchObject([{ left: 'L-0001', right: 'L-0002' }]);
  });

  test('finds a pair that is joined through others', () => {
    const named = { ...two, website: 'x.example' };
    const prepared = prepare({ registrations: [named, one], accounts: [bridge] });
    expect(findDoubleHolders(prepared)).toEqual([
      { left: 'L-0001', right: 'L-0002', why: 'through A-0001 (same name): same domain x.example' },
    ]);
  });

  test('two registrations of one partner are no pair', () => {
    const own = active({ id: 'L-0002', partner: ACME, customer: 'Globex' });
    expect(findDoubleHolders(prepare({ registrations: [one, own] }))).toEqual([]);
  });

  test.each([
    { today: '2027-01-10', pairs: 1 },
    { today: '2027-01-11', pairs: 0 },
  ])('counts on $today what holds on that day: $pairs', ({ today, pairs }) => {
    const other = active({ id: 'L-0002', partner: BOREALIS, customer: 'Globex' });
    expect(findDoubleHolders(prepare({ registrations: [one, other], today }))).toHaveLength(pairs);
  });

  test('lists each pair once, also of three', () => {
    const trio = ['P-001', 'P-002', 'P-003'].map((partner, index) =>
      active({ id: `L-000${index + 1}`, partner: `P-00${index + 1}`, note: partner }),
    );
    const pairs = findDoubleHolders(prepare({ registrations: trio })).map(
      ({ left, right }) => `${left} ${right}`,
    );
    expect(pairs).toEqual(['L-0001 L-0002', 'L-0001 L-0003', 'L-0002 L-0003']);
  });
});

describe('a prepared world', () => {
  const holder = active({ id: 'L-0001', partner: BOREALIS, customer: 'Globex' });
  const request = submitted({ id: 'L-0002', partner: ACME, customer: 'Globex' });

  test('takes in a record that is new', () => {
    const prepared = prepare({ registrations: [holder] });
    expect(sameCustomer(prepared, 'L-0002', 'L-0001')).toBe(false);
    prepared.upsertRegistration({ registration: request, ownDomains: [] });
    expect(checkConflicts(prepared, 'L-0002').verdict).toBe('held');
  });

  test('forgets what a changed record was', () => {
    const prepared = prepare({ registrations: [holder, request] });
    expect(checkConflicts(prepared, 'L-0002').verdict).toBe('held');
    prepared.upsertRegistration({ registration: { ...request, customer: 'Globbex' }, ownDomains: [] });
    expect(checkConflicts(prepared, 'L-0002').verdict).toBe('possible');
    prepared.upsertRegistration({ registration: { ...request, customer: 'Northwind' }, ownDomains: [] });
    expect(checkConflicts(prepared, 'L-0002').verdict).toBe('clear');
    prepared.upsertAccount(account({ name: 'Northwind Ltd' }));
    expect(checkConflicts(prepared, 'L-0002').verdict).toBe('engaged');
  });

  test('a supposition leaves no trace', () => {
    const other = { ...request, customer: 'Northwind' };
    const prepared = prepare({ registrations: [holder, other] });
    const ask = () => checkConflicts(prepared, 'L-0002').verdict;
    const renamed = { kind: 'registration', entry: { registration: request, ownDomains: [] } } as const;
    const joined = { kind: 'judgement', judgement: judged(true, holder, other) } as const;
    const added = { kind: 'account', account: account({ name: 'Northwind' }) } as const;
    expect(prepared.suppose([renamed], ask)).toBe('held');
    expect(prepared.suppose([joined], ask)).toBe('held');
    expect(prepared.suppose([added], ask)).toBe('engaged');
    expect(ask()).toBe('clear');
    expect(() => prepared.suppose([renamed], () => checkConflicts(prepared, 'L-0009'))).toThrow('L-0009');
    expect(ask()).toBe('clear');
  });
});
