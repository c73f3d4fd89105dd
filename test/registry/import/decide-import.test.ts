import { describe, expect, test } from 'vitest';
import { decideImport, type ImportDecision } from '../../../src/registry/import/decide-import.ts';
import type { RecordTypes } from '../../../src/registry/records.ts';
import { HEAD, introduce, openOffice, openProgramme, registerActive, sign } from '../support/office.ts';
import { address, type TestDoor } from '../support/test-door.ts';
import { type Files, rowsOf } from './support/import-files.ts';
import { writeOldRegistry } from './support/old-registry.ts';

const PARTNER = {
  'Referral partner': 'Acme Consulting',
  Contacts: 'kim@acme.example',
  'Alliance manager': 'ana@one.example',
  'Joined on': '2023-02-01',
};
const LEAD = {
  'Lead reference': 'X1',
  'Referral partner': 'Acme Consulting',
  Customer: 'Globex GmbH',
  Website: 'globex.example',
  'Registered at': '2024-03-01',
  'Lead status': 'Converted',
  'Approved on': '2024-03-04',
  'Sales account owner': 'sam@one.example',
};
const INTRODUCTION = {
  Lead: 'X1',
  Contact: 'Jo Doe',
  Title: 'CFO',
  'E-mail': 'jo@globex.example',
  Relation: 'employed',
  'Decision maker': 'yes',
  'Introduced on': '2024-03-10',
  'Confirmed on': '2024-03-12',
};
const DEAL = {
  'Deal reference': 'D-77',
  Lead: 'X1',
  Kind: 'SaaS licence',
  'Deal status': 'Signed',
  'Signed on': '2024-06-01',
  Currency: 'USD',
  Gross: '1000.00',
};
const RECEIPT = { Deal: 'D-77', 'Received on': '2024-07-01', Amount: '500.00', Reference: 'BANK-1' };
const PAYMENT = { Deal: 'D-77', 'Paid on': '2024-08-01', 'Payment reference': 'PAY-1', Amount: '100.00' };
const COURSE: Files = {
  partners: [PARTNER],
  leads: [LEAD],
  introductions: [INTRODUCTION],
  deals: [DEAL],
  receipts: [RECEIPT],
  payments: [PAYMENT],
};

function decide(files: Files, door: TestDoor = openOffice()): ImportDecision {
  return decideImport(door.records, rowsOf(files), { now: door.now, importer: address(HEAD) });
}

/** Every problem as `file:row column`, with what is said of it. */
function problemsOf({ rows }: ImportDecision): readonly (readonly [string, string])[] {
  return rows.flatMap(({ place, problems }) =>
    problems.map(({ column, message }) => [`${place.kind}:${place.row} ${column}`.trim(), message] as const),
  );
}

function recordsOf<K extends keyof RecordTypes>(
  decision: ImportDecision,
  kind: K,
): readonly RecordTypes[K][] {
  return decision.units.flatMap(({ changes }) =>
    changes.filter((change) => change.kind === kind).map(({ after }) => after as RecordTypes[K]),
  );
}

describe('a lead with its whole history', () => {
  test('is added with the days on which things happened, and becomes what they make of it', () => {
    const decision = decide(COURSE);
    expect(problemsOf(decision)).toEqual([]);
    expect(decision.rows.map(({ verdict }) => verdict)).toEqual(Array.from({ length: 6 }, () => 'added'));
    const [lead] = recordsOf(decision, 'leads');
    expect(lead?.registration).toMatchObject({
      status: 'Converted',
      approval: { approvedOn: '2024-03-04', activeUntil: '2025-03-04', salesOwner: 'sam@one.example' },
    });
    expect(lead?.view).toMatchObject({ eligible: 'yes', commission: '100.00', commissionStatus: 'Paid' });
    const [commission] = recordsOf(decision, 'commissions');
    expect(commission?.line).toMatchObject({
      status: 'Paid',
      paidOn: '2024-08-01',
      reference: 'PAY-1',
      dueOn: '2024-07-31',
      amount: { minor: 10_000, currency: 'USD' },
    });
    expect(commission?.line.movements?.map(({ on, kind }) => [on, kind])).toEqual([
      ['2024-06-01', 'new'],
      ['2024-08-01', 'payment'],
    ]);
  });

  test('sends nobody any mail', () => {
    expect(recordsOf(decide(COURSE), 'outbox')).toEqual([]);
  });
});

describe('a row is refused with where and why', () => {
  const cases: readonly {
    readonly name: string;
    readonly files: Files;
    readonly problem: readonly [string, RegExp];
  }[] = [
    {
      name: 'a partner without a manager of the team',
      files: { ...COURSE, partners: [{ ...PARTNER, 'Alliance manager': 'who@one.example' }] },
      problem: ['partners:2 Alliance manager', /not on the Team tab/],
    },
    {
      name: 'a lead of no partner',
      files: { ...COURSE, leads: [{ ...LEAD, 'Referral partner': 'Nobody' }] },
      problem: ['leads:2 Referral partner', /There is no partner "Nobody"/],
    },
    {
      name: 'a date that is none in the files’ way',
      files: { ...COURSE, receipts: [{ ...RECEIPT, 'Received on': '2024-02-30' }] },
      problem: ['receipts:2 Received on', /must be a date such as 2026-03-31; "2024-02-30" is none/],
    },
    {
      name: 'a window that is not the programme’s',
      files: { ...COURSE, leads: [{ ...LEAD, 'Active until': '2026-03-04' }] },
      problem: ['leads:2 Active until', /it is 2025-03-04/],
    },
    {
      name: 'a conversion without a deal in time',
      files: { ...COURSE, deals: [{ ...DEAL, 'Signed on': '2025-06-01' }], receipts: [], payments: [] },
      problem: ['leads:2 Lead status', /cannot be Converted/],
    },
    {
      name: 'cash before the signing',
      files: { ...COURSE, receipts: [{ ...RECEIPT, 'Received on': '2024-05-01' }] },
      problem: ['receipts:2 Received on', /before deal D-77 was signed on 2024-06-01/],
    },
    {
      name: 'an amount of more decimals than the currency has',
      files: {
        ...COURSE,
        deals: [{ ...DEAL, Gross: '1000', Deductions: '0.5' }],
        receipts: [{ ...RECEIPT, Amount: '1.005' }],
      },
      problem: ['receipts:2 Amount', /USD has 2/],
    },
    {
      name: 'a commission paid before it was due',
      files: { ...COURSE, payments: [{ ...PAYMENT, 'Paid on': '2024-07-15' }] },
      problem: ['payments:2 Deal', /Scheduled/],
    },
    {
      name: 'a commission paid that nothing earned',
      files: { ...COURSE, introductions: [] },
      problem: ['payments:2 Deal', /not|No|only a line that is Due/],
    },
    {
      name: 'another amount than the programme owed',
      files: { ...COURSE, payments: [{ ...PAYMENT, Amount: '120.00' }] },
      problem: ['payments:2 Amount', /By the programme 100.00 USD was owed \(0.1 of 1000.00\), not 120.00/],
    },
    {
      name: 'a deal of a lead that was never approved',
      files: { ...COURSE, leads: [{ ...LEAD, 'Lead status': 'Submitted', 'Approved on': '' }] },
      problem: ['deals:2 Lead', /never approved/],
    },
    {
      name: 'a deal of no lead',
      files: { ...COURSE, deals: [{ ...DEAL, Lead: 'X9' }] },
      problem: ['deals:2 Lead', /There is no lead "X9"/],
    },
    {
      name: 'what belongs to a refused lead',
      files: { ...COURSE, leads: [{ ...LEAD, 'Sales account owner': '' }] },
      problem: ['introductions:2 Lead', /Its lead, row 2 of leads.csv, is refused/],
    },
    {
      name: 'a lead of a refused partner',
      files: { ...COURSE, partners: [{ ...PARTNER, Contacts: 'kim' }] },
      problem: ['leads:2 Referral partner', /Its partner, row 2 of partners.csv, is refused/],
    },
    {
      name: 'the second of two rows of one reference',
      files: { ...COURSE, leads: [LEAD, { ...LEAD, Customer: 'Initech' }] },
      problem: ['leads:3 Lead reference', /row 2 of leads.csv has the same reference/],
    },
  ];
  test.each(cases)('$name', ({ files, problem: [place, why] }) => {
    const found = problemsOf(decide(files)).filter(([where]) => where === place);
    expect(found.map(([, message]) => message).join('\n')).toMatch(why);
  });

  test('every problem of a row at once', () => {
    const wrong = { ...LEAD, 'Approved on': 'May', 'Sales account owner': 'fay@one.example', Customer: '' };
    const columns = problemsOf(decide({ ...COURSE, leads: [wrong] }))
      .map(([place]) => place)
      .filter((place) => place.startsWith('leads:2'));
    expect(columns).toEqual(
      expect.arrayContaining(['leads:2 Approved on', 'leads:2 Sales account owner', 'leads:2 Customer']),
    );
  });

  const { 'Sales account owner': _, ...WITHOUT_OWNER } = LEAD;
  const several: readonly {
    readonly name: string;
    readonly files: Files;
    readonly of: string;
    readonly columns: readonly string[];
  }[] = [
    {
      name: 'a partner with a wrong contact and a manager who is not there',
      files: {
        partners: [{ ...PARTNER, Contacts: 'not-an-address', 'Alliance manager': 'nobody@one.example' }],
      },
      of: 'partners:2',
      columns: ['Contacts', 'Alliance manager'],
    },
    {
      name: 'a partner without a name',
      files: {
        partners: [
          { ...PARTNER, 'Referral partner': '', Contacts: 'x', 'Alliance manager': 'nobody@one.example' },
        ],
      },
      of: 'partners:2',
      columns: ['Referral partner', 'Contacts', 'Alliance manager'],
    },
    {
      name: 'a partner with an address of another',
      files: {
        partners: [
          PARTNER,
          { ...PARTNER, 'Referral partner': 'Beta', 'Alliance manager': 'x', 'Joined on': '2024-02-30' },
        ],
      },
      of: 'partners:3',
      columns: ['Joined on', 'Alliance manager', 'Contacts'],
    },
    {
      name: 'a deal of which nothing can be read',
      files: {
        ...COURSE,
        leads: [{ ...LEAD, 'Lead status': '' }],
        deals: [
          {
            ...DEAL,
            Kind: 'Zzz',
            'Deal status': 'Yyy',
            'Signed on': '2024-06-31',
            Gross: 'abc',
            Currency: 'XXX',
          },
        ],
      },
      of: 'deals:2',
      columns: ['Kind', 'Deal status', 'Signed on', 'Gross', 'Currency'],
    },
    {
      name: 'a deal of a refused lead',
      files: {
        ...COURSE,
        leads: [{ ...LEAD, Customer: '' }],
        deals: [{ ...DEAL, Currency: 'XXX', 'Signed on': '', Gross: '' }],
      },
      of: 'deals:2',
      columns: ['Lead', 'Signed on', 'Gross', 'Currency'],
    },
    {
      name: 'a receipt of a refused deal',
      files: {
        ...COURSE,
        deals: [{ ...DEAL, Kind: 'Zzz' }],
        receipts: [{ ...RECEIPT, 'Received on': '2999-01-01', Reference: '' }],
      },
      of: 'receipts:2',
      columns: ['Deal', 'Received on', 'Reference'],
    },
    {
      name: 'an introduction of a refused lead',
      files: {
        ...COURSE,
        leads: [{ ...LEAD, Customer: '' }],
        introductions: [{ ...INTRODUCTION, 'E-mail': 'jo', Title: '' }],
      },
      of: 'introductions:2',
      columns: ['Lead', 'Title', 'E-mail'],
    },
    {
      name: 'a lead without a column that it needs, by the name of the field',
      files: { ...COURSE, leads: [WITHOUT_OWNER] },
      of: 'leads:2',
      columns: ['salesOwner'],
    },
    {
      name: 'a lead without partner or customer, approved on no day',
      files: {
        ...COURSE,
        leads: [{ ...LEAD, 'Referral partner': '', Customer: '', 'Approved on': '2024-02-30' }],
      },
      of: 'leads:2',
      columns: ['Referral partner', 'Customer', 'Approved on'],
    },
    {
      name: 'a rejected lead without a customer, its reason and day',
      files: {
        ...COURSE,
        leads: [
          {
            'Lead reference': 'X1',
            'Referral partner': 'Acme Consulting',
            Customer: '',
            'Registered at': '2024-03-01',
            'Lead status': 'Rejected',
            Reason: 'because',
            'Note to the partner': 'x'.repeat(9000),
          },
        ],
      },
      of: 'leads:2',
      columns: ['Customer', 'Reason', 'decidedOn', 'Note to the partner'],
    },
  ];
  test.each(several)('with all that is wrong, each once: $name', ({ files, of, columns }) => {
    const found = problemsOf(decide(files))
      .map(([place]) => place)
      .filter((place) => place.startsWith(`${of} `));
    expect(found.sort()).toEqual(columns.map((column) => `${of} ${column}`).sort());
  });

  test('and leaves nothing of itself', () => {
    const decision = decide({ ...COURSE, payments: [{ ...PAYMENT, Amount: '120.00' }] });
    expect(recordsOf(decision, 'commissions').map(({ line }) => line.status)).toEqual(['Due']);
  });
});

test('one payment reference is of one partner, currency and date, whatever leads it is for', () => {
  const again = (rows: readonly { readonly [header: string]: string }[] = []) =>
    rows.map((row) => ({ ...row, Deal: 'D-78', Lead: 'X2' }));
  const decision = decide({
    partners: COURSE.partners ?? [],
    leads: [LEAD, { ...LEAD, 'Lead reference': 'X2', Customer: 'Initech', Website: 'initech.example' }],
    introductions: [INTRODUCTION, { ...INTRODUCTION, Lead: 'X2' }],
    deals: [DEAL, { ...DEAL, 'Deal reference': 'D-78', Lead: 'X2' }],
    receipts: [RECEIPT, ...again(COURSE.receipts)],
    payments: [PAYMENT, ...again(COURSE.payments).map((row) => ({ ...row, 'Paid on': '2024-08-02' }))],
  });
  expect(problemsOf(decision)).toEqual([
    ['payments:3 Payment reference', expect.stringContaining('The reference PAY-1 is known')],
  ]);
});

describe('exclusivity', () => {
  const other = {
    ...LEAD,
    'Lead reference': 'X2',
    'Referral partner': 'Borealis Partners',
    'Lead status': '',
    'Registered at': '2024-11-01',
    'Approved on': '2025-03-04',
  };
  const partners = [
    PARTNER,
    { ...PARTNER, 'Referral partner': 'Borealis Partners', Contacts: 'lee@borealis.example' },
  ];

  test('refuses whom another partner’s window covers on a single day, and says until when', () => {
    const decision = decide({ ...COURSE, partners, leads: [LEAD, other] });
    expect(problemsOf(decision)).toEqual([
      [
        'leads:3 Customer',
        expect.stringMatching(
          /row 2 of leads.csv, from 2024-03-04 to 2025-03-04 \(same domain globex.example\)/,
        ),
      ],
    ]);
  });

  test('lets the next partner have the customer from the day after', () => {
    const next = { ...other, 'Approved on': '2025-03-05' };
    expect(problemsOf(decide({ ...COURSE, partners, leads: [LEAD, next] }))).toEqual([]);
  });

  test('puts what the registry holds first', () => {
    const door = openProgramme();
    const lead = door.must(HEAD, 'registerLead', {
      partner: 'P-002',
      customer: 'Globex',
      website: 'globex.example',
    });
    door.must(HEAD, 'approveLead', { lead, salesOwner: 'sam@one.example' });
    door.moveTo('2026-02-01T09:00');
    const late = { ...LEAD, 'Lead status': '', 'Registered at': '2026-01-02', 'Approved on': '2026-01-03' };
    expect(problemsOf(decide({ leads: [late] }, door))).toEqual([
      ['leads:2 Customer', expect.stringContaining(`${lead}, from 2026-01-05 to 2027-01-05`)],
    ]);
  });

  test('takes a renewal by the same partner for what it is', () => {
    const renewal = {
      ...LEAD,
      'Lead reference': 'X3',
      'Lead status': 'Active',
      'Registered at': '2025-03-01',
      'Approved on': '2025-03-10',
    };
    const decision = decide({ ...COURSE, leads: [LEAD, renewal] });
    expect(problemsOf(decision)).toEqual([]);
    expect(recordsOf(decision, 'leads').map(({ registration }) => registration.previousLead)).toEqual([
      null,
      'L-0001',
    ]);
  });
});

describe('what the registry has already', () => {
  /** A registry with a lead of Acme's, introduction and signed deal of January 2026, looked at in June. */
  function openStanding(): TestDoor {
    const door = openProgramme();
    introduce(door, registerActive(door));
    sign(door, 'L-0001');
    door.moveTo('2026-06-01T09:00');
    return door;
  }
  const receipt = { Deal: 'D-0001', 'Received on': '2026-02-02', Amount: '10', Reference: 'BANK-1' };
  const payment = { Deal: 'd-0001', 'Paid on': '2026-03-10', 'Payment reference': 'PAY-1' };

  function openReceived(reference: string): TestDoor {
    const door = openStanding();
    door.must(HEAD, 'recordReceipt', { deal: 'D-0001', receivedOn: '2026-02-02', amount: '10', reference });
    return door;
  }

  test('takes more of what belongs to it, on its day', () => {
    const decision = decide({ receipts: [receipt], payments: [payment] }, openStanding());
    expect(problemsOf(decision)).toEqual([]);
    const [commission] = recordsOf(decision, 'commissions');
    expect(commission).toMatchObject({
      id: 'C-0001',
      line: { status: 'Paid', paidOn: '2026-03-10', dueOn: '2026-03-04' },
    });
    expect(decision.units[0]?.changes.map(({ key }) => key).sort()).toEqual([
      'commissions/C-0001',
      'leads/L-0001',
      'receipts/R-0001',
    ]);
  });

  test('is found again and left as it is', () => {
    const door = openReceived('bank-1');
    const decision = decide({ receipts: [receipt] }, door);
    expect(decision.rows.map(({ verdict, id }) => [verdict, id])).toEqual([['already there', 'R-0001']]);
    expect(decision.units).toEqual([]);
  });

  test('refuses another receipt of a reference that is taken', () => {
    const door = openReceived('BANK-1');
    const decision = decide({ receipts: [{ ...receipt, Amount: '11' }] }, door);
    expect(problemsOf(decision)).toEqual([
      ['receipts:2 Reference', expect.stringContaining('R-0001 of D-0001 has the reference BANK-1 already')],
    ]);
  });
});

test('two thousand rows are decided without a refusal that the programme does not ask for', () => {
  const decision = decide(writeOldRegistry(1000, '2026-01-05'));
  expect(problemsOf(decision)).toEqual([]);
  expect(decision.rows).toHaveLength(1910);
  const paid = recordsOf(decision, 'commissions').filter(({ line }) => line.status === 'Paid');
  expect(paid).toHaveLength(200);
});
