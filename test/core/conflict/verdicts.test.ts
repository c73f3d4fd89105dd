import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/core/conflict/verdicts.ts';
import type { LeadId } from '../../../src/core/model/ids.ts';
import { moment } from '../support/builders.ts';
import {
  ACME,
  account,
  active,
  BOREALIS,
  check,
  converted,
  expired,
  judged,
  rejected,
  released,
  returned,
  submitted,
  type WorldParts,
  withdrawn,
} from './build-conflict-world.ts';

interface Case extends WorldParts {
  readonly name: string;
  readonly lead?: LeadId;
  readonly expected: Verdict;
}

const EARLIER = moment('2026-01-05T10:00:00Z');
const LATER = moment('2026-01-05T10:00:01Z');
/** The other partner's, or the partner's own, earlier registration of Globex. */
const theirs = { id: 'L-0001', partner: BOREALIS, registeredAt: EARLIER } as const;
const ours = { id: 'L-0001', partner: ACME, registeredAt: EARLIER } as const;
const request = submitted({ id: 'L-0002', partner: ACME, customer: 'Globex', registeredAt: LATER });

const cases: readonly Case[] = [
  { name: 'nothing else is clear', registrations: [request], expected: 'clear' },
  {
    name: 'another customer is clear',
    registrations: [request, active({ ...theirs, customer: 'Northwind Bakery' })],
    expected: 'clear',
  },

  {
    name: "another partner's active registration holds",
    registrations: [request, active(theirs)],
    expected: 'held',
  },
  {
    name: 'it holds from the day of approval',
    registrations: [request, active(theirs)],
    today: '2026-01-10',
    expected: 'held',
  },
  {
    name: 'it holds on the last day',
    registrations: [request, active(theirs)],
    today: '2027-01-10',
    expected: 'held',
  },
  {
    name: 'it holds no more on the day after, whether or not the daily run has been',
    registrations: [request, active(theirs)],
    today: '2027-01-11',
    expected: 'clear',
  },
  {
    name: 'an expired registration does not hold',
    registrations: [request, expired(theirs)],
    today: '2027-01-11',
    expected: 'clear',
  },
  {
    name: 'a released registration holds on the day of release',
    registrations: [request, released(theirs, '2026-06-01')],
    today: '2026-06-01',
    expected: 'held',
  },
  {
    name: 'a released registration is over from the next day',
    registrations: [request, released(theirs, '2026-06-01')],
    today: '2026-06-02',
    expected: 'clear',
  },
  {
    name: "another partner's converted registration holds to the end of its window",
    registrations: [request, converted(theirs)],
    today: '2027-01-10',
    expected: 'held',
  },
  {
    name: 'a converted registration that had been released holds until then only',
    registrations: [request, converted(theirs, '2026-05-31')],
    today: '2026-06-01',
    expected: 'clear',
  },
  {
    name: 'a holder refuses whatever arrived first',
    registrations: [request, active({ ...theirs, registeredAt: moment('2026-01-09T10:00:00Z') })],
    expected: 'held',
  },

  {
    name: "this partner's active registration is own",
    registrations: [request, active(ours)],
    expected: 'own',
  },
  {
    name: 'own to the last day',
    registrations: [request, active(ours)],
    today: '2027-01-10',
    expected: 'own',
  },
  {
    name: 'no longer own on the day after',
    registrations: [request, active(ours)],
    today: '2027-01-11',
    expected: 'clear',
  },
  {
    name: 'an own request that arrived earlier is own',
    registrations: [request, submitted(ours)],
    expected: 'own',
  },
  {
    name: 'an own returned request keeps its place',
    registrations: [request, returned(ours)],
    expected: 'own',
  },
  {
    name: 'an own request that arrived later gives way',
    registrations: [request, submitted({ ...ours, id: 'L-0003', registeredAt: LATER })],
    expected: 'clear',
  },
  {
    name: 'an own released registration frees the partner at once',
    registrations: [request, released(ours, '2026-06-01')],
    today: '2026-06-01',
    expected: 'clear',
  },
  {
    name: 'an own converted registration is not own',
    registrations: [request, converted(ours)],
    expected: 'clear',
  },

  {
    name: "another partner's earlier request is pending",
    registrations: [request, submitted(theirs)],
    expected: 'pending',
  },
  { name: 'also where it was returned', registrations: [request, returned(theirs)], expected: 'pending' },
  {
    name: 'a tie goes to the lower Lead ID',
    registrations: [request, submitted({ ...theirs, registeredAt: LATER })],
    expected: 'pending',
  },
  {
    name: 'the request with the lower Lead ID does not wait at a tie',
    registrations: [request, submitted({ ...theirs, id: 'L-0003', registeredAt: LATER })],
    expected: 'clear',
  },
  {
    name: 'Lead IDs tie by number, not by text',
    registrations: [
      submitted({ ...theirs, id: 'L-10000', registeredAt: LATER }),
      submitted({ id: 'L-9999', partner: ACME, customer: 'Globex', registeredAt: LATER }),
    ],
    lead: 'L-9999',
    expected: 'clear',
  },
  {
    name: 'a rejected request gives no verdict',
    registrations: [request, rejected(theirs)],
    expected: 'clear',
  },
  {
    name: 'a withdrawn request gives no verdict',
    registrations: [request, withdrawn(theirs)],
    expected: 'clear',
  },

  {
    name: 'a customer in Accounts is engaged',
    registrations: [request],
    accounts: [account({})],
    expected: 'engaged',
  },
  {
    name: 'an open opportunity is engaged',
    registrations: [request],
    accounts: [account({ standing: 'Open opportunity' })],
    expected: 'engaged',
  },
  {
    name: 'a former customer is not',
    registrations: [request],
    accounts: [account({ standing: 'Former' })],
    expected: 'clear',
  },
  {
    name: "engaged only through this partner's own registration is a re-registration",
    registrations: [request, converted(ours)],
    accounts: [account({ sources: ['L-0001'] })],
    today: '2027-02-01',
    expected: 're-registration',
  },
  {
    name: "engaged through another partner's registration is engaged",
    registrations: [request, converted(theirs)],
    accounts: [account({ sources: ['L-0001'] })],
    today: '2027-02-01',
    expected: 'engaged',
  },
  {
    name: "engaged through both partners' registrations is engaged",
    registrations: [request, converted(ours), converted({ ...theirs, id: 'L-0003' })],
    accounts: [account({ sources: ['L-0001', 'L-0003'] })],
    today: '2027-02-01',
    expected: 'engaged',
  },
  {
    name: 'a second account that people entered makes it engaged',
    registrations: [request, converted(ours)],
    accounts: [account({ sources: ['L-0001'] }), account({ id: 'A-0002' })],
    today: '2027-02-01',
    expected: 'engaged',
  },
  {
    name: 'the account that a registration itself made says nothing about it',
    registrations: [converted(ours)],
    accounts: [account({ sources: ['L-0001'] })],
    lead: 'L-0001',
    expected: 'clear',
  },

  {
    name: 'the same name in another country is possible',
    registrations: [{ ...request, country: 'Germany' }, active({ ...theirs, country: 'UK' })],
    expected: 'possible',
  },
  {
    name: 'the same name with another domain is possible',
    registrations: [
      { ...request, website: 'globex-logistics.example' },
      active({ ...theirs, website: 'globex.example' }),
    ],
    expected: 'possible',
  },
  {
    name: 'the same domain is certain whatever name and country',
    registrations: [
      submitted({ ...request, customer: 'Initech', website: 'de.globex.example', country: 'Germany' }),
      active({ ...theirs, website: 'https://globex.example/x', country: 'UK' }),
    ],
    expected: 'held',
  },
  {
    name: 'a spelling is possible',
    registrations: [submitted({ ...request, customer: 'Globbex' }), active(theirs)],
    expected: 'possible',
  },
  {
    name: 'alike to a registration that is over is clear',
    registrations: [submitted({ ...request, customer: 'Globbex' }), expired(theirs)],
    today: '2027-02-01',
    expected: 'clear',
  },
  {
    name: 'alike to a former account is clear',
    registrations: [submitted({ ...request, customer: 'Globbex' })],
    accounts: [account({ standing: 'Former' })],
    expected: 'clear',
  },
  {
    name: "alike to what engages only through this partner's own registration is clear",
    registrations: [submitted({ ...request, customer: 'Globbex' }), converted(ours)],
    accounts: [account({ sources: ['L-0001'] })],
    today: '2027-02-01',
    expected: 'clear',
  },
  {
    name: 'a decided registration is compared with all others',
    registrations: [active({ ...ours, id: 'L-0002' }), active(theirs)],
    lead: 'L-0002',
    expected: 'held',
  },
];

test.each(cases)('$name', ({ lead = 'L-0002', expected, ...parts }) => {
  expect(check(parts, lead).verdict).toBe(expected);
});

describe('the first in order is the verdict', () => {
  const holder = active({ ...theirs, id: 'L-0011' });
  const own = active({ ...ours, id: 'L-0012' });
  const pending = submitted({ ...theirs, id: 'L-0013', partner: 'P-003' });
  const engaged = account({ id: 'A-0001' });
  const alike = account({ id: 'A-0002', name: 'Globbex' });

  test('and everything is listed', () => {
    const parts = { registrations: [request, pending, own, holder], accounts: [alike, engaged] };
    const { verdict, findings, evidence } = check(parts, 'L-0002');
    expect(verdict).toBe('held');
    expect(findings.map(({ verdict: each, record }) => [each, record])).toEqual([
      ['held', 'L-0011'],
      ['own', 'L-0012'],
      ['pending', 'L-0013'],
      ['engaged', 'A-0001'],
      ['possible', 'A-0002'],
    ]);
    expect(evidence.split('\n')).toHaveLength(5);
  });

  test('a re-registration stays below a likeness', () => {
    const earlier = converted(ours);
    const made = account({ id: 'A-0003', sources: ['L-0001'] });
    const parts = { registrations: [request, earlier], accounts: [made, alike], today: '2027-02-01' };
    expect(check(parts, 'L-0002').verdict).toBe('possible');
  });
});

describe('the evidence', () => {
  test('names record, field and reason in one line', () => {
    const holder = active({ ...theirs, website: 'globex.example', customer: 'Globex GmbH' });
    const parts = { registrations: [{ ...request, website: 'www.globex.example' }, holder] };
    expect(check(parts, 'L-0002').evidence).toBe(
      "held: L-0001 Globex GmbH – same domain globex.example; another partner's registration holds it until 2027-01-10",
    );
  });

  test('lists registrations that are over', () => {
    const parts = { registrations: [request, expired(theirs)], today: '2027-02-01' };
    const { findings, evidence } = check(parts, 'L-0002');
    expect(findings.map(({ verdict, record }) => [verdict, record])).toEqual([['clear', 'L-0001']]);
    expect(evidence).toContain('it held until 2027-01-10');
  });

  test('says so where there is nothing', () => {
    expect(check({ registrations: [request] }, 'L-0002').evidence).toBe(
      'clear: no other record of this customer',
    );
  });

  test('says what contradicts', () => {
    const parts = {
      registrations: [{ ...request, country: 'Germany' }, active({ ...theirs, country: 'UK' })],
    };
    const [finding] = check(parts, 'L-0002').findings;
    expect(finding?.certainty).toBe('possible');
    expect(finding?.score).toBeLessThan(1);
    expect(finding?.reasons).toEqual(['same name without legal form, but different country (Germany, UK)']);
  });
});

describe('judgements', () => {
  const holder = active({ ...theirs, country: 'UK' });
  const abroad = submitted({ ...request, country: 'Germany' });
  const registrations = [abroad, holder];

  test('"different" settles a likeness', () => {
    expect(check({ registrations, judgements: [judged(false, abroad, holder)] }, 'L-0002').verdict).toBe(
      'clear',
    );
  });

  test('"same" makes it certain', () => {
    expect(check({ registrations, judgements: [judged(true, abroad, holder)] }, 'L-0002').verdict).toBe(
      'held',
    );
  });

  test('of two answers for a pair the later counts', () => {
    const answers = [judged(false, abroad, holder), judged(true, abroad, holder)];
    expect(check({ registrations, judgements: answers }, 'L-0002').verdict).toBe('held');
  });

  test.each([
    { name: "the request's name", left: holder, right: { ...abroad, customer: 'Globex Deutschland' } },
    { name: "the request's country", left: holder, right: { ...abroad, country: 'France' } },
    { name: "the other's website", left: { ...holder, website: 'globex.example' }, right: abroad },
  ])('"different" is asked again once $name has changed', ({ left, right }) => {
    const judgements = [judged(false, abroad, holder)];
    expect(check({ registrations: [left, right], judgements }, 'L-0002').verdict).toBe('possible');
  });

  test('"different" survives a change of spacing', () => {
    const judgements = [judged(false, abroad, holder)];
    const respaced = { ...abroad, customer: ' Globex  ' };
    expect(check({ registrations: [respaced, holder], judgements }, 'L-0002').verdict).toBe('clear');
  });

  test('"same" stays whatever changes', () => {
    const judgements = [judged(true, abroad, holder)];
    const renamed = submitted({ ...abroad, customer: 'Initech', website: 'initech.example' });
    expect(check({ registrations: [renamed, holder], judgements }, 'L-0002').verdict).toBe('held');
  });

  test('"different" settles one customer, not another that is alike', () => {
    const other = account({ country: 'France' });
    const judgements = [judged(false, abroad, holder)];
    const { verdict, findings } = check({ registrations, accounts: [other], judgements }, 'L-0002');
    expect(verdict).toBe('possible');
    expect(findings.map(({ record }) => record)).toEqual(['A-0001']);
  });

  test('"different" from one record of a customer settles the whole customer', () => {
    const sister = account({ id: 'A-0002', country: 'UK' });
    const judgements = [judged(false, abroad, sister)];
    expect(check({ registrations, accounts: [sister], judgements }, 'L-0002').verdict).toBe('clear');
  });

  test('"different" does not lift a certain match', () => {
    const near = { ...abroad, country: '' };
    const judgements = [judged(false, near, holder)];
    expect(check({ registrations: [near, holder], judgements }, 'L-0002').verdict).toBe('held');
  });
});
