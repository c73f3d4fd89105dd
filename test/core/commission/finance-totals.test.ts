import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleTotals, TOTALLED, type TotalsRow } from '../../../src/core/commission/finance-totals.ts';
import type { CommissionLine } from '../../../src/core/model/commission-line.ts';
import { day } from '../support/builders.ts';

const TODAY = day('2026-03-15');

interface Given {
  readonly partner: string;
  readonly currency: string;
  readonly minor: number;
  readonly status: string;
  readonly on: string;
}

/** A line as far as its totals ask. */
function line({ partner, currency, minor, status, on }: Given): CommissionLine {
  const isPaid = status === 'Paid';
  const dueOn = isPaid || status === 'Awaiting cash' ? null : day(on);
  const paidOn = isPaid ? day(on) : null;
  return { partner, amount: { minor, currency }, status, dueOn, paidOn } as unknown as CommissionLine;
}

/** `month partner currency: lines, amounts by status`. */
function describeRow({ partner, month, totals }: TotalsRow): string {
  const amounts = TOTALLED.map((status) => totals.byStatus[status].minor).join(' ');
  return `${month} ${partner} ${totals.currency}: ${totals.lines}, ${amounts}`;
}

const isOfBoth = ({ partner, month }: TotalsRow) => partner !== null && month !== null;

describe('the totals of each partner in each month', () => {
  test('stand behind all others, by month and partner and currency, what has no day yet last', () => {
    const rows = assembleTotals(
      [
        line({ partner: 'P-002', currency: 'USD', minor: 500, status: 'Awaiting cash', on: '2026-01-01' }),
        line({ partner: 'P-002', currency: 'USD', minor: 100, status: 'Paid', on: '2026-02-03' }),
        line({ partner: 'P-001', currency: 'USD', minor: 20, status: 'Scheduled', on: '2026-03-01' }),
        line({ partner: 'P-001', currency: 'USD', minor: 30, status: 'On hold', on: '2026-03-31' }),
        line({ partner: 'P-001', currency: 'EUR', minor: -7, status: 'Due', on: '2026-03-02' }),
        line({ partner: 'P-001', currency: 'EUR', minor: 9, status: 'Reversed', on: '2025-03-02' }),
      ],
      TODAY,
    );
    const first = rows.findIndex(isOfBoth);
    expect(rows.slice(first).map(describeRow)).toEqual([
      '2026-02 P-002 USD: 1, 0 0 0 0 100',
      '2026-03 P-001 EUR: 1, 0 0 -7 0 0',
      '2026-03 P-001 USD: 2, 0 0 20 30 0',
      ' P-002 USD: 1, 500 0 0 0 0',
    ]);
    expect(rows.slice(0, first).some(isOfBoth)).toBe(false);
  });

  test('add up to those of the partner, of the month and of all, for each currency and status', () => {
    const given = fc.record({
      partner: fc.constantFrom('P-001', 'P-002', 'P-010', 'P-1000'),
      currency: fc.constantFrom('EUR', 'JPY', 'USD'),
      minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      status: fc.constantFrom(...TOTALLED, 'Not eligible', 'Reversed'),
      on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-15', '2026-03-16', '2026-07-01'),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 40 }), (lines) => {
        const rows = assembleTotals(lines.map(line), TODAY);
        const parts = rows.filter(isOfBoth);
        for (const sum of rows.filter((row) => !isOfBoth(row))) {
          const own = parts.filter(
            ({ partner, month, totals }) =>
              totals.currency === sum.totals.currency &&
              (sum.partner === null || sum.partner === partner) &&
              (sum.month === null || sum.month === month),
          );
          const add = (of: (row: TotalsRow) => number) => own.reduce((total, row) => total + of(row), 0);
          expect(add(({ totals }) => totals.lines)).toBe(sum.totals.lines);
          expect(add(({ totals }) => totals.open.minor)).toBe(sum.totals.open.minor);
          for (const status of TOTALLED)
            expect(add(({ totals }) => totals.byStatus[status].minor)).toBe(
              sum.totals.byStatus[status].minor,
            );
        }
      }),
      { numRuns: 60 },
    );
  });
});
