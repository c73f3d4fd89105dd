import { describe, expect, test } from 'vitest';
import { assembleFinance } from '../../../src/registry/rows/assemble-finance.ts';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  KIM,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  SAM,
  sign,
} from '../support/office.ts';
import { problemsOf, type TestDoor } from '../support/test-door.ts';

/** What a command answers besides its ID. */
function answerOf(door: TestDoor, command: string, input: object, as = FAY): Record<string, unknown> {
  const answer = door.run(as, command, { ...input });
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return { ...answer.done.value };
}

function linesOf({ records }: TestDoor) {
  return records.list('commissions').map(({ id, line }) => ({
    id,
    status: line.status,
    amount: line.amount.minor,
    base: line.base.minor,
    reference: line.status === 'Paid' ? line.reference : '',
  }));
}

/** Acme has 10,000.00 and 5,000.00 USD due, Borealis 1,000 JPY; Wednesday, 2026-02-04. */
function openDue(): TestDoor {
  const door = openProgramme();
  registerEarning(door);
  earn(door, { customer: 'Initech', website: 'initech.example' }, { gross: '50000' });
  const yen = { customer: 'Hooli', website: 'hooli.example', partner: 'P-002' };
  earn(door, yen, { currency: 'JPY', gross: '10000' });
  door.moveTo('2026-02-04T09:00');
  return door;
}

function earn(door: TestDoor, lead: object, deal: object): void {
  const id = registerActive(door, { ...lead });
  introduce(door, id);
  const signed = sign(door, id, { ...deal });
  door.must(FAY, 'recordReceipt', {
    deal: signed,
    receivedOn: door.today,
    amount: '1',
    reference: `CASH ${signed}`,
  });
}

const RUN = { asOf: '2026-02-04', paidOn: '2026-02-04', reference: 'RUN-1' };

describe('a payment run', () => {
  test('pays everything due in one plan, each partner and currency under a reference of its own', () => {
    const door = openDue();
    const answer = door.run(FAY, 'payRun', { ...RUN });
    expect(answer).toMatchObject({ ok: true, done: { ids: ['C-0001', 'C-0002', 'C-0003'] } });
    expect(linesOf(door).map(({ status, reference }) => `${status} ${reference}`)).toEqual([
      'Paid RUN-1-P-001-USD',
      'Paid RUN-1-P-001-USD',
      'Paid RUN-1-P-002-JPY',
    ]);
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      paidOn: '2026-02-04',
      run: { reference: 'RUN-1', preparedBy: FAY, confirmedBy: FAY },
    });
    expect(door.get('leads', 'L-0001').view.commissionStatus).toBe('Paid');
  });

  test('of one payment goes by the reference as it was given', () => {
    const door = openDue();
    door.must(FAY, 'payRun', { ...RUN, partners: ['Borealis Partners'] });
    expect(door.get('commissions', 'C-0003').line).toMatchObject({ reference: 'RUN-1' });
    expect(door.get('commissions', 'C-0001').line.status).toBe('Scheduled');
  });

  test('done again pays nothing twice', () => {
    const door = openDue();
    door.must(FAY, 'payRun', { ...RUN });
    expect(problemsOf(door.run(FAY, 'payRun', { ...RUN }))).toEqual(['duplicate-reference reference']);
    expect(problemsOf(door.run(FAY, 'payRun', { ...RUN, reference: 'RUN-2' }))).toEqual([
      'illegal-state asOf',
    ]);
  });

  test('nets what the partner owes back, and carries on what comes to nothing', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    const credit = { deal: 'D-0001', creditedOn: '2026-02-04', reason: 'Refund' };
    door.must(FAY, 'creditDeal', { ...credit, amount: '20000' });
    expect(answerOf(door, 'payRun', { ...RUN, partners: ['P-001'] })).toMatchObject({
      payments: [{ net: '3000.00', lines: ['C-0002', 'C-0004'] }],
    });
    door.must(FAY, 'creditDeal', { ...credit, amount: '10000' });
    expect(answerOf(door, 'payRun', { ...RUN, reference: 'RUN-2' })).toMatchObject({
      payments: [{ partner: 'P-002' }],
      carried: [{ partner: 'P-001', net: '-1000.00', lines: ['C-0005'] }],
    });
    expect(door.get('commissions', 'C-0005').line.status).toBe('Due');
  });

  test('leaves alone what is on hold and says why, and what is less than the minimum payout', () => {
    const door = openDue();
    door.must(HEAD, 'updateSettings', { 'Minimum payout': '100, JPY 1001' });
    door.must(FAY, 'holdCommission', { commission: 'C-0002', reason: 'A question' });
    expect(answerOf(door, 'payRun', RUN)).toMatchObject({
      payments: [{ partner: 'P-001', net: '10000.00' }],
      carried: [{ partner: 'P-002', reason: 'Less than the minimum payout of 1001 JPY.' }],
      held: [{ commission: 'C-0002', amount: '5000.00', reason: 'A question' }],
    });
  });

  test('leaves out lines and partners, but never what the partner owes back', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', {
      deal: 'D-0001',
      amount: '10',
      creditedOn: '2026-02-04',
      reason: 'Refund',
    });
    expect(problemsOf(door.run(FAY, 'payRun', { ...RUN, exclude: ['C-0004', 'Nobody'] }))).toEqual([
      'not-found exclude',
      'invalid exclude',
    ]);
    expect(problemsOf(door.run(FAY, 'payRun', { ...RUN, exclude: ['c-0002', 'borealis partners'] }))).toEqual(
      ['illegal-state asOf'],
    );
    expect(answerOf(door, 'payRun', { ...RUN, exclude: ['Acme Consulting'] })).toMatchObject({
      payments: [{ partner: 'P-002' }],
    });
  });

  test('tells each partner what it was paid, with its statement of the month', () => {
    const door = openDue();
    door.must(FAY, 'holdCommission', { commission: 'C-0002', reason: 'A question' });
    door.must(FAY, 'payRun', { ...RUN });
    const mails = door.records.list('outbox').filter(({ kind }) => kind === 'remittance');
    expect(mails.map(({ to, subject }) => `${to.join()}: ${subject}`)).toEqual([
      `${KIM}: Payment of USD 10,000.00 on 2026-02-04`,
      'lee@borealis.example: Payment of JPY 1,000 on 2026-02-04',
    ]);
    const [acme] = mails;
    expect(acme?.body).toContain('Reference RUN-1-P-001-USD: USD 10,000.00');
    expect(acme?.body).toMatch(/C-0002, .+: USD 5,000.00 is on hold: A question/);
    expect(acme?.body).toContain(
      [
        'Balance in USD | Amount',
        'Opening | USD 15,000.00',
        'New | USD 0.00',
        'Adjustments | USD 0.00',
        'Paid | USD 10,000.00',
        'Closing | USD 5,000.00',
      ].join('\n'),
    );
    expect(acme?.body).not.toContain('JPY');
  });

  test('tells since when what is left out has been due', () => {
    const door = openDue();
    door.must(FAY, 'payRun', { ...RUN, partners: ['P-001'], exclude: ['C-0002'] });
    const mail = door.records.list('outbox').find(({ kind }) => kind === 'remittance');
    expect(mail?.body).toMatch(/C-0002.*Due since 2026-02-04.*5,000\.00/);
  });

  test('is prepared by one person of finance and confirmed by another', () => {
    const door = openDue();
    expect(problemsOf(door.run(FAY, 'payRun', { ...RUN, preparedBy: SAM }))).toEqual(['invalid preparedBy']);
    door.must(HEAD, 'payRun', { ...RUN, preparedBy: FAY });
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      run: { preparedBy: FAY, confirmedBy: HEAD },
    });
  });

  test('is exported as a file in which no text is a formula and every amount is exact', () => {
    const door = openDue();
    door.must(ANA, 'updateLead', { lead: 'L-0001', customer: '=Globex "GmbH"' });
    door.must(FAY, 'payRun', { ...RUN });
    const { name, lines, csv } = answerOf(door, 'exportPayments', { reference: 'run-1' });
    expect([name, lines]).toEqual(['Payments run-1.csv', 3]);
    const rows = String(csv).split('\r\n');
    expect(rows[0]?.startsWith('\uFEFF"Payment reference","Run","Paid on"')).toBe(true);
    expect(rows[1]).toContain('"RUN-1-P-001-USD","RUN-1",2026-02-04,"P-001","Acme Consulting","C-0001"');
    expect(rows[1]).toContain(`"'=Globex ""GmbH""","USD",10000.00,1000000,2,100000.00,0.1,2026-02-04`);
    expect(rows[3]).toContain('"JPY",1000,1000,0');
    expect(rows[4]).toBe('');
  });
});

describe('a voided payment', () => {
  test('is taken back by new lines, and the amount is owed again', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    const before = door.get('commissions', 'C-0001');
    door.must(FAY, 'voidPayment', { commission: 'C-0001', reason: 'Returned by the bank' });
    expect(door.get('commissions', 'C-0001')).toEqual(before);
    expect(linesOf(door).filter(({ id }) => ['C-0001', 'C-0004', 'C-0005'].includes(id))).toEqual([
      { id: 'C-0001', status: 'Paid', amount: 1_000_000, base: 10_000_000, reference: 'PAY 1' },
      { id: 'C-0004', status: 'Paid', amount: -1_000_000, base: -10_000_000, reference: 'VOID C-0001 PAY 1' },
      { id: 'C-0005', status: 'Due', amount: 1_000_000, base: 10_000_000, reference: '' },
    ]);
    expect(door.get('leads', 'L-0001').view).toMatchObject({
      commissionStatus: 'Due',
      commission: '10000.00',
    });
    const month = answerOf(door, 'makeStatement', { partner: 'P-001', month: '2026-02' });
    expect(month.currencies).toMatchObject([
      { opening: '15000.00', new: '0.00', adjustments: '0.00', paid: '0.00', closing: '15000.00' },
    ]);
    expect(problemsOf(door.run(FAY, 'voidPayment', { commission: 'C-0001', reason: 'Again' }))).toEqual([
      'illegal-state commission',
    ]);
    door.must(FAY, 'recordPayment', { commission: 'C-0005', paidOn: '2026-02-04', reference: 'PAY 2' });
    door.must(FAY, 'voidPayment', { commission: 'C-0005', reason: 'Returned once more' });
    expect(door.get('leads', 'L-0001').view.commissionStatus).toBe('Due');
  });

  test('takes along what it netted as far as the rest would be below zero', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', {
      deal: 'D-0001',
      amount: '100',
      creditedOn: '2026-02-04',
      reason: 'Refund',
    });
    door.must(FAY, 'recordPayment', { commission: 'C-0002', paidOn: '2026-02-04', reference: 'PAY 2' });
    expect(problemsOf(door.run(FAY, 'voidPayment', { commission: 'C-0004', reason: 'x' }))).toEqual([
      'illegal-state commission',
    ]);
    door.must(FAY, 'voidPayment', { commission: 'C-0002', reason: 'Returned' });
    const open = linesOf(door).filter(({ status }) => status === 'Due');
    expect(open.map(({ amount }) => amount)).toEqual([500_000, -1_000]);
    expect(answerOf(door, 'payRun', { ...RUN, partners: ['P-001'] })).toMatchObject({
      payments: [{ net: '4990.00' }],
    });
  });
});

describe('a voided receipt', () => {
  test('stays, is taken back by a line of its own, and no longer starts the clock', () => {
    const door = openProgramme();
    registerEarning(door);
    door.moveTo('2026-01-08T09:00');
    const later = { deal: 'D-0001', receivedOn: '2026-01-08', amount: '7', reference: 'SECOND' };
    door.must(FAY, 'recordReceipt', later);
    expect(door.get('commissions', 'C-0001').line.dueOn).toBe('2026-02-04');
    expect(door.must(FAY, 'voidReceipt', { receipt: 'R-0001', reason: 'Another customer' })).toBe('R-0003');
    expect(door.get('receipts', 'R-0001').receipt.amount.minor).toBe(50_000);
    expect(door.get('receipts', 'R-0003').receipt).toMatchObject({
      amount: { minor: -50_000 },
      voids: { receipt: 'R-0001', reason: 'Another customer', by: FAY },
    });
    expect(door.get('commissions', 'C-0001').line.dueOn).toBe('2026-02-07');
    door.must(FAY, 'voidReceipt', { receipt: 'R-0002', reason: 'Also wrong' });
    expect(door.get('commissions', 'C-0001').line).toMatchObject({ status: 'Awaiting cash', dueOn: null });
    for (const receipt of ['R-0001', 'R-0003']) {
      const again = door.run(FAY, 'voidReceipt', { receipt, reason: 'Again' });
      expect(problemsOf(again)).toEqual(['illegal-state receipt']);
    }
  });
});

describe('payment details', () => {
  test('that are incomplete hold every payable line, with a reason that the statement shows', () => {
    const door = openDue();
    door.must(FAY, 'setPaymentDetails', { partner: 'P-001', complete: false, note: 'Tax form missing' });
    const reason = 'Payment details of the partner are incomplete: Tax form missing';
    expect(door.get('commissions', 'C-0001').line).toMatchObject({ status: 'On hold', holdReason: reason });
    const statement = answerOf(door, 'makeStatement', { partner: 'P-001', month: '2026-02' });
    expect(statement.currencies).toMatchObject([
      { open: [{ commission: 'C-0001', status: 'On hold', holdReason: reason }, { commission: 'C-0002' }] },
    ]);
    door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
    door.must(FAY, 'setPaymentDetails', { partner: 'P-001', complete: true });
    expect(door.get('commissions', 'C-0001').line).toMatchObject({ holdReason: 'Partner suspended: Audit' });
    door.must(HEAD, 'admitPartner', { partner: 'P-001', contacts: [KIM], manager: ANA });
    expect(door.get('commissions', 'C-0001').line.status).toBe('Due');
    expect(door.get('partners', 'P-001').partner.paymentDetails).toMatchObject({ complete: true, by: FAY });
  });
});

describe('a dispute', () => {
  test('holds the line until somebody other than who approved the lead has decided', () => {
    const door = openProgramme();
    const lead = register(door);
    door.must(ANA, 'approveLead', { lead, salesOwner: SAM });
    door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'finance', active: true });
    introduce(door, lead);
    sign(door, lead);
    door.must(FAY, 'openDispute', { commission: 'C-0001', claim: 'Twice as much was sold' });
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      status: 'On hold',
      holdReason: 'Disputed by the partner: Twice as much was sold',
    });
    const decision = { commission: 'C-0001', outcome: 'rejected', reason: 'The contract says so' };
    expect(problemsOf(door.run(ANA, 'decideDispute', decision))).toEqual(['not-allowed']);
    expect(problemsOf(door.run(FAY, 'openDispute', { commission: 'C-0001', claim: 'x' }))).toEqual([
      'illegal-state commission',
    ]);
    door.must(FAY, 'decideDispute', decision);
    expect(door.get('commissions', 'C-0001').line).toMatchObject({
      status: 'Awaiting cash',
      disputes: [{ claim: 'Twice as much was sold', decision: { outcome: 'rejected', by: FAY } }],
    });
    expect(problemsOf(door.run(FAY, 'decideDispute', decision))).toEqual(['illegal-state commission']);
    expect(problemsOf(door.run(BO, 'openDispute', { commission: 'C-0001', claim: 'x' }))).toEqual([
      'not-allowed',
    ]);
  });
});

describe('a dispute of a line whose payment is voided', () => {
  test('holds the amount that is owed again, and one decision ends it for both lines', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: door.today, reference: 'PAY' });
    door.must(FAY, 'openDispute', { commission: 'C-0001', claim: 'Twice as much was sold' });
    expect(door.get('commissions', 'C-0001').line.status).toBe('Paid');
    door.must(FAY, 'voidPayment', { commission: 'C-0001', reason: 'Returned by the bank' });
    const again = door.records.list('commissions').find(({ line }) => line.voiding?.as === 'owed again');
    expect(again?.line).toMatchObject({
      status: 'On hold',
      holdReason: 'Disputed by the partner: Twice as much was sold',
    });
    door.must(FAY, 'decideDispute', { commission: again?.id, outcome: 'rejected', reason: 'It was not' });
    expect(door.get('commissions', again?.id ?? '').line.status).toBe('Due');
    expect(door.get('commissions', 'C-0001').line.disputes).toMatchObject([
      { decision: { outcome: 'rejected', by: FAY } },
    ]);
  });
});

describe('the bank’s list', () => {
  const ROWS = [
    { 'Deal ID': 'd-0001', 'Received on': '2026-02-03', Amount: '250.00', Reference: 'B-1', Bank: 'First' },
    { deal: 'Second contract', receivedOn: '2026-02-03', amount: '90', reference: 'B-2', currency: 'usd' },
    { deal: 'D-0001', receivedOn: '2026-01-05', amount: '500.00', reference: 'receipt  d-0001' },
  ];
  const BAD = [
    { deal: 'D-0099', receivedOn: '2026-02-03', amount: '1', reference: 'X' },
    { deal: 'D-0001', receivedOn: '03.02.2026', amount: '1.234,56', reference: '' },
    { deal: 'D-0001', receivedOn: '2026-02-05', amount: '-5', reference: 'X' },
    { deal: 'D-0001', receivedOn: '2026-01-04', amount: '0', reference: 'X' },
    { deal: 'D-0001', receivedOn: '2026-02-03', amount: '1', reference: 'X', currency: 'EUR' },
    { deal: 'D-0001', receivedOn: '2026-02-03', amount: '1', reference: 'X', currency: 'XYZ' },
    { deal: 'D-0001', receivedOn: '2026-02-03', amount: '1', reference: 'RECEIPT D-0001' },
    'nothing',
  ];
  const open = () => {
    const door = openDue();
    door.must(FAY, 'recordReceipt', {
      deal: 'D-0002',
      receivedOn: '2026-02-01',
      amount: '1',
      reference: 'EARLIER',
    });
    door.must(HEAD, 'updateDeal', { deal: 'D-0002', name: 'Second contract' });
    return door;
  };

  test('is loaded once, however often it is sent', () => {
    const door = open();
    const dry = answerOf(door, 'importReceipts', { rows: ROWS, dryRun: true });
    expect(dry).toMatchObject({ counts: { matched: 2, 'already there': 1, unknown: 0, malformed: 0 } });
    expect(door.records.list('receipts')).toHaveLength(4);
    const first = door.run(FAY, 'importReceipts', { rows: ROWS });
    expect(first).toMatchObject({ ok: true, done: { ids: ['R-0005', 'R-0006'] } });
    const again = answerOf(door, 'importReceipts', { rows: ROWS, dryRun: false });
    expect(again).toMatchObject({ counts: { matched: 0, 'already there': 3 } });
    expect(door.records.list('receipts')).toHaveLength(6);
    door.must(FAY, 'voidReceipt', { receipt: 'R-0005', reason: 'Not ours' });
    expect(answerOf(door, 'importReceipts', { rows: ROWS, dryRun: 'yes' })).toMatchObject({
      counts: { 'already there': 3 },
      rows: [{ message: 'R-0005 says the same; it was voided.' }, {}, {}],
    });
  });

  test('is refused as a whole with every problem and its row', () => {
    const door = open();
    const answer = door.run(FAY, 'importReceipts', { rows: [...ROWS, ...BAD] });
    expect(problemsOf(answer)).toEqual([
      'not-found rows.3.Deal ID',
      'required rows.4.Reference',
      'required rows.10.Deal ID',
      'required rows.10.Received on',
      'required rows.10.Amount',
      'required rows.10.Reference',
      'invalid rows.4.Received on',
      'invalid rows.4.Amount',
      'invalid rows.5.Received on',
      'invalid rows.6.Received on',
      'invalid rows.6.Amount',
      'invalid rows.7.Currency',
      'invalid rows.8.Currency',
      'duplicate-reference rows.9.Reference',
      'duplicate-reference rows.9.Reference',
    ]);
    expect(door.records.list('receipts')).toHaveLength(4);
    const dry = answerOf(door, 'importReceipts', { rows: [...ROWS, ...BAD], dryRun: true });
    expect(dry).toMatchObject({ counts: { matched: 2, 'already there': 1, unknown: 1, malformed: 7 } });
  });

  test('of a hundred thousand rows is looked over as a whole, each problem with its row, and nothing of it is recorded', () => {
    const door = open();
    const bad = new Map<number, object>([
      [17, { ...ROWS[0], Amount: '1.234,50' }],
      [99_999, { ...ROWS[0], 'Deal ID': 'D-9999' }],
    ]);
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => bad.get(i) ?? { ...ROWS[0], Reference: `BANK ${i}` },
    );
    const dry = answerOf(door, 'importReceipts', { rows, dryRun: true });
    expect(dry).toMatchObject({ counts: { matched: 99_998, unknown: 1, malformed: 1 } });
    expect(dry).toMatchObject({ rows: { 17: { row: 18, message: expect.stringContaining('1.234,50') } } });
    expect(problemsOf(door.run(FAY, 'importReceipts', { rows: rows.slice(0, 10_001) }))).toEqual([
      'invalid rows',
      'invalid rows.17.Amount',
    ]);
    expect(door.records.list('receipts')).toHaveLength(4);
  });

  test('of more rows than can be looked over is refused at once', () => {
    const rows = Array.from({ length: 200_001 }, () => ROWS[0]);
    expect(problemsOf(open().run(FAY, 'importReceipts', { rows }))).toEqual(['invalid rows']);
    expect(problemsOf(open().run(FAY, 'importReceipts', { rows, dryRun: true }))).toEqual(['invalid rows']);
  });
});

describe('a statement', () => {
  test('lists each movement in the month in which it was recorded, with what it is of', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-01-31', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', {
      deal: 'D-0002',
      amount: '10',
      creditedOn: '2026-01-09',
      reason: 'Refund',
    });
    expect(answerOf(door, 'makeStatement', { partner: 'Acme Consulting', month: '2026-01' })).toMatchObject({
      isOver: true,
      currencies: [
        {
          currency: 'USD',
          opening: '0.00',
          new: '15000.00',
          adjustments: '0.00',
          paid: '0.00',
          closing: '15000.00',
          lines: [
            {
              date: '2026-01-05',
              kind: 'new',
              commission: 'C-0001',
              customer: 'Globex GmbH',
              deal: 'D-0001',
              base: '100000.00',
              rate: '0.1',
              amount: '10000.00',
            },
            { commission: 'C-0002' },
          ],
        },
      ],
    });
    expect(answerOf(door, 'makeStatement', { partner: 'P-001', month: '2026-02' })).toMatchObject({
      isOver: false,
      currencies: [
        {
          opening: '15000.00',
          adjustments: '-1.00',
          paid: '10000.00',
          closing: '4999.00',
          lines: [
            { kind: 'payment', commission: 'C-0001', paidOn: '2026-01-31', reference: 'PAY 1' },
            { kind: 'adjustment', commission: 'C-0002', base: '-10.00', amount: '-1.00' },
          ],
        },
      ],
    });
  });
});

describe('an explanation', () => {
  test('has everything that the line follows from, each with person and journal entry', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(HEAD, 'updateDeal', { deal: 'D-0001', gross: '123456.75' });
    door.moveTo('2026-02-04T09:00');
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    const told = answerOf(door, 'explainCommission', { commission: 'C-0001' }, SAM);
    const entryOf = (command: string) => door.journal.find((entry) => entry.command === command)?.entry;
    expect(told).toMatchObject({
      commission: 'C-0001',
      customer: 'Globex GmbH',
      amount: '12345.68',
      status: 'Paid',
      due: { firstReceiptOn: '2026-01-05', receipt: 'R-0001', paymentDays: 30, dueOn: '2026-02-04' },
      request: {
        lead: 'L-0001',
        conflictCheck: 'clear',
        recorded: { entry: entryOf('registerLead'), by: HEAD },
        approval: { approvedBy: HEAD, recorded: { entry: entryOf('approveLead') } },
      },
      introductions: [{ contact: 'Hanna Voss', confirmation: 'confirmed', by: HEAD, on: '2026-01-05' }],
      deal: { signedOn: '2026-01-05', recorded: { entry: entryOf('enterDeal') } },
      receipts: [{ receipt: 'R-0001', amount: '500.00', isVoided: false }],
      arithmetic: {
        gross: '123456.75',
        exact: '12345.675',
        sentence: '10 % of 123,456.75 USD is 12,345.675, rounded once, half away from zero: 12,345.68 USD.',
      },
      lines: [
        { paidOn: '2026-02-04', reference: 'PAY 1', paid: { entry: entryOf('recordPayment'), by: FAY } },
      ],
    });
    expect((told.conditions as { answer: string }[]).map(({ answer }) => answer)).toEqual(
      Array.from({ length: 5 }, () => 'yes'),
    );
    const trail = told.trail as {
      title: string;
      changes: { field: string; before: string; after: string }[];
    }[];
    expect(trail.map(({ title }) => title)).toEqual([
      'Request registered on the partner’s behalf',
      'Approved',
      'Introduction recorded',
      'Introduction confirmed or refused',
      'Deal entered',
      'Cash received',
      'Deal changed',
      'Paid',
    ]);
    expect(trail[6]?.changes).toContainEqual({
      record: 'D-0001',
      field: 'Gross',
      before: '100000.00',
      after: '123456.75',
    });
  });

  test('says of an adjustment what the deal earns from then on, with its rounding, and what there was before', () => {
    const door = openProgramme();
    registerEarning(door);
    door.must(HEAD, 'updateDeal', { deal: 'D-0001', gross: '123456.75' });
    door.moveTo('2026-02-04T09:00');
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-02-04', reference: 'PAY 1' });
    door.must(FAY, 'creditDeal', {
      deal: 'D-0001',
      amount: '456.70',
      creditedOn: '2026-02-04',
      reason: 'Refund',
    });
    const told = answerOf(door, 'explainCommission', { commission: 'C-0002' }, FAY);
    // 10 % of 123,456.75 - 456.70 = 123,000.05.
    expect(told.arithmetic).toMatchObject({
      sentence:
        '10 % of 123,000.05 USD is 12,300.005, rounded once, half away from zero: 12,300.01 USD from then on. Its lines before came to 12,345.68 USD: the difference is -45.67 USD.',
    });
  });
});

describe('the totals', () => {
  /** The Finance tab as people read it: currency, partner, month, and the columns named. */
  function readFinance(door: TestDoor, ...headers: readonly string[]): readonly string[] {
    const [names = [], ...rows] = assembleFinance(door.records, door.today);
    const wanted = ['Currency', 'Referral partner', 'Month', ...headers].map((name) => names.indexOf(name));
    return rows.map((row) => wanted.map((i) => row[i] ?? '').join(' | '));
  }

  test('are of each currency by itself: all, by partner, by month, and then by month and partner', () => {
    const door = openDue();
    door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn: '2026-01-31', reference: 'PAY 1' });
    door.moveTo('2026-03-10T09:00');
    expect(readFinance(door, 'Lines', 'Due', 'Paid', 'Open', 'Due 31–60 days')).toEqual([
      'JPY | All partners | All months | 1 | 1000 | 0 | 1000 | 1000',
      'JPY | Borealis Partners | All months | 1 | 1000 | 0 | 1000 | 1000',
      'JPY | All partners | 2026-02 | 1 | 1000 | 0 | 1000 | 1000',
      'USD | All partners | All months | 2 | 5000.00 | 10000.00 | 5000.00 | 5000.00',
      'USD | Acme Consulting | All months | 2 | 5000.00 | 10000.00 | 5000.00 | 5000.00',
      'USD | All partners | 2026-01 | 1 | 0.00 | 10000.00 | 0.00 | 0.00',
      'USD | All partners | 2026-02 | 1 | 5000.00 | 0.00 | 5000.00 | 5000.00',
      'USD | Acme Consulting | 2026-01 | 1 | 0.00 | 10000.00 | 0.00 | 0.00',
      'USD | Acme Consulting | 2026-02 | 1 | 5000.00 | 0.00 | 5000.00 | 5000.00',
      'JPY | Borealis Partners | 2026-02 | 1 | 1000 | 0 | 1000 | 1000',
    ]);
  });

  test('are converted at the latest rate of the day or before, and not at all without one', () => {
    const door = openDue();
    door.must(HEAD, 'updateSettings', { 'Reporting currency': 'USD' });
    door.must(FAY, 'recordRate', { currency: 'JPY', on: '2026-02-01', rate: '0.0066' });
    const headers = ['Open in reporting currency', 'Rate'];
    expect(readFinance(door, ...headers)[0]).toBe('JPY | All partners | All months | 6.60 | 0.0066');
    door.must(FAY, 'recordRate', { currency: 'JPY', on: '2026-02-01', rate: '0.0065' });
    expect(door.records.list('rates')).toHaveLength(1);
    expect(readFinance(door, ...headers)[0]).toBe('JPY | All partners | All months | 6.50 | 0.0065');
    door.must(HEAD, 'updateSettings', { 'Reporting currency': 'EUR' });
    expect(readFinance(door, ...headers)[0]).toBe('JPY | All partners | All months |  | ');
  });

  test('and what is expected of open deals and unpaid receipts are forecast by month', () => {
    const door = openDue();
    const lead = registerActive(door, { customer: 'Umbrella', website: 'umbrella.example' });
    const open = { lead, kind: 'SaaS licence', status: 'Open', currency: 'USD', gross: '1000' };
    door.must(HEAD, 'enterDeal', open);
    const other = registerActive(door, { customer: 'Tyrell', website: 'tyrell.example' });
    introduce(door, other);
    sign(door, other, { gross: '300' });
    expect(answerOf(door, 'forecastCommissions', {})).toMatchObject({
      asOf: '2026-02-04',
      currencies: [
        { currency: 'JPY', accrued: '1000' },
        { currency: 'USD', accrued: '15030.00' },
      ],
      months: [
        { month: '2026-02', currency: 'JPY', due: '1000' },
        { month: '2026-02', currency: 'USD', due: '15000.00', awaitingCash: '0.00' },
        { month: '2026-03', currency: 'USD', awaitingCash: '30.00' },
        { month: '2027-03', currency: 'USD', openDeals: '100.00' },
      ],
      openDeals: [{ deal: 'D-0004', amount: '100.00', signedBy: '2027-02-04' }],
    });
  });
});
