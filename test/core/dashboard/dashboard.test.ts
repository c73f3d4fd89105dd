import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDaysBetween } from '../../../src/core/calendar/business-days-between.ts';
import { assembleDashboard, type DashboardFacts } from '../../../src/core/dashboard/assemble-dashboard.ts';
import { median, percentile } from '../../../src/core/dashboard/percentile.ts';
import type { CommissionLine, CommissionStatus } from '../../../src/core/model/commission-line.ts';
import { COMMISSION_STATUSES } from '../../../src/core/model/commission-line.ts';
import type { LeadId, PartnerId } from '../../../src/core/model/ids.ts';
import type { Registration } from '../../../src/core/model/registration.ts';
import { formatAmount } from '../../../src/core/money/format-amount.ts';
import type { Money } from '../../../src/core/money/money.ts';
import { sumMoney } from '../../../src/core/money/sum-money.ts';
import { reject } from '../../../src/core/registration/reject.ts';
import { submit } from '../../../src/core/registration/submit.ts';
import { accepted, approved, day, facts, moment, money, signed } from '../support/builders.ts';

const EMPTY: DashboardFacts = {
  today: day('2026-03-02'),
  calendar: { timeZone: 'America/Chicago', decisionDays: 3, holidays: [day('2026-01-19')] },
  noticeDays: [60, 30, 7],
  registrations: [],
  deals: [],
  lines: [],
};

const dashboard = (changes: Partial<DashboardFacts> = {}) => assembleDashboard({ ...EMPTY, ...changes });

const leadId = (n: number): LeadId => `L-${String(n).padStart(4, '0')}`;

const rejected = (id: LeadId, registeredAt: string, rejectedOn: string): Registration =>
  accepted(
    reject(submit(facts({ id, registeredAt: moment(registeredAt) })), {
      rejectedOn: day(rejectedOn),
      reason: 'not-a-fit',
      noteToPartner: '',
    }),
  );

function line(
  status: CommissionStatus,
  amount: Money,
  changes: Partial<CommissionLine> = {},
): CommissionLine {
  const base = {
    id: 'C-0001',
    lead: 'L-0001',
    deal: 'D-0001',
    partner: 'P-001',
    kind: 'commission',
    rate: '0.1',
    base: amount,
    amount,
    conditions: { c1: 'yes', c2: 'yes', c3: 'yes', c4: 'yes', c5: 'yes' },
    firstReceiptOn: null,
    dueOn: null,
    recordedAt: moment('2026-01-01T00:00:00Z'),
  } as const;
  const own =
    status === 'Paid'
      ? { status, paidOn: day('2026-02-10'), reference: 'RP 1' }
      : { status, hasEarned: true, heldReason: '', holdReason: '' };
  return { ...base, ...own, ...changes } as CommissionLine;
}

describe('leads by state', () => {
  test('count each lead once, in the state that the date gives, and rates over what was decided', () => {
    const { leads } = dashboard({
      registrations: [
        submit(facts({ id: 'L-0001' })),
        approved({ id: 'L-0002', approvedOn: '2026-02-01' }),
        // Its window ended yesterday; the daily run has not been yet.
        approved({ id: 'L-0003', approvedOn: '2025-03-01' }),
        rejected('L-0004', '2026-01-05T16:00:00Z', '2026-01-06'),
        { ...approved({ id: 'L-0005' }), status: 'Converted', releasedOn: null, releaseReason: '' },
      ],
    });
    expect(Object.fromEntries(leads.states.map(({ status, count }) => [status, count]))).toEqual({
      Submitted: 1,
      Returned: 0,
      Rejected: 1,
      Withdrawn: 0,
      Active: 1,
      Converted: 1,
      Expired: 1,
      Released: 0,
    });
    expect(leads.approval).toEqual({ part: 3, whole: 4 });
    expect(leads.conversion).toEqual({ part: 1, whole: 3 });
  });
});

describe('decision time', () => {
  test('counts business days after the day of arrival in the programme’s zone, holidays left out', () => {
    // Friday 2026-01-16, 23:30 in Chicago; Monday is a holiday: Tuesday is the first business day after it.
    const { decisions } = dashboard({
      registrations: [rejected('L-0001', '2026-01-17T05:30:00Z', '2026-01-20')],
    });
    expect(decisions).toMatchObject({ decided: 1, medianDays: 1, ninetiethPercentileDays: 1 });
  });

  test('has its median between two decisions and its ninetieth percentile at one of them', () => {
    const { decisions } = dashboard({
      registrations: ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-09'].map((on, i) =>
        rejected(leadId(i + 1), '2026-02-02T16:00:00Z', on),
      ),
    });
    expect(decisions).toMatchObject({
      decided: 4,
      medianDays: 1.5,
      ninetiethPercentileDays: 5,
      inTime: { part: 3, whole: 4 },
    });
  });

  test('tells which requests wait beyond the target, and is silent where nothing was decided', () => {
    // Today is Monday 2 March: of Wednesday 25 February three business days have passed, of Tuesday four.
    const { decisions } = dashboard({
      registrations: [
        submit(facts({ id: 'L-0001', registeredAt: moment('2026-02-25T16:00:00Z') })),
        submit(facts({ id: 'L-0002', registeredAt: moment('2026-02-24T16:00:00Z') })),
      ],
    });
    expect(decisions).toEqual({
      decided: 0,
      medianDays: null,
      ninetiethPercentileDays: null,
      inTime: { part: 0, whole: 0 },
      targetDays: 3,
      waiting: 2,
      overdue: 1,
    });
  });

  test('is the same however it is counted: day by day or at once', () => {
    const weekdays = ['2026-01-16', '2026-01-17', '2026-01-18', '2026-01-19', '2026-01-20'].map(day);
    const counts = weekdays.map((to) => businessDaysBetween(day('2026-01-15'), to, EMPTY.calendar.holidays));
    expect(counts).toEqual([1, 1, 1, 1, 2]);
    expect(businessDaysBetween(day('2026-01-20'), day('2026-01-15'), [])).toBe(0);
  });
});

describe('what expires', () => {
  test('is counted within each notice, nearer ones included, the nearest first', () => {
    // Active until a year after approval; today is 2026-03-02.
    const { expiring } = dashboard({
      registrations: [
        approved({ id: 'L-0001', approvedOn: '2025-05-01' }),
        approved({ id: 'L-0002', approvedOn: '2025-03-02' }),
        approved({ id: 'L-0003', approvedOn: '2025-03-01' }),
        approved({ id: 'L-0004', approvedOn: '2025-03-10' }),
        approved({ id: 'L-0005', approvedOn: '2025-05-02' }),
      ],
    });
    expect(expiring.leads.map(({ registration, daysLeft }) => [registration.id, daysLeft])).toEqual([
      ['L-0002', 0],
      ['L-0004', 8],
      ['L-0001', 60],
    ]);
    expect(expiring.within).toEqual([
      { days: 7, count: 1 },
      { days: 30, count: 2 },
      { days: 60, count: 3 },
    ]);
  });
});

describe('commissions', () => {
  test('stand in the month of payment or else of the due date, each currency for itself', () => {
    const { commissions } = dashboard({
      lines: [
        line('Paid', money('100.10 EUR'), { dueOn: day('2026-01-31') }),
        line('Paid', money('-20.05 EUR')),
        line('Due', money('7.00 EUR'), { dueOn: day('2026-02-28') }),
        // Due today, although the daily run still has it scheduled.
        line('Scheduled', money('5.00 EUR'), { dueOn: day('2026-03-02') }),
        line('Awaiting cash', money('9.00 EUR')),
        line('Not eligible', money('0.00 EUR'), { dueOn: day('2026-02-01') }),
        line('Scheduled', money('1000 JPY'), { dueOn: day('2026-03-20') }),
      ],
    });
    const shown = commissions.map(({ currency, months }) => [
      currency,
      months.map(({ month, cells }) => [
        month,
        cells.map(({ status, lines, amount }) => `${status} ${lines} ${formatAmount(amount)}`),
      ]),
    ]);
    expect(shown).toEqual([
      [
        'EUR',
        [
          ['2026-02', ['Due 1 7.00', 'Paid 2 80.05']],
          ['2026-03', ['Due 1 5.00']],
          [null, ['Not eligible 1 0.00', 'Awaiting cash 1 9.00']],
        ],
      ],
      ['JPY', [['2026-03', ['Scheduled 1 1000']]]],
    ]);
  });
});

describe('partners by value', () => {
  test('are ranked by net revenue of signed licences and renewals, per currency', () => {
    const registrations = [
      approved({ id: 'L-0001', partner: 'P-001' }),
      approved({ id: 'L-0002', partner: 'P-002' }),
    ];
    const { partnerValues } = dashboard({
      registrations,
      deals: [
        signed('2026-02-01', { id: 'D-0001', lead: 'L-0001', gross: '100.00 USD', deductions: '10.00 USD' }),
        signed('2026-02-01', { id: 'D-0002', lead: 'L-0002', gross: '200.00 USD' }),
        signed('2026-02-01', { id: 'D-0003', lead: 'L-0001', gross: '999.00 USD', kind: 'Services' }),
        signed('2026-02-01', { id: 'D-0004', lead: 'L-0001', gross: '50.00 EUR', kind: 'Renewal' }),
      ],
      lines: [
        line('Awaiting cash', money('9.00 USD'), { partner: 'P-001' }),
        line('Reversed', money('0.00 USD'), { partner: 'P-002' }),
      ],
    });
    const shown = partnerValues.map(({ currency, partners, revenue, commission }) => [
      currency,
      partners.map(
        (one) => `${one.partner} ${one.deals} ${formatAmount(one.revenue)} ${formatAmount(one.commission)}`,
      ),
      formatAmount(revenue),
      formatAmount(commission),
    ]);
    expect(shown).toEqual([
      ['EUR', ['P-001 1 50.00 0.00'], '50.00', '0.00'],
      ['USD', ['P-002 1 200.00 0.00', 'P-001 1 90.00 9.00'], '290.00', '9.00'],
    ]);
  });
});

test('a programme without leads has a dashboard of nothing', () => {
  const { leads, commissions, partnerLeads, partnerValues, expiring } = dashboard();
  expect(leads.states.every(({ count }) => count === 0)).toBe(true);
  expect([commissions, partnerLeads, partnerValues, expiring.leads]).toEqual([[], [], [], []]);
});

describe('sums', () => {
  const partner = fc.constantFrom<PartnerId>('P-001', 'P-002', 'P-003');
  const registration = fc.record({ partner, kind: fc.constantFrom('submitted', 'rejected', 'approved') });
  const amount = fc.record({
    minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
  });
  const drawnLine = fc.record({
    partner,
    amount,
    status: fc.constantFrom(...COMMISSION_STATUSES),
    dueOn: fc.constantFrom(null, day('2026-01-15'), day('2026-03-02'), day('2026-04-01')),
  });

  test('over states and over partners are the number of leads; over months and over partners the currency’s total', () => {
    fc.assert(
      fc.property(fc.array(registration), fc.array(drawnLine), (drawn, drawnLines) => {
        const registrations = drawn.map((one, i): Registration => {
          const own = { id: leadId(i + 1), partner: one.partner };
          if (one.kind === 'approved') return approved(own);
          const submitted = submit(facts(own));
          return one.kind === 'submitted'
            ? submitted
            : { ...rejected(own.id, '2026-01-05T16:00:00Z', '2026-01-06'), partner: one.partner };
        });
        const lines = drawnLines.map(({ status, amount: of, partner: to, dueOn }) =>
          line(status, of, { partner: to, dueOn }),
        );
        const { leads, partnerLeads, commissions, partnerValues } = dashboard({ registrations, lines });
        const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
        expect(sum(leads.states.map(({ count }) => count))).toBe(registrations.length);
        expect(sum(partnerLeads.map((one) => one.leads))).toBe(registrations.length);
        for (const { currency, months, totals } of commissions) {
          const all = lines.filter((one) => one.amount.currency === currency);
          const total = sumMoney(
            all.map((one) => one.amount),
            currency,
          );
          const cells = months.flatMap((month) => month.cells);
          expect(
            sumMoney(
              cells.map((cell) => cell.amount),
              currency,
            ),
          ).toEqual(total);
          expect(
            sumMoney(
              totals.map((cell) => cell.amount),
              currency,
            ),
          ).toEqual(total);
          expect(sum(cells.map((cell) => cell.lines))).toBe(all.length);
        }
        for (const { currency, partners, commission } of partnerValues) {
          expect(
            sumMoney(
              partners.map((one) => one.commission),
              currency,
            ),
          ).toEqual(commission);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('ranks', () => {
  test.each([
    { name: 'of none is none', sorted: [], percent: 90, expected: null },
    { name: 'of one is that one', sorted: [4], percent: 90, expected: 4 },
    { name: 'of ten is the ninth', sorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], percent: 90, expected: 9 },
    {
      name: 'of eleven is the tenth',
      sorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      percent: 90,
      expected: 10,
    },
    { name: 'zero per cent is the least', sorted: [3, 5], percent: 0, expected: 3 },
  ])('the percentile $name', ({ sorted, percent, expected }) => {
    expect(percentile(sorted, percent)).toBe(expected);
  });

  test('the median lies in the middle', () => {
    expect([median([]), median([2]), median([1, 2]), median([1, 2, 9])]).toEqual([null, 2, 1.5, 2]);
  });
});
