import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar/add-days.ts';
import { isEarning } from '../../../src/core/commission/line-status.ts';
import { assessDeal } from '../../../src/core/eligibility/assess-deal.ts';
import type { Deal } from '../../../src/core/model/deal.ts';
import { multiplyByRate } from '../../../src/core/money/multiply-by-rate.ts';
import { netRevenue } from '../../../src/core/money/net-revenue.ts';
import { sumMoney } from '../../../src/core/money/sum-money.ts';
import {
  ACME,
  CONFIRMED,
  day,
  introduction,
  OPEN,
  REFUSED,
  receipt,
  SUSPENDED_ACME,
  signed,
  unsigned,
} from '../support/builders.ts';
import { FACTS, LineBook, type LineFacts } from '../support/line-book.ts';

const START = day('2026-01-01');

type Step =
  | { readonly do: 'facts'; readonly facts: Partial<LineFacts> }
  | { readonly do: 'pay'; readonly pick: number }
  | { readonly do: 'hold'; readonly pick: number; readonly reason: string };

const anyDeal = (id: 'D-0001' | 'D-0002'): fc.Arbitrary<Deal> =>
  fc
    .record({
      offset: fc.integer({ min: 20, max: 380 }),
      cents: fc.nat(9_999_999),
      status: fc.constantFrom('Signed', 'Signed', 'Signed', 'Open', 'Lost'),
      kind: fc.constantFrom('SaaS licence', 'SaaS licence', 'Renewal', 'Services'),
    })
    .map(({ offset, cents, status, kind }) => {
      const gross = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} USD`;
      const changes = { id, gross, kind } as const;
      return status === 'Signed' ? signed(addDays(START, offset), changes) : unsigned(status, changes);
    });

const anyFacts: fc.Arbitrary<Partial<LineFacts>> = fc.record({
  deals: fc.tuple(anyDeal('D-0001'), anyDeal('D-0002')),
  introductions: fc
    .constantFrom(CONFIRMED, CONFIRMED, CONFIRMED, OPEN, REFUSED)
    .map((confirmation) => [introduction({ confirmation })]),
  partner: fc.constantFrom(ACME, ACME, SUSPENDED_ACME),
  receipts: fc.constantFrom(
    [],
    [receipt('2026-02-01'), receipt('2026-02-01', { id: 'R-0002', deal: 'D-0002' })],
  ),
});

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  anyFacts.map((facts) => ({ do: 'facts', facts }) as const),
  fc.nat(20).map((pick) => ({ do: 'pay', pick }) as const),
  fc.record({ do: fc.constant('hold' as const), pick: fc.nat(20), reason: fc.constantFrom('', 'disputed') }),
);

/** Plays the steps, a day each, and hands the book with the facts in force to `check` after every one. */
function play(steps: readonly Step[], check: (book: LineBook, facts: LineFacts) => void): void {
  const book = new LineBook();
  let facts: LineFacts = FACTS;
  steps.forEach((step, index) => {
    facts = { ...facts, today: addDays(day('2026-03-10'), index) };
    if (step.do === 'facts') facts = { ...facts, ...step.facts };
    else {
      const line = book.lines[step.pick % Math.max(book.lines.length, 1)];
      if (line !== undefined && step.do === 'pay') book.tryPay(line.id, facts.today, `PAY-${index}`);
      if (line !== undefined && step.do === 'hold') book.change(line.id, { heldReason: step.reason });
    }
    book.assemble(facts);
    check(book, facts);
  });
}

describe('under any sequence of facts, holds and payments', () => {
  // Chance alone seldom pays a line, so half of the sequences start with one that was paid.
  const paidFirst: readonly Step[] = [
    { do: 'facts', facts: { deals: [signed('2026-01-20')], receipts: [receipt('2026-02-01')] } },
    { do: 'pay', pick: 0 },
  ];
  const sequences = fc
    .tuple(fc.constantFrom([], paidFirst), fc.array(anyStep, { minLength: 1, maxLength: 12 }))
    .map(([start, steps]) => [...start, ...steps]);

  test('the lines of a deal sum to what the deal earns now', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        play(steps, (book, facts) => {
          for (const deal of facts.deals) {
            const lines = book.lines.filter((line) => line.deal === deal.id);
            const net = netRevenue(deal);
            const earns = net !== null && assessDeal(deal, facts).answer === 'yes';
            const expected = earns ? multiplyByRate(net, '0.1').minor : 0;
            expect(
              sumMoney(
                lines.map(({ amount }) => amount),
                'USD',
              ).minor,
            ).toBe(expected);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('paid lines never change and IDs are never reused', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const paid = new Map<string, string>();
        play(steps, (book) => {
          expect(new Set(book.lines.map(({ id }) => id)).size).toBe(book.lines.length);
          for (const [id, text] of paid) {
            expect(JSON.stringify(book.lines.find((line) => line.id === id))).toBe(text);
          }
          for (const line of book.lines) if (line.status === 'Paid') paid.set(line.id, JSON.stringify(line));
        });
      }),
      { numRuns: 300 },
    );
  });

  test('assembling twice is assembling once', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        play(steps, (book, facts) => {
          const once = book.lines;
          expect(book.assemble(facts)).toEqual(once);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a deal has one line of kind commission, and lines that do not earn are of amount 0', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        play(steps, (book) => {
          const deals = book.lines.filter(({ kind }) => kind === 'commission').map(({ deal }) => deal);
          expect(new Set(deals).size).toBe(deals.length);
          for (const line of book.lines) if (!isEarning(line)) expect(line.amount.minor).toBe(0);
        });
      }),
      { numRuns: 200 },
    );
  });
});
