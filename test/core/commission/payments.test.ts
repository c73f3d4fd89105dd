import { describe, expect, test } from 'vitest';
import { checkFrozen } from '../../../src/core/commission/check-frozen.ts';
import { decidePayment } from '../../../src/core/commission/decide-payment.ts';
import { preparePaymentRun } from '../../../src/core/commission/prepare-payment-run.ts';
import type { CommissionLine, OpenLine, PaidLine } from '../../../src/core/model/commission-line.ts';
import { codesOf, day, moment, money, signed } from '../support/builders.ts';

const TODAY = day('2026-05-10');

function line(changes: Partial<OpenLine> & { amount?: OpenLine['amount'] } = {}): OpenLine {
  const amount = changes.amount ?? money('100 USD');
  return {
    id: 'C-0001',
    lead: 'L-0001',
    deal: 'D-0001',
    partner: 'P-001',
    kind: 'commission',
    rate: '0.1',
    base: { ...amount, minor: amount.minor * 10 },
    amount,
    conditions: { c1: 'yes', c2: 'yes', c3: 'yes', c4: 'yes', c5: 'yes' },
    firstReceiptOn: day('2026-04-01'),
    dueOn: day('2026-05-01'),
    recordedAt: moment('2026-04-01T12:00:00Z'),
    status: 'Due',
    hasEarned: true,
    heldReason: '',
    holdReason: '',
    ...changes,
  };
}

function adjustment(id: OpenLine['id'], amount: string, changes: Partial<OpenLine> = {}): OpenLine {
  return line({ id, kind: 'adjustment', amount: money(amount), ...changes });
}

function paid(changes: Partial<PaidLine> = {}): PaidLine {
  const { status: _, hasEarned: _e, heldReason: _h, holdReason: _r, ...kept } = line();
  return { ...kept, id: 'C-0009', status: 'Paid', paidOn: TODAY, reference: 'PAY-1', ...changes };
}

interface Given {
  readonly line?: CommissionLine;
  readonly others?: readonly CommissionLine[];
  readonly paidLines?: readonly PaidLine[];
  readonly paidOn?: string;
  readonly reference?: string;
}

function pay(given: Given = {}) {
  const own = given.line ?? line();
  return decidePayment({
    line: own,
    linesOfPartner: [own, ...(given.others ?? [])],
    paidLines: given.paidLines ?? [],
    today: TODAY,
    paidOn: day(given.paidOn ?? TODAY),
    reference: given.reference ?? 'PAY-1',
  });
}

describe('decidePayment pays', () => {
  const cases: readonly { name: string; given: Given; ids: readonly string[] }[] = [
    { name: 'a line that is due', given: {}, ids: ['C-0001'] },
    {
      name: 'a line whose due day has come before the daily run',
      given: { line: line({ status: 'Scheduled', dueOn: TODAY }) },
      ids: ['C-0001'],
    },
    { name: 'on an earlier day', given: { paidOn: '2026-05-02' }, ids: ['C-0001'] },
    { name: 'a positive adjustment', given: { line: adjustment('C-0002', '5 USD') }, ids: ['C-0002'] },
    {
      name: 'the due negative adjustments with it',
      given: { others: [adjustment('C-0002', '-40 USD'), adjustment('C-0003', '-59.99 USD')] },
      ids: ['C-0001', 'C-0002', 'C-0003'],
    },
    {
      name: 'no positive adjustment with it',
      given: { others: [adjustment('C-0002', '40 USD')] },
      ids: ['C-0001'],
    },
    {
      name: 'no adjustment of another currency',
      given: { others: [adjustment('C-0002', '-40 EUR')] },
      ids: ['C-0001'],
    },
    {
      name: 'no adjustment of another partner',
      given: { others: [adjustment('C-0002', '-40 USD', { partner: 'P-002' })] },
      ids: ['C-0001'],
    },
    {
      name: 'no adjustment on hold',
      given: { others: [adjustment('C-0002', '-400 USD', { status: 'On hold' })] },
      ids: ['C-0001'],
    },
    {
      name: 'under a reference that covers the same partner, currency and date',
      given: { paidLines: [paid()] },
      ids: ['C-0001'],
    },
  ];
  test.each(cases)('$name', ({ given, ids }) => {
    const decided = pay(given);
    expect(decided.ok && decided.value.map(({ id }) => id)).toEqual(ids);
    expect(decided.ok && decided.value.every(({ status }) => status === 'Paid')).toBe(true);
  });
  test('keeps all that the line was and drops what only an open line has', () => {
    const { status: _, hasEarned: _e, heldReason: _h, holdReason: _r, ...kept } = line();
    const decided = pay({ reference: '  PAY  7 ', paidOn: '2026-05-09' });
    expect(decided).toEqual({
      ok: true,
      value: [{ ...kept, status: 'Paid', paidOn: '2026-05-09', reference: 'PAY  7' }],
    });
  });
});

describe('decidePayment refuses', () => {
  const cases: readonly { name: string; given: Given; codes: readonly string[] }[] = [
    { name: 'a line that was paid', given: { line: paid() }, codes: ['already-paid'] },
    {
      name: 'a line on hold',
      given: { line: line({ status: 'On hold', holdReason: 'disputed' }) },
      codes: ['on-hold'],
    },
    {
      name: 'a line due tomorrow',
      given: { line: line({ status: 'Scheduled', dueOn: day('2026-05-11') }) },
      codes: ['illegal-state'],
    },
    {
      name: 'a line without cash',
      given: { line: line({ status: 'Awaiting cash', dueOn: null }) },
      codes: ['illegal-state'],
    },
    {
      name: 'a line that does not earn',
      given: { line: line({ status: 'Not eligible' }) },
      codes: ['illegal-state'],
    },
    { name: 'a negative line', given: { line: adjustment('C-0002', '-5 USD') }, codes: ['illegal-state'] },
    {
      name: 'a net of exactly nothing',
      given: { others: [adjustment('C-0002', '-100 USD')] },
      codes: ['illegal-state'],
    },
    {
      name: 'a net below nothing',
      given: { others: [adjustment('C-0002', '-100.01 USD')] },
      codes: ['illegal-state'],
    },
    { name: 'no reference', given: { reference: ' ' }, codes: ['required'] },
    { name: 'tomorrow', given: { paidOn: '2026-05-11' }, codes: ['invalid'] },
    {
      name: 'a reference of another partner',
      given: { paidLines: [paid({ partner: 'P-002' })] },
      codes: ['duplicate-reference'],
    },
    {
      name: 'a reference of another date',
      given: { paidLines: [paid({ paidOn: day('2026-05-09') })] },
      codes: ['duplicate-reference'],
    },
    {
      name: 'a reference of another currency',
      given: { paidLines: [paid({ amount: money('1 EUR') })] },
      codes: ['duplicate-reference'],
    },
    {
      name: 'a known reference in other case and spacing',
      given: { reference: ' pay-1 ', paidLines: [paid({ partner: 'P-002' })] },
      codes: ['duplicate-reference'],
    },
    {
      name: 'everything wrong at once, in the order of the codes',
      given: {
        line: line({ status: 'On hold', holdReason: 'disputed' }),
        paidOn: '2026-05-11',
        paidLines: [paid({ partner: 'P-002' })],
      },
      codes: ['invalid', 'on-hold', 'duplicate-reference'],
    },
  ];
  test.each(cases)('$name', ({ given, codes }) => {
    expect(codesOf(pay(given))).toEqual(codes);
  });
});

describe('preparePaymentRun', () => {
  const lines: readonly CommissionLine[] = [
    line({ id: 'C-0010', partner: 'P-002' }),
    line({ id: 'C-0002', amount: money('30 USD') }),
    line({ id: 'C-0001' }),
    adjustment('C-0003', '-20 USD'),
    line({ id: 'C-0004', amount: money('7 EUR') }),
    line({ id: 'C-0005', status: 'Scheduled', dueOn: day('2026-05-11') }),
    line({ id: 'C-0006', status: 'On hold', holdReason: 'disputed' }),
    line({ id: 'C-0007', status: 'Awaiting cash', dueOn: null }),
    paid({ id: 'C-0008' }),
    adjustment('C-0011', '-5 USD', { partner: 'P-003' }),
  ];
  const shown = (asOf: string) =>
    preparePaymentRun(lines, day(asOf)).groups.map(({ partner, currency, due, net, pays, held }) => ({
      of: `${partner} ${currency}`,
      due: due.map(({ id }) => id).join(' '),
      net: net.minor,
      pays,
      held: held.map((each) => `${each.line.id} ${each.reason}`).join(),
    }));

  test('nets each partner and currency by itself and lists what is held', () => {
    expect(shown('2026-05-10')).toEqual([
      { of: 'P-001 EUR', due: 'C-0004', net: 700, pays: true, held: '' },
      { of: 'P-001 USD', due: 'C-0001 C-0002 C-0003', net: 11_000, pays: true, held: 'C-0006 disputed' },
      { of: 'P-002 USD', due: 'C-0010', net: 10_000, pays: true, held: '' },
      { of: 'P-003 USD', due: 'C-0011', net: -500, pays: false, held: '' },
    ]);
  });
  test('counts what is due by the day asked for', () => {
    expect(shown('2026-05-11').find(({ of }) => of === 'P-001 USD')?.due).toBe('C-0001 C-0002 C-0003 C-0005');
  });
  test('is empty where nothing is due or held', () => {
    expect(preparePaymentRun([paid()], TODAY)).toEqual({ asOf: TODAY, groups: [] });
  });
});

describe('checkFrozen', () => {
  const before = signed('2026-02-01');
  const changes: readonly { name: string; after: typeof before; fields: readonly string[] }[] = [
    { name: 'another amount', after: signed('2026-02-01', { gross: '5 USD' }), fields: [] },
    { name: 'another currency', after: signed('2026-02-01', { gross: '5 EUR' }), fields: ['currency'] },
    { name: 'no revenue any more', after: signed('2026-02-01', { gross: null }), fields: ['currency'] },
    { name: 'another lead', after: signed('2026-02-01', { lead: 'L-0002' }), fields: ['lead'] },
    {
      name: 'both',
      after: signed('2026-02-01', { gross: '5 EUR', lead: 'L-0002' }),
      fields: ['currency', 'lead'],
    },
  ];
  test.each(changes)('after payment, $name is refused for $fields', ({ after, fields }) => {
    const issues = checkFrozen(before, after, [paid()]);
    expect(issues.map(({ field }) => field)).toEqual(fields);
    expect(issues.every(({ code }) => code === 'frozen')).toBe(true);
  });
  test('before payment, and for a deal that was not paid, everything may change', () => {
    const after = signed('2026-02-01', { gross: '5 EUR', lead: 'L-0002' });
    expect(checkFrozen(before, after, [line()])).toEqual([]);
    expect(checkFrozen(before, after, [paid({ deal: 'D-0002' })])).toEqual([]);
  });
});
