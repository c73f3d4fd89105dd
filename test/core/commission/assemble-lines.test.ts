import { describe, expect, test } from 'vitest';
import type { Deal } from '../../../src/core/model/deal.ts';
import type { Introduction } from '../../../src/core/model/introduction.ts';
import { formatAmount } from '../../../src/core/money/format-amount.ts';
import {
  ACME,
  approved,
  day,
  introduction,
  money,
  OPEN,
  REFUSED,
  receipt,
  SUSPENDED_ACME,
  signed,
  unsigned,
} from '../support/builders.ts';
import { LineBook, type LineFacts } from '../support/line-book.ts';

const DEAL = signed('2026-02-01', { gross: '123456.75 USD' });
const credit = (text: string) => ({ amount: money(text), creditedOn: day('2026-05-01'), reason: 'outage' });

/** What the tables below compare: `kind base amount status due`. */
function summary(book: LineBook): readonly string[] {
  return book.lines.map(
    ({ id, kind, base, amount, status, dueOn }) =>
      `${id} ${kind} ${formatAmount(base)} ${formatAmount(amount)} ${status} ${dueOn ?? 'no date'}`,
  );
}

describe('an unpaid line', () => {
  const cases: readonly { name: string; facts: Partial<LineFacts>; line: string }[] = [
    { name: 'awaits cash', facts: { deals: [DEAL] }, line: '123456.75 12345.68 Awaiting cash no date' },
    {
      name: 'is scheduled to the day before it is due',
      facts: { deals: [DEAL], receipts: [receipt('2026-01-31')], today: day('2026-03-01') },
      line: '123456.75 12345.68 Scheduled 2026-03-02',
    },
    {
      name: 'is due 30 days after the first receipt',
      facts: { deals: [DEAL], receipts: [receipt('2026-01-31')], today: day('2026-03-02') },
      line: '123456.75 12345.68 Due 2026-03-02',
    },
    {
      name: 'counts from the earliest of several receipts, however small',
      facts: {
        deals: [DEAL],
        receipts: [
          receipt('2026-02-20', { amount: money('100000 USD') }),
          receipt('2026-02-10', { id: 'R-0002', amount: money('0.01 USD') }),
        ],
      },
      line: '123456.75 12345.68 Scheduled 2026-03-12',
    },
    {
      name: 'passes over receipts of other deals',
      facts: { deals: [DEAL], receipts: [receipt('2026-01-31', { deal: 'D-0002' })] },
      line: '123456.75 12345.68 Awaiting cash no date',
    },
    {
      name: 'earns on the net and not on the gross',
      facts: {
        deals: [
          signed('2026-02-01', { gross: '1000 USD', deductions: '100 USD', credits: [credit('50 USD')] }),
        ],
      },
      line: '850.00 85.00 Awaiting cash no date',
    },
    {
      name: 'shows the net as base where the deal does not earn',
      facts: { deals: [DEAL], introductions: [] },
      line: '123456.75 0.00 Not eligible no date',
    },
    {
      name: 'is not yet while only a confirmation is missing',
      facts: { deals: [DEAL], introductions: [introduction({ confirmation: OPEN })] },
      line: '123456.75 0.00 Not yet no date',
    },
    {
      name: 'shows a renewal under a first registration as not eligible',
      facts: { deals: [signed('2026-02-01', { kind: 'Renewal', gross: '10 USD' })] },
      line: '10.00 0.00 Not eligible no date',
    },
    {
      name: 'keeps the terms of its registration',
      facts: {
        deals: [signed('2026-02-01', { gross: '1000 JPY' })],
        registration: approved({ terms: { rate: '0.075', paymentDays: 10 } }),
        receipts: [receipt('2026-03-01')],
      },
      line: '1000 75 Scheduled 2026-03-11',
    },
    {
      name: 'of a suspended partner is on hold',
      facts: { deals: [DEAL], partner: SUSPENDED_ACME },
      line: '123456.75 12345.68 On hold no date',
    },
    {
      name: 'of a suspended partner that does not earn is not on hold',
      facts: { deals: [DEAL], partner: SUSPENDED_ACME, introductions: [] },
      line: '123456.75 0.00 Not eligible no date',
    },
  ];
  test.each(cases)('$name', ({ facts, line }) => {
    const book = new LineBook();
    book.assemble(facts);
    expect(summary(book)).toEqual([`C-0001 commission ${line}`]);
    expect(book.assemble(facts)).toEqual(book.lines);
  });

  test.each([
    { name: 'services', deal: signed('2026-02-01', { kind: 'Services' }) },
    { name: 'an open deal', deal: unsigned('Open') },
    { name: 'a deal whose revenue is not known', deal: signed('2026-02-01', { gross: null }) },
  ])('is not made for $name', ({ deal }) => {
    expect(new LineBook().assemble({ deals: [deal] })).toEqual([]);
  });

  test('stores the five conditions', () => {
    const [line] = new LineBook().assemble({ deals: [signed('2027-02-01')] });
    expect(line?.conditions).toEqual({ c1: 'no', c2: 'yes', c3: 'yes', c4: 'no', c5: 'yes' });
  });

  test('is one for each signed licence and renewal, earning or not', () => {
    const book = new LineBook();
    book.assemble({
      deals: [
        signed('2026-03-01', { id: 'D-0002', gross: '20 USD' }),
        signed('2026-02-01', { id: 'D-0001', gross: '10 USD' }),
        signed('2026-02-01', { id: 'D-0003', kind: 'Services' }),
        signed('2026-04-01', { id: 'D-0004', kind: 'Renewal', gross: '40 USD' }),
      ],
    });
    expect(book.lines.map(({ deal, status }) => [deal, status])).toEqual([
      ['D-0001', 'Awaiting cash'],
      ['D-0002', 'Not eligible'],
      ['D-0004', 'Not eligible'],
    ]);
  });
});

describe('facts that change before payment', () => {
  const refused: readonly Introduction[] = [introduction({ confirmation: REFUSED })];
  const cases: readonly { name: string; changed: Partial<LineFacts>; line: string }[] = [
    {
      name: 'a credit',
      changed: { deals: [{ ...DEAL, credits: [credit('23456.75 USD')] }] },
      line: '100000.00 10000.00 Awaiting cash no date',
    },
    {
      name: 'another currency',
      changed: { deals: [signed('2026-02-01', { gross: '500 EUR' })] },
      line: '500.00 50.00 Awaiting cash no date',
    },
    {
      name: 'an introduction refused',
      changed: { deals: [DEAL], introductions: refused },
      line: '123456.75 0.00 Reversed no date',
    },
    {
      name: 'a deal lost',
      changed: { deals: [unsigned('Lost', { gross: '123456.75 USD' })] },
      line: '123456.75 0.00 Reversed no date',
    },
    {
      name: 'a deal open again',
      changed: { deals: [unsigned('Open', { gross: '123456.75 USD' })] },
      line: '123456.75 0.00 Reversed no date',
    },
    {
      name: 'a deal of another kind',
      changed: { deals: [{ ...DEAL, kind: 'Services' }] },
      line: '123456.75 0.00 Reversed no date',
    },
  ];
  test.each(cases)('$name recomputes the one line', ({ changed, line }) => {
    const book = new LineBook();
    book.assemble({ deals: [DEAL] });
    book.assemble(changed);
    expect(summary(book)).toEqual([`C-0001 commission ${line}`]);
    expect(book.assemble(changed)).toEqual(book.lines);
    book.assemble({ deals: [DEAL] });
    expect(summary(book)).toEqual(['C-0001 commission 123456.75 12345.68 Awaiting cash no date']);
  });

  test('a deal that never earned and is no longer signed leaves its line not eligible', () => {
    const book = new LineBook();
    book.assemble({ deals: [DEAL], introductions: [introduction({ confirmation: OPEN })] });
    book.assemble({ deals: [unsigned('Open', { gross: '123456.75 USD' })] });
    expect(summary(book)).toEqual(['C-0001 commission 123456.75 0.00 Not eligible no date']);
  });

  test('a deal moved to another lead takes its line along', () => {
    const book = new LineBook();
    book.assemble({ deals: [DEAL] });
    const other = approved({ id: 'L-0002', partner: 'P-002', terms: { rate: '0.2' } });
    book.assemble({
      registration: other,
      deals: [{ ...DEAL, lead: 'L-0002' }],
      introductions: [introduction({ lead: 'L-0002' })],
    });
    expect(book.lines).toMatchObject([
      { id: 'C-0001', lead: 'L-0002', partner: 'P-002', rate: '0.2', amount: money('24691.35 USD') },
    ]);
  });

  test('an earlier deal entered later takes the commission over', () => {
    const book = new LineBook();
    book.assemble({ deals: [DEAL] });
    book.assemble({ deals: [DEAL, signed('2026-01-20', { id: 'D-0002', gross: '10 USD' })] });
    expect(summary(book)).toEqual([
      'C-0001 commission 123456.75 0.00 Reversed no date',
      'C-0002 commission 10.00 1.00 Awaiting cash no date',
    ]);
  });
});

describe('facts that change after payment', () => {
  const paid = (): LineBook => {
    const book = new LineBook();
    book.assemble({ deals: [DEAL], receipts: [receipt('2026-01-31')] });
    book.pay('C-0001', day('2026-03-10'));
    return book;
  };
  const PAID = 'C-0001 commission 123456.75 12345.68 Paid 2026-03-02';
  const later = { receipts: [receipt('2026-01-31')], today: day('2026-05-02') };

  const cases: readonly { name: string; deals: readonly Deal[]; facts?: Partial<LineFacts>; line: string }[] =
    [
      {
        name: 'a credit',
        deals: [{ ...DEAL, credits: [credit('23456.75 USD')] }],
        line: '-23456.75 -2345.68 Due',
      },
      {
        name: 'a higher gross',
        deals: [signed('2026-02-01', { gross: '200000 USD' })],
        line: '76543.25 7654.32 Due',
      },
      {
        name: 'a lost deal',
        deals: [unsigned('Lost', { gross: '123456.75 USD' })],
        line: '-123456.75 -12345.68 Due',
      },
      {
        name: 'an eligibility lost',
        deals: [DEAL],
        facts: { introductions: [] },
        line: '-123456.75 -12345.68 Due',
      },
      {
        name: 'a credit while the partner is suspended',
        deals: [{ ...DEAL, credits: [credit('23456.75 USD')] }],
        facts: { partner: SUSPENDED_ACME },
        line: '-23456.75 -2345.68 On hold',
      },
    ];
  test.each(cases)('$name adds an adjustment due at once and leaves the paid line', ({
    deals,
    facts,
    line,
  }) => {
    const book = paid();
    book.assemble({ ...later, deals, ...facts });
    expect(summary(book)).toEqual([PAID, `C-0002 adjustment ${line} 2026-05-02`]);
    book.assemble({ ...later, deals, ...facts, today: day('2026-06-01') });
    expect(summary(book)).toEqual([PAID, `C-0002 adjustment ${line} 2026-05-02`]);
  });

  test('nothing is added where the commission stays the same to the cent', () => {
    const book = paid();
    book.assemble({ ...later, deals: [signed('2026-02-01', { gross: '123456.84 USD' })] });
    expect(summary(book)).toEqual([PAID]);
  });

  test('an unpaid adjustment is never recomputed: the next difference adds another', () => {
    const book = paid();
    book.assemble({ ...later, deals: [unsigned('Lost', { gross: '123456.75 USD' })] });
    book.assemble({ ...later, deals: [DEAL], today: day('2026-05-03') });
    expect(summary(book)).toEqual([
      PAID,
      'C-0002 adjustment -123456.75 -12345.68 Due 2026-05-02',
      'C-0003 adjustment 123456.75 12345.68 Due 2026-05-03',
    ]);
  });
});

describe('holds', () => {
  const facts = { deals: [DEAL], receipts: [receipt('2026-01-31')] };
  test('finance’s hold and the suspension are independent, and both reasons are shown', () => {
    const book = new LineBook();
    book.assemble(facts);
    book.change('C-0001', { heldReason: 'invoice disputed' });
    const reasons = [ACME, SUSPENDED_ACME, ACME].map((partner) => {
      const [line] = book.assemble({ ...facts, partner });
      return line?.status === 'Paid' ? '' : `${line?.status}: ${line?.holdReason}`;
    });
    expect(reasons).toEqual([
      'On hold: invoice disputed',
      'On hold: invoice disputed; Partner suspended: audit',
      'On hold: invoice disputed',
    ]);
    book.change('C-0001', { heldReason: '' });
    expect(book.assemble(facts)).toMatchObject([{ status: 'Due', holdReason: '' }]);
  });
  test('what loses eligibility on hold is reversed, and held again once it earns again', () => {
    const book = new LineBook();
    book.assemble(facts);
    book.change('C-0001', { heldReason: 'invoice disputed' });
    expect(book.assemble({ ...facts, introductions: [] })).toMatchObject([
      { status: 'Reversed', holdReason: '' },
    ]);
    expect(book.assemble(facts)).toMatchObject([{ status: 'On hold', holdReason: 'invoice disputed' }]);
  });
  test('a paid line is not held', () => {
    const book = new LineBook();
    book.assemble(facts);
    book.pay('C-0001', day('2026-03-10'));
    expect(book.assemble({ ...facts, partner: SUSPENDED_ACME })).toMatchObject([{ status: 'Paid' }]);
  });
});
