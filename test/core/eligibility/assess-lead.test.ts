import { describe, expect, test } from 'vitest';
import { assessLead } from '../../../src/core/eligibility/assess-lead.ts';
import type { Answer } from '../../../src/core/model/commission-line.ts';
import type { Deal } from '../../../src/core/model/deal.ts';
import type { Introduction } from '../../../src/core/model/introduction.ts';
import type { Registration } from '../../../src/core/model/registration.ts';
import { reject } from '../../../src/core/registration/reject.ts';
import { release } from '../../../src/core/registration/release.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import { accepted, approved, day, facts, introduction, OPEN, signed } from '../support/builders.ts';

// Approved on 2026-01-10, so active until 2027-01-10.
const active = approved();
const released = accepted(release(active, { releasedOn: day('2026-06-30'), releaseReason: '' }));
const rejected = accepted(
  reject(submit(facts()), { rejectedOn: day('2026-01-10'), reason: 'engaged', noteToPartner: '' }),
);

describe('assessLead', () => {
  const cases: readonly {
    name: string;
    registration?: Registration;
    deals?: readonly Deal[];
    introductions?: readonly Introduction[];
    today?: string;
    answer: Answer;
  }[] = [
    { name: 'an open request', registration: submit(facts()), answer: 'not yet' },
    { name: 'a rejected request', registration: rejected, answer: 'no' },
    { name: 'a prospect on the last day', today: '2027-01-10', answer: 'not yet' },
    { name: 'a prospect the day after', today: '2027-01-11', answer: 'no' },
    {
      name: 'a released prospect on the day of release',
      registration: released,
      today: '2026-06-30',
      answer: 'not yet',
    },
    { name: 'a released prospect the day after', registration: released, today: '2026-07-01', answer: 'no' },
    { name: 'a prospect whose introduction was refused', introductions: [], answer: 'not yet' },
    { name: 'a lead whose first deal earns', deals: [signed('2026-02-01')], answer: 'yes' },
    {
      name: 'a lead whose first deal earns, after the window',
      deals: [signed('2026-02-01')],
      today: '2028-01-01',
      answer: 'yes',
    },
    {
      name: 'a lead whose first deal was too late',
      deals: [signed('2027-01-11')],
      today: '2027-02-01',
      answer: 'no',
    },
    {
      name: 'a lead whose first deal came before the introduction, whatever the second does',
      deals: [signed('2026-01-12'), signed('2026-03-01', { id: 'D-0002' })],
      answer: 'no',
    },
    {
      name: 'a lead whose first deal waits for a confirmation',
      deals: [signed('2026-02-01')],
      introductions: [introduction({ confirmation: OPEN })],
      answer: 'not yet',
    },
    {
      name: 'a lead with only a deal from before approval',
      deals: [signed('2026-01-09')],
      answer: 'not yet',
    },
    {
      name: 'a lead with only services',
      deals: [signed('2026-02-01', { kind: 'Services' })],
      answer: 'not yet',
    },
  ];
  test.each(cases)('answers $answer for $name', ({
    registration = active,
    deals = [],
    introductions = [introduction()],
    today = '2026-05-01',
    answer,
  }) => {
    expect(assessLead({ registration, deals, introductions, today: day(today) }).answer).toBe(answer);
  });

  test('shows a confirmed introduction as C2 yes before any deal is signed', () => {
    const context = { registration: active, deals: [], today: day('2026-05-01') };
    expect(assessLead({ ...context, introductions: [introduction()] }).c2.answer).toBe('yes');
    expect(assessLead({ ...context, introductions: [introduction({ confirmation: OPEN })] }).c2.answer).toBe(
      'not yet',
    );
  });

  test('names a signed deal that it does not count', () => {
    const { c5 } = assessLead({
      registration: active,
      deals: [signed('2026-01-09')],
      introductions: [],
      today: day('2026-05-01'),
    });
    expect(c5.evidence).toContain('D-0001 was signed on 2026-01-09, before the approval');
  });
});
