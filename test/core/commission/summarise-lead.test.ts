import { describe, expect, test } from 'vitest';
import { summariseLead } from '../../../src/core/commission/summarise-lead.ts';
import { assessLead } from '../../../src/core/eligibility/assess-lead.ts';
import type { Deal, Receipt } from '../../../src/core/model/deal.ts';
import type { Registration } from '../../../src/core/model/registration.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import { approved, day, facts, introduction, money, receipt, signed, unsigned } from '../support/builders.ts';
import { LineBook } from '../support/line-book.ts';

const TODAY = day('2026-05-10');

function summarise(
  deals: readonly Deal[],
  given: { registration?: Registration; receipts?: readonly Receipt[]; book?: LineBook } = {},
) {
  const { registration = approved(), receipts = [], book = new LineBook() } = given;
  const introductions = [introduction()];
  const lines = book.assemble({ deals, receipts, introductions, today: TODAY });
  const eligibility = assessLead({ registration, deals, introductions, today: TODAY });
  return summariseLead({ registration, deals, receipts, lines, eligibility });
}

const EMPTY = {
  dealStatus: null,
  dealCloseDate: null,
  firstYearRevenue: null,
  currency: '',
  commission: null,
  firstReceiptOn: null,
  commissionDueOn: null,
  commissionStatus: null,
};

describe('summariseLead', () => {
  test('leaves everything empty without a deal', () => {
    expect(summarise([])).toMatchObject({ ...EMPTY, commissionEligible: 'not yet' });
  });

  test('shows an open request as not yet', () => {
    const registration = submit(facts());
    const eligibility = assessLead({ registration, deals: [], introductions: [], today: TODAY });
    const summary = summariseLead({ registration, deals: [], receipts: [], lines: [], eligibility });
    expect(summary).toMatchObject({ ...EMPTY, commissionEligible: 'not yet' });
    expect(summary.eligibilityEvidence.split('\n')).toHaveLength(5);
  });

  test('shows the first SaaS licence deal even where later ones were entered', () => {
    const summary = summarise(
      [
        signed('2026-03-01', { id: 'D-0001', gross: '900 USD' }),
        signed('2026-02-01', { id: 'D-0002', gross: '1000 USD', deductions: '100 USD' }),
        unsigned('Open', { id: 'D-0003' }),
      ],
      { receipts: [receipt('2026-04-01', { deal: 'D-0002' }), receipt('2026-03-01', { deal: 'D-0001' })] },
    );
    expect(summary).toMatchObject({
      dealStatus: 'Signed',
      dealCloseDate: '2026-02-01',
      firstYearRevenue: money('900 USD'),
      currency: 'USD',
      commissionEligible: 'yes',
      commission: money('90 USD'),
      firstReceiptOn: '2026-04-01',
      commissionDueOn: '2026-05-01',
      commissionStatus: 'Due',
    });
  });

  const latestCases: readonly { name: string; deals: readonly Deal[]; shows: object }[] = [
    {
      name: 'an open licence deal with its revenue',
      deals: [unsigned('Lost', { id: 'D-0001' }), unsigned('Open', { id: 'D-0002', gross: '70 EUR' })],
      shows: { dealStatus: 'Open', dealCloseDate: null, firstYearRevenue: money('70 EUR'), currency: 'EUR' },
    },
    {
      name: 'the highest number and not the last text',
      deals: [unsigned('Open', { id: 'D-10000' }), unsigned('Lost', { id: 'D-9999' })],
      shows: { dealStatus: 'Open' },
    },
    {
      name: 'signed services without revenue',
      deals: [signed('2026-02-01', { kind: 'Services', gross: '70 EUR' })],
      shows: {
        dealStatus: 'Signed',
        dealCloseDate: '2026-02-01',
        firstYearRevenue: null,
        currency: 'EUR',
        commission: null,
        commissionStatus: null,
      },
    },
    {
      name: 'a licence deal from before approval with its line',
      deals: [signed('2026-01-09', { gross: '70 EUR' })],
      shows: {
        firstYearRevenue: money('70 EUR'),
        commission: money('0 EUR'),
        commissionStatus: 'Not eligible',
      },
    },
  ];
  test.each(latestCases)('shows, without a first one, $name', ({ deals, shows }) => {
    expect(summarise(deals)).toMatchObject(shows);
  });

  test('sums the deal’s lines and keeps the status of its commission line', () => {
    const book = new LineBook();
    const receipts = [receipt('2026-01-31')];
    summarise([signed('2026-02-01', { gross: '1000 USD' })], { book, receipts });
    book.pay('C-0001', TODAY);
    const summary = summarise([signed('2026-02-01', { gross: '400 USD' })], { book, receipts });
    expect(book.lines.map(({ amount }) => amount)).toEqual([money('100 USD'), money('-60 USD')]);
    expect(summary).toMatchObject({
      firstYearRevenue: money('400 USD'),
      commission: money('40 USD'),
      commissionStatus: 'Paid',
      commissionDueOn: '2026-03-02',
    });
  });
});
