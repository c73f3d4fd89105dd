import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Month } from '../../../src/core/calendar/dates.ts';
import { monthOf } from '../../../src/core/calendar/month-of.ts';
import { makeStatement, type Statement } from '../../../src/core/commission/make-statement.ts';
import type { CommissionLine } from '../../../src/core/model/commission-line.ts';
import type { PartnerId } from '../../../src/core/model/ids.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';
import { type Move, moves, play } from '../support/play-moves.ts';

type Balances = { readonly [about: string]: number };

/** What the Commissions tab says is earned and unpaid, for each partner and currency. */
function balancesOfTab(records: RecordsView): Balances {
  const balances: Record<string, number> = {};
  for (const { line } of records.list('commissions')) {
    if (['Not eligible', 'Not yet', 'Reversed', 'Paid'].includes(line.status)) continue;
    const about = `${line.partner} ${line.amount.currency}`;
    balances[about] = (balances[about] ?? 0) + line.amount.minor;
  }
  return withoutZeros(balances);
}

function withoutZeros(balances: Balances): Balances {
  return Object.fromEntries(Object.entries(balances).filter(([, minor]) => minor !== 0));
}

function statementsOf(records: RecordsView, month: Month): readonly Statement[] {
  const partners = records.list('partners').map(({ id }) => id);
  return partners.map((partner: PartnerId) => makeStatement(records.list('commissions'), partner, month));
}

function balancesOf(statements: readonly Statement[], which: 'opening' | 'closing'): Balances {
  return withoutZeros(
    Object.fromEntries(
      statements.flatMap(({ partner, currencies }) =>
        currencies.map((one) => [`${partner} ${one.currency}`, one[which].minor]),
      ),
    ),
  );
}

/** What a statement says apart from how its lines stand today. */
function figuresOf({ currencies }: Statement): unknown {
  return currencies.map(({ entries, open, ...totals }) => ({
    ...totals,
    // A deal that went to another lead names that one's customer.
    entries: entries.map(({ line, customer: _, ...entry }) => ({ ...entry, line: line.id })),
    open: open.map(({ line, owed }) => [line.id, owed.minor]),
  }));
}

/** What a line first earns is new, every other change an adjustment, and it is paid at most once. */
function checkMovements(line: CommissionLine): void {
  const kinds = (line.movements ?? []).map(({ kind }) => kind);
  const earned = kinds.filter((kind) => kind !== 'payment');
  expect(earned.slice(1).every((kind) => kind === 'adjustment')).toBe(true);
  if (earned.length > 0) expect(earned[0]).toBe(line.kind === 'commission' ? 'new' : 'adjustment');
  expect(kinds.length - earned.length).toBe(line.status === 'Paid' ? 1 : 0);
}

const EVENTS = moves(
  'registerActive',
  'sell',
  'confirmIntroduction',
  'enterDeal',
  'updateDeal',
  'creditDeal',
  'recordReceipt',
  'recordPayment',
  'holdCommission',
  'suspendPartner',
  'admitPartner',
);
/** Twenty days, with the work of the last. */
const WAIT: Move = { do: 'wait', a: 3, b: 0, c: 0 };

/** Some events and a wait, again and again, for more than five years. */
const FIVE_YEARS = fc
  .array(fc.tuple(EVENTS, EVENTS), { minLength: 95, maxLength: 95 })
  .map((steps): readonly Move[] => steps.flatMap((events) => [...events, WAIT]));

test('the statements of all partners add up to the Commissions tab at the end of every month of five years', () => {
  fc.assert(
    fc.property(FIVE_YEARS, (course) => {
      const ends = new Map<Month, RecordsView>();
      let last: { readonly month: Month; readonly records: RecordsView } | null = null;
      const door = play(course, ({ today, records }) => {
        if (last !== null && last.month < monthOf(today)) ends.set(last.month, last.records);
        last = { month: monthOf(today), records };
      });
      expect(ends.size).toBeGreaterThanOrEqual(60);
      let closing: Balances | null = null;
      for (const [month, then] of ends) {
        const statements = statementsOf(door.records, month);
        expect(balancesOf(statements, 'closing'), month).toEqual(balancesOfTab(then));
        if (closing !== null) expect(balancesOf(statements, 'opening'), month).toEqual(closing);
        closing = balancesOf(statements, 'closing');
        // Made then or made now: what happened since changes nothing.
        expect(statements.map(figuresOf), month).toEqual(statementsOf(then, month).map(figuresOf));
        for (const one of statements.flatMap(({ currencies }) => currencies)) {
          const { opening, added, adjustments, paid, open } = one;
          expect(opening.minor + added.minor + adjustments.minor - paid.minor).toBe(one.closing.minor);
          expect(open.reduce((sum, { owed }) => sum + owed.minor, 0)).toBe(one.closing.minor);
        }
      }
      door.records.list('commissions').forEach(({ line }) => {
        checkMovements(line);
      });
    }),
    { numRuns: 2, endOnFailure: true },
  );
}, 60_000);
