import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessDeal } from '../../../src/core/eligibility/assess-deal.ts';
import type { CommissionLine } from '../../../src/core/model/commission-line.ts';
import { multiplyByRate } from '../../../src/core/money/multiply-by-rate.ts';
import { netRevenue } from '../../../src/core/money/net-revenue.ts';
import { isApproved } from '../../../src/core/registration/is-approved.ts';
import { redoEntries, undoEntries } from '../../../src/registry/journal/replay-entries.ts';
import { Draft } from '../../../src/registry/state/draft.ts';
import { recordKey } from '../../../src/registry/state/record-key.ts';
import { RecordsAsOf } from '../../../src/registry/state/records-as-of.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';
import { KINDS } from '../support/kinds.ts';
import { moves, play } from '../support/play-moves.ts';
import type { TestDoor } from '../support/test-door.ts';

/** Every record by its key. */
function contentOf(records: RecordsView) {
  const content: Record<string, unknown> = {};
  for (const kind of KINDS)
    for (const record of records.list(kind)) content[recordKey(kind, record.id)] = record;
  return content;
}

/** What a deal earns now, straight from the rules: rate of its registration × net where all conditions hold. */
function earnedMinor({ records, today }: TestDoor, id: string): number {
  const deal = records.get('deals', id)?.deal;
  const registration = deal && records.get('leads', deal.lead)?.registration;
  if (!deal || !registration || !isApproved(registration) || deal.status !== 'Signed') return 0;
  const deals = records.list('deals').flatMap((other) => (other.deal.lead === deal.lead ? [other.deal] : []));
  const introductions = records
    .list('introductions')
    .flatMap(({ introduction }) => (introduction.lead === deal.lead ? [introduction] : []));
  const net = netRevenue(deal);
  const earns = assessDeal(deal, { registration, deals, introductions, today }).answer === 'yes';
  return net !== null && earns ? multiplyByRate(net, registration.approval.terms.rate).minor : 0;
}

function linesByDeal({ records }: TestDoor): ReadonlyMap<string, readonly CommissionLine[]> {
  const lines = new Map<string, CommissionLine[]>();
  for (const { line } of records.list('commissions'))
    lines.set(line.deal, [...(lines.get(line.deal) ?? []), line]);
  return lines;
}

/** Courses in which customers are sold to and deals are paid, corrected and moved. */
const SALES = moves(
  'wait',
  'registerActive',
  'sell',
  'recordIntroduction',
  'confirmIntroduction',
  'enterDeal',
  'updateDeal',
  'recordReceipt',
  'creditDeal',
  'recordPayment',
  'holdCommission',
  'releaseHold',
  'suspendPartner',
  'admitPartner',
  'releaseLead',
  'updateSettings',
);

test('the lines of a deal sum to what it earns now, in one currency, and paid lines never change', () => {
  fc.assert(
    fc.property(fc.array(SALES, { maxLength: 60, size: 'max' }), (course) => {
      const paid = new Map<string, CommissionLine>();
      play(course, (door, move) => {
        for (const [deal, lines] of linesByDeal(door)) {
          const sum = lines.reduce((total, { amount }) => total + amount.minor, 0);
          expect(sum, `${deal} after ${JSON.stringify(move)}`).toBe(earnedMinor(door, deal));
          expect(new Set(lines.map(({ amount }) => amount.currency)).size).toBe(1);
          expect(lines.filter(({ kind }) => kind === 'commission')).toHaveLength(1);
        }
        for (const { id, line } of door.records.list('commissions')) {
          if (paid.has(id)) expect(line).toEqual(paid.get(id));
          else if (line.status === 'Paid') paid.set(id, line);
        }
      });
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 60_000);

test('each payment reference covers one partner, one currency and one day, and pays more than nothing', () => {
  fc.assert(
    fc.property(fc.array(SALES, { maxLength: 60, size: 'max' }), (course) => {
      const door = play(course);
      const payments = new Map<string, { readonly about: string; net: number }>();
      for (const { line } of door.records.list('commissions')) {
        if (line.status !== 'Paid') continue;
        const about = `${line.partner} ${line.amount.currency} ${line.paidOn}`;
        const payment = payments.get(line.reference) ?? { about, net: 0 };
        expect(payment.about).toBe(about);
        payment.net += line.amount.minor;
        payments.set(line.reference, payment);
      }
      for (const { net } of payments.values()) expect(net).toBeGreaterThan(0);
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 60_000);

test('an entry that was cut off at any record is finished by redoing it', () => {
  fc.assert(
    fc.property(fc.array(moves(), { minLength: 3, maxLength: 20, size: 'max' }), fc.nat(), (course, cut) => {
      const door = play(course);
      const entry = door.journal.at(-1);
      if (!entry) throw new Error('A programme has a journal.');
      const before = new RecordsAsOf(door.records, undoEntries(door.records, [entry]));
      const partly = new Draft(before);
      const changes = redoEntries(before, [entry]);
      for (const { kind, after } of changes.slice(0, cut % (changes.length + 1)))
        partly.put(kind, after as never);
      for (const { kind, after } of redoEntries(partly, [entry])) partly.put(kind, after as never);
      expect(contentOf(partly)).toEqual(contentOf(door.records));
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 60_000);

test('the day’s work done again changes nothing, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(moves(), { maxLength: 40, size: 'max' }), (course) => {
      const door = play(course);
      door.runDay();
      expect(door.runDay()).toEqual([]);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 60_000);
