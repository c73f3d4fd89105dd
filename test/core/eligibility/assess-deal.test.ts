import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessDeal } from '../../../src/core/eligibility/assess-deal.ts';
import { describeEligibility } from '../../../src/core/eligibility/describe-eligibility.ts';
import { firstSaasLicenceDeal } from '../../../src/core/eligibility/first-saas-licence-deal.ts';
import type { Answer } from '../../../src/core/model/commission-line.ts';
import type { Deal } from '../../../src/core/model/deal.ts';
import type { Introduction } from '../../../src/core/model/introduction.ts';
import type { ApprovedRegistration } from '../../../src/core/model/registration.ts';
import { release } from '../../../src/core/registration/release.ts';
import {
  accepted,
  approved,
  day,
  introduction,
  OPEN,
  REFUSED,
  signed,
  unsigned,
} from '../support/builders.ts';

// Approved on 2026-01-10, so active until 2027-01-10; the introduction was made on 2026-01-15.
const active = approved();
const released = accepted(release(active, { releasedOn: day('2026-06-30'), releaseReason: '' }));
const renewed = approved({ previousLead: 'L-0007' });
const TODAY = day('2026-08-01');

function assess(
  deal: Deal,
  given: {
    registration?: ApprovedRegistration;
    others?: readonly Deal[];
    introductions?: readonly Introduction[];
    today?: string;
  } = {},
) {
  return assessDeal(deal, {
    registration: given.registration ?? active,
    deals: [deal, ...(given.others ?? [])],
    introductions: given.introductions ?? [introduction()],
    today: given.today === undefined ? TODAY : day(given.today),
  });
}

describe('a signed deal', () => {
  type Conditions = readonly [Answer, Answer, Answer, Answer, Answer];
  const cases: readonly {
    name: string;
    answer: Answer;
    conditions: Conditions;
    deal: Deal;
    given?: Parameters<typeof assess>[1];
  }[] = [
    {
      name: 'earns when all five hold',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-02-01'),
    },
    {
      name: 'earns when signed on the last day',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2027-01-10'),
    },
    {
      name: 'does not earn when signed the day after',
      answer: 'no',
      conditions: ['no', 'yes', 'yes', 'no', 'yes'],
      deal: signed('2027-01-11'),
    },
    {
      name: 'does not earn when signed the day before approval, and is not counted as first',
      answer: 'no',
      conditions: ['no', 'yes', 'yes', 'yes', 'no'],
      deal: signed('2026-01-09'),
      given: { introductions: [introduction({ introducedOn: day('2026-01-02') })] },
    },
    {
      name: 'earns when signed on the day of approval and of the introduction',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-01-10'),
      given: { introductions: [introduction({ introducedOn: day('2026-01-10') })] },
    },
    {
      name: 'earns when signed on the day of release',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-06-30'),
      given: { registration: released },
    },
    {
      name: 'signed the day after release fails C1 and not C4',
      answer: 'no',
      conditions: ['no', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-07-01'),
      given: { registration: released },
    },
    {
      name: 'earns when entered long after the window',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-02-01'),
      given: { today: '2028-01-01' },
    },
    {
      name: 'of services is no SaaS licence deal',
      answer: 'no',
      conditions: ['yes', 'yes', 'no', 'yes', 'no'],
      deal: signed('2026-02-01', { kind: 'Services' }),
    },
    {
      name: 'of kind renewal does not earn under a first registration',
      answer: 'no',
      conditions: ['yes', 'yes', 'no', 'yes', 'no'],
      deal: signed('2026-02-01', { kind: 'Renewal' }),
    },
    {
      name: 'of kind renewal earns under a re-registration',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-02-01', { kind: 'Renewal' }),
      given: { registration: renewed },
    },
    {
      name: 'is not first after one signed earlier that has a higher number',
      answer: 'no',
      conditions: ['yes', 'yes', 'yes', 'yes', 'no'],
      deal: signed('2026-03-01', { id: 'D-0001' }),
      given: { others: [signed('2026-02-01', { id: 'D-0002' })] },
    },
    {
      name: 'is not first after one of the same day with a lower number',
      answer: 'no',
      conditions: ['yes', 'yes', 'yes', 'yes', 'no'],
      deal: signed('2026-03-01', { id: 'D-10000' }),
      given: { others: [signed('2026-03-01', { id: 'D-9999' })] },
    },
    {
      name: 'is not first after one that does not earn for want of an introduction in time',
      answer: 'no',
      conditions: ['yes', 'yes', 'yes', 'yes', 'no'],
      deal: signed('2026-03-01', { id: 'D-0002' }),
      given: { others: [signed('2026-01-12', { id: 'D-0001' })] },
    },
    {
      name: 'is first after one signed before approval',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-03-01', { id: 'D-0002' }),
      given: { others: [signed('2026-01-09', { id: 'D-0001' })] },
    },
    {
      name: 'is first after one over nothing',
      answer: 'yes',
      conditions: ['yes', 'yes', 'yes', 'yes', 'yes'],
      deal: signed('2026-03-01', { id: 'D-0002' }),
      given: { others: [signed('2026-02-01', { id: 'D-0001', gross: '0 USD' })] },
    },
    {
      name: 'over nothing is not counted as first',
      answer: 'no',
      conditions: ['yes', 'yes', 'yes', 'yes', 'no'],
      deal: signed('2026-03-01', { gross: '0 USD' }),
    },
    {
      name: 'waits only for the confirmation of an introduction',
      answer: 'not yet',
      conditions: ['yes', 'not yet', 'yes', 'yes', 'yes'],
      deal: signed('2026-02-01'),
      given: { introductions: [introduction({ confirmation: OPEN })] },
    },
    {
      name: 'does not wait for a confirmation when something else is missing',
      answer: 'no',
      conditions: ['no', 'not yet', 'yes', 'no', 'yes'],
      deal: signed('2027-01-11'),
      given: { introductions: [introduction({ confirmation: OPEN })] },
    },
  ];
  test.each(cases)('$name', ({ deal, given, answer, conditions }) => {
    const eligibility = assess(deal, given);
    const { c1, c2, c3, c4, c5 } = eligibility;
    expect([c1, c2, c3, c4, c5].map((condition) => condition.answer)).toEqual(conditions);
    expect(eligibility.answer).toBe(answer);
  });

  test('says why in words with IDs, names and dates', () => {
    const evidence = describeEligibility(
      assess(signed('2027-01-11'), {
        introductions: [introduction({ decisionMaker: false })],
        others: [signed('2026-02-01', { id: 'D-0002' })],
      }),
    ).split('\n');
    expect(evidence).toHaveLength(5);
    expect(evidence[0]).toMatch(/^C1 no: .*2027-01-11.*L-0001.*2026-01-10.*2027-01-10/);
    expect(evidence[1]).toMatch(/^C2 no: .*Hanna Voss \(I-0001\): no decision maker/);
    expect(evidence[2]).toMatch(/^C3 yes: D-0001.*2027-01-11/);
    expect(evidence[3]).toMatch(/^C4 no: .*12 months.*2027-01-10/);
    expect(evidence[4]).toMatch(/^C5 no: D-0002, signed on 2026-02-01/);
  });
});

describe('C2 of a deal signed on 2026-02-01', () => {
  const second = { id: 'I-0002', contact: 'Max Roth', email: 'max@globex.example' } as const;
  const cases: readonly {
    name: string;
    introductions: readonly Introduction[];
    required?: number;
    answer: Answer;
  }[] = [
    { name: 'no introduction', introductions: [], answer: 'no' },
    { name: 'one under contract', introductions: [introduction({ relation: 'contracted' })], answer: 'yes' },
    { name: 'one of another relation', introductions: [introduction({ relation: 'other' })], answer: 'no' },
    {
      name: 'one who decides nothing',
      introductions: [introduction({ decisionMaker: false })],
      answer: 'no',
    },
    {
      name: 'one made on the signing date',
      introductions: [introduction({ introducedOn: day('2026-02-01') })],
      answer: 'yes',
    },
    {
      name: 'one made the day after',
      introductions: [introduction({ introducedOn: day('2026-02-02') })],
      answer: 'no',
    },
    { name: 'one refused', introductions: [introduction({ confirmation: REFUSED })], answer: 'no' },
    { name: 'one open', introductions: [introduction({ confirmation: OPEN })], answer: 'not yet' },
    {
      name: 'one open that would not qualify',
      introductions: [introduction({ confirmation: OPEN, relation: 'other' })],
      answer: 'no',
    },
    { name: 'one of another lead', introductions: [introduction({ lead: 'L-0002' })], answer: 'no' },
    { name: 'one of two', introductions: [introduction()], required: 2, answer: 'no' },
    { name: 'two of two', introductions: [introduction(), introduction(second)], required: 2, answer: 'yes' },
    {
      name: 'one of two and an open one',
      introductions: [introduction(), introduction({ ...second, confirmation: OPEN })],
      required: 2,
      answer: 'not yet',
    },
    {
      name: 'one of three and an open one',
      introductions: [introduction(), introduction({ ...second, confirmation: OPEN })],
      required: 3,
      answer: 'no',
    },
    {
      name: 'the same person twice of two',
      introductions: [introduction(), introduction({ id: 'I-0002', email: 'Hanna@globex.example' })],
      required: 2,
      answer: 'no',
    },
    { name: 'none of none required', introductions: [], required: 0, answer: 'yes' },
  ];
  test.each(cases)('is $answer with $name', ({ introductions, required = 1, answer }) => {
    const registration = approved({ terms: { introductionsRequired: required } });
    expect(assess(signed('2026-02-01'), { registration, introductions }).c2.answer).toBe(answer);
  });
});

describe('a deal that is not signed', () => {
  const cases: readonly { name: string; deal: Deal; given?: Parameters<typeof assess>[1]; answer: Answer }[] =
    [
      { name: 'open inside the window', deal: unsigned('Open'), answer: 'not yet' },
      {
        name: 'open on the last day',
        deal: unsigned('Open'),
        given: { today: '2027-01-10' },
        answer: 'not yet',
      },
      { name: 'open the day after', deal: unsigned('Open'), given: { today: '2027-01-11' }, answer: 'no' },
      {
        name: 'open after a first deal',
        deal: unsigned('Open', { id: 'D-0002' }),
        given: { others: [signed('2026-02-01')] },
        answer: 'no',
      },
      { name: 'lost', deal: unsigned('Lost'), answer: 'no' },
      { name: 'open over services', deal: unsigned('Open', { kind: 'Services' }), answer: 'no' },
    ];
  test.each(cases)('is $answer when $name', ({ deal, given, answer }) => {
    expect(assess(deal, given).answer).toBe(answer);
  });
});

test('of any signed deals at most one earns, and it is the first', () => {
  const anyDeals = fc.array(fc.integer({ min: -20, max: 400 }), { maxLength: 5 }).map((offsets) =>
    offsets.map((offset, index) =>
      signed(new Date(Date.UTC(2026, 0, 10) + offset * 86_400_000).toISOString().slice(0, 10), {
        id: `D-000${index + 1}`,
      }),
    ),
  );
  fc.assert(
    fc.property(anyDeals, (deals) => {
      const context = { registration: active, deals, introductions: [introduction()], today: TODAY };
      const earning = deals.filter((deal) => assessDeal(deal, context).answer === 'yes');
      expect(earning.length).toBeLessThanOrEqual(1);
      const [only] = earning;
      if (only !== undefined) expect(firstSaasLicenceDeal(active, deals)).toEqual(only);
    }),
  );
});
