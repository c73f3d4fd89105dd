import { describe, expect, test } from 'vitest';
import {
  ANA,
  HEAD,
  KIM,
  LEE,
  openProgramme,
  register,
  registerActive,
  registerEarning,
  STRANGER,
} from '../support/office.ts';
import { codesOf, type TestDoor } from '../support/test-door.ts';

const ANSWERS = {
  'Customer name': ' Globex  GmbH ',
  'Customer website': 'globex.example',
  'Customer country': 'Germany',
  'Contact name': 'Hanna Voss',
  'Contact title': 'CIO',
  'Contact e-mail': 'Hanna@Globex.example',
  'Anything that helps the review': 'We met\nat the fair.',
};

describe('a response of the lead form', () => {
  test('becomes a registration, with the answers cleaned', () => {
    const door = openProgramme();
    expect(door.sendLeadForm('r1', 'KIM@acme.example', ANSWERS)).toMatchObject({ ok: true, id: 'L-0001' });
    expect(door.get('leads', 'L-0001')).toMatchObject({
      responses: ['r1'],
      registration: {
        partner: 'P-001',
        customer: 'Globex  GmbH',
        country: 'Germany',
        contacts: [{ name: 'Hanna Voss', title: 'CIO', email: 'hanna@globex.example' }],
        note: 'We met\nat the fair.',
      },
    });
  });

  test('says what of an answer could not be kept, and where it is whole', () => {
    const door = openProgramme();
    const answers = {
      'Customer name': `Globex ${'🦊'.repeat(30_000)}`,
      'Customer country': 'Ger\u0007many',
      'Anything that helps the review': 'n'.repeat(60_000),
    };
    expect(door.sendLeadForm('r1', KIM, answers)).toMatchObject({ ok: true, id: 'L-0001' });
    const { customer, country, note } = door.get('leads', 'L-0001').registration;
    expect(customer).toBe(`Globex ${'🦊'.repeat(96)}`);
    expect(country).toBe('Germany');
    expect(note).toHaveLength(5000);
    expect(note).toContain('Customer name had 60007 characters, of which the first 200 are here');
    expect(note).toContain('Customer country had characters that cannot be kept');
    expect(note).toContain('review had 60000 characters');
    expect(note).toContain('the form has the whole answer');
  });

  test('that came without an address is set aside and holds up no other', () => {
    const door = openProgramme();
    expect(
      door.system('takeLeadForm', { response: 'r1', at: door.now, from: '', answers: ANSWERS }),
    ).toMatchObject({
      ok: true,
      id: 'U-0001',
    });
  });

  test('told twice is processed once', () => {
    const door = openProgramme();
    door.sendLeadForm('r1', KIM, ANSWERS);
    expect(door.sendLeadForm('r1', KIM, ANSWERS)).toMatchObject({ ok: true, id: 'L-0001', changes: [] });
    door.sendLeadForm('r2', STRANGER, ANSWERS);
    expect(door.sendLeadForm('r2', STRANGER, ANSWERS)).toMatchObject({ ok: true, id: 'U-0001', changes: [] });
  });

  test('arrived earlier and told later keeps the time of its arrival', () => {
    const door = openProgramme();
    const at = door.now;
    door.moveTo('2026-01-05T12:00');
    door.sendLeadForm('later', LEE, ANSWERS);
    door.system('takeLeadForm', { response: 'earlier', at, from: KIM, answers: ANSWERS }, KIM);
    expect(door.get('leads', 'L-0002').registration.registeredAt).toBe(at);
    expect(door.get('leads', 'L-0002').view.verdict).toBe('clear');
  });

  test('completes the partner’s returned request of that customer, another customer’s not', () => {
    const door = openProgramme();
    register(door, { customer: 'Globex GmbH', website: '' });
    door.must(ANA, 'returnLead', { lead: 'L-0001', reason: 'insufficient-information', fields: ['website'] });
    door.sendLeadForm('r1', KIM, { 'Customer name': 'Initech' });
    expect(door.get('leads', 'L-0001').registration.status).toBe('Returned');
    expect(door.sendLeadForm('r2', KIM, ANSWERS)).toMatchObject({ ok: true, id: 'L-0001' });
    expect(door.get('leads', 'L-0001')).toMatchObject({
      responses: ['r2'],
      registration: { status: 'Submitted', registeredAt: '2026-01-05T15:00:00Z', website: 'globex.example' },
    });
    expect(door.sendLeadForm('r3', KIM, { 'Customer name': 'Hooli' })).toMatchObject({
      ok: true,
      id: 'L-0003',
    });
  });

  const aside: readonly {
    readonly name: string;
    readonly from: string;
    readonly answers: { readonly [question: string]: string };
    readonly given?: (door: TestDoor) => void;
    readonly mails: readonly string[];
  }[] = [
    {
      name: 'from an address of no partner',
      from: STRANGER,
      answers: ANSWERS,
      mails: ['not-a-partner', 'review-request'],
    },
    {
      name: 'of a suspended partner',
      from: KIM,
      answers: ANSWERS,
      given: (door) => void door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' }),
      mails: ['not-a-partner', 'review-request'],
    },
    {
      name: 'without a customer name',
      from: KIM,
      answers: { 'Customer name': ' ' },
      mails: ['review-request'],
    },
    {
      name: 'whose customer name shows nothing',
      from: KIM,
      answers: { 'Customer name': '\u200b\u0000' },
      mails: ['review-request'],
    },
  ];

  test.each(aside)('$name is kept, answered and flagged, never registered', ({
    from,
    answers,
    given,
    mails,
  }) => {
    const door = openProgramme();
    given?.(door);
    const before = door.records.list('outbox').length;
    expect(door.sendLeadForm('r1', from, answers)).toMatchObject({ ok: true, id: 'U-0001' });
    expect(door.records.list('leads')).toEqual([]);
    expect(door.get('aside', 'U-0001')).toMatchObject({ from, responses: ['r1'] });
    expect(
      door.records
        .list('outbox')
        .slice(before)
        .map(({ kind }) => kind),
    ).toEqual(mails);
  });
});

describe('a response of the form to join', () => {
  const answers = {
    Company: 'Cirrus',
    'Your name': 'Mia',
    Country: 'France',
    'Why you would like to join': 'Customers.',
  };

  test('becomes a request with the verified address, told twice once', () => {
    const door = openProgramme();
    expect(door.sendJoinForm('j1', 'Mia@cirrus.example', answers)).toMatchObject({ ok: true, id: 'P-003' });
    expect(door.get('partners', 'P-003').partner).toMatchObject({
      status: 'Requested',
      name: 'Cirrus',
      contacts: ['mia@cirrus.example'],
      contactName: 'Mia',
      note: 'Customers.',
    });
    expect(door.sendJoinForm('j1', 'mia@cirrus.example', answers)).toMatchObject({
      ok: true,
      id: 'P-003',
      changes: [],
    });
  });

  test('of a company that is there is kept with it', () => {
    const door = openProgramme();
    expect(door.sendJoinForm('j1', STRANGER, { Company: 'ACME consulting' })).toMatchObject({
      ok: true,
      id: 'P-001',
    });
    expect(door.get('partners', 'P-001')).toMatchObject({
      partner: { status: 'Active', contacts: [KIM] },
      responses: ['j1'],
    });
  });
});

describe('a snapshot', () => {
  /** Acme's lead signed in February, looked at in March; Borealis has one of its own. */
  const openSeason = () => {
    const door = openProgramme();
    registerActive(door, { contacts: [{ name: 'Secret', email: 's@globex.example' }], note: 'secret note' });
    registerActive(door, { partner: 'P-002', customer: 'Hooli', website: 'hooli.example' });
    door.moveTo('2026-01-31T23:59');
    door.must(ANA, 'updateLead', { lead: 'L-0001', country: 'Germany' });
    door.moveTo('2026-02-01T00:00');
    door.must(ANA, 'updateLead', { lead: 'L-0001', country: 'Austria' });
    registerEarning(door, { customer: 'Initech', website: 'initech.example' });
    return door;
  };
  const cellOf = (door: TestDoor, header: string, row = 1) => {
    const leads = door.files.at(-1)?.tabs.find(({ name }) => name === 'Leads');
    return leads?.rows[row]?.[leads.rows[0]?.indexOf(header) ?? -1];
  };

  test('shows the registry as it stood at the end of the month, the month before unless named', () => {
    const door = openSeason();
    expect(door.must(ANA, 'shareSnapshot', { partner: 'Acme Consulting' })).toBe('S-0001');
    door.makeSnapshots();
    const [file] = door.files;
    expect(file?.name).toBe('Lead registry – Acme Consulting – 2026-01');
    expect(file?.tabs.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
      ['Summary', expect.any(Number)],
      ['Leads', 1],
      ['Deals', 0],
      ['Commissions', 0],
      ['Statement', expect.any(Number)],
    ]);
    expect(cellOf(door, 'Country')).toBe('Germany');
  });

  test('of the current month shows it as it stands', () => {
    const door = openSeason();
    door.must(ANA, 'shareSnapshot', { partner: 'P-001', month: '2026-02' });
    door.makeSnapshots();
    expect(door.files[0]?.tabs.slice(1, 4).map(({ rows }) => rows.length - 1)).toEqual([2, 1, 1]);
    expect(cellOf(door, 'Country')).toBe('Austria');
  });

  test('holds the partner’s own rows alone, and nothing internal', () => {
    const door = openSeason();
    door.must(HEAD, 'shareSnapshot', { partner: 'P-002', month: '2026-02' });
    door.makeSnapshots();
    expect(cellOf(door, 'Customer')).toBe('Hooli');
    expect(cellOf(door, 'Customer', 2)).toBeUndefined();
    door.must(HEAD, 'shareSnapshot', { partner: 'P-001', month: '2026-02' });
    door.makeSnapshots();
    const text = JSON.stringify(door.files.at(-1));
    for (const secret of ['secret note', 's@globex.example', 'Hooli', 'clear', 'Conflict'])
      expect(text).not.toContain(secret);
  });

  test('is shared with exactly the partner’s contacts, listed and mailed', () => {
    const door = openSeason();
    door.must(HEAD, 'updatePartner', { partner: 'P-001', contacts: [KIM, 'jo@acme.example'] });
    door.must(ANA, 'shareSnapshot', { partner: 'P-001' });
    door.makeSnapshots();
    expect(door.effects.at(-1)).toEqual({
      do: 'share-file',
      fileId: 'file-1',
      viewers: [KIM, 'jo@acme.example'],
    });
    expect(door.get('snapshots', 'S-0001')).toMatchObject({
      month: '2026-01',
      sharedWith: [KIM, 'jo@acme.example'],
      file: 'https://sheets.example/file-1',
    });
    expect(door.records.list('outbox').at(-1)).toMatchObject({
      kind: 'snapshot',
      to: [KIM, 'jo@acme.example'],
    });
  });
});

describe('the outbox', () => {
  const openQueue = () => {
    const door = openProgramme();
    door.system('settleMail', { sent: door.records.list('outbox').map(({ id }) => id), failed: [] });
    register(door);
    const [first, second] = door.records.list('outbox').filter(({ state }) => state === 'Queued');
    if (!first || !second) throw new Error('A request queues two messages.');
    return { door, first: first.id, second: second.id };
  };
  const claim = (door: TestDoor, quota: number) => {
    const answer = door.system('claimMail', { quota });
    return answer.ok ? answer.done.value?.claimed : [];
  };

  test('is sent as far as the day’s quota of recipients goes; the rest waits', () => {
    const { door, first, second } = openQueue();
    expect(claim(door, 0)).toEqual([]);
    expect(claim(door, 2)).toEqual([first]);
    door.system('settleMail', { sent: [first], failed: [] });
    expect(door.get('outbox', first)).toMatchObject({ state: 'Sent', sentAt: door.now });
    expect(door.get('outbox', second)).toMatchObject({ state: 'Queued', claimedAt: '' });
    expect(claim(door, 100)).toEqual([second]);
  });

  test('gives a message to one execution at a time, and says so when none came back', () => {
    const { door, first, second } = openQueue();
    claim(door, 100);
    door.moveTo('2026-01-05T09:06');
    expect(claim(door, 100)).toEqual([]);
    expect(door.get('outbox', first).state).toBe('Queued');
    door.moveTo('2026-01-05T09:08');
    expect(claim(door, 100)).toEqual([]);
    expect([first, second].map((id) => door.get('outbox', id).state)).toEqual(['Failed', 'Failed']);
    expect(door.get('outbox', first).error).toContain('may or may not have gone out');
  });

  test('keeps why a message failed', () => {
    const { door, first, second } = openQueue();
    claim(door, 100);
    door.system('settleMail', { sent: [second], failed: [{ id: first, error: 'No such address' }] });
    expect(door.get('outbox', first)).toMatchObject({ state: 'Failed', error: 'No such address' });
    expect(claim(door, 100)).toEqual([]);
  });
});

describe('an import of accounts', () => {
  const rows = [
    {
      Name: 'Globex',
      Website: 'globex.example',
      Country: 'Germany',
      Standing: 'Customer',
      Owner: 'Sam',
      'Last activity': '2026-01-02',
    },
    { name: 'Initech', standing: 'open opportunity' },
  ];

  test('adds its rows in order, and again none', () => {
    const door = openProgramme();
    const answer = door.run(ANA, 'importRows', { tab: 'Accounts', rows });
    expect(answer).toMatchObject({ ok: true, done: { ids: ['A-0001', 'A-0002'] } });
    expect(door.run(ANA, 'importRows', { tab: 'Accounts', rows })).toMatchObject({ ok: true, changes: [] });
  });

  test('changes known rows by name and website or by ID, and leaves what it does not name', () => {
    const door = openProgramme();
    door.must(ANA, 'importRows', { tab: 'Accounts', rows });
    door.must(ANA, 'importRows', {
      tab: 'Accounts',
      rows: [
        { Name: 'GLOBEX', Website: 'globex.example', Standing: 'Former' },
        { 'Account ID': 'a-0002', Name: 'Initech SA', Standing: 'Customer', Country: '' },
      ],
    });
    expect(door.records.list('accounts')).toHaveLength(2);
    expect(door.get('accounts', 'A-0001').account).toMatchObject({
      name: 'GLOBEX',
      standing: 'Former',
      country: 'Germany',
      owner: 'Sam',
      lastActivity: '2026-01-02',
    });
    expect(door.get('accounts', 'A-0002').account).toMatchObject({ name: 'Initech SA', country: '' });
  });

  test('keeps one row of a company that it lists twice, and loads nothing where one row is wrong', () => {
    const door = openProgramme();
    expect(
      codesOf(door.run(ANA, 'importRows', { tab: 'Accounts', rows: [...rows, { Name: 'Hooli' }] })),
    ).toEqual(['required']);
    expect(door.records.list('accounts')).toEqual([]);
    const twice = door.run(ANA, 'importRows', { tab: 'Accounts', rows: [rows[1], rows[1]] });
    expect(twice).toMatchObject({ ok: true, done: { ids: ['A-0001', 'A-0001'] } });
  });

  test('checks open requests again and flags those that are now engaged', () => {
    const door = openProgramme();
    register(door);
    door.must(ANA, 'importRows', { tab: 'Accounts', rows });
    expect(door.get('leads', 'L-0001').view).toMatchObject({
      verdict: 'engaged',
      attention: expect.stringContaining('engaged'),
    });
  });
});
