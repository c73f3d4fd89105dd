import { describe, expect, test } from 'vitest';
import {
  ANA,
  BO,
  FAY,
  HEAD,
  introduce,
  LEE,
  openProgramme,
  register,
  registerActive,
  SAM,
  STRANGER,
  SUE,
  sign,
} from '../../support/office.ts';
import type { TestDoor } from '../../support/test-door.ts';

function rowOf(outcome: {
  readonly accepted: readonly string[];
  readonly refused: ReadonlyMap<string, string>;
}) {
  return { accepted: outcome.accepted, refused: [...outcome.refused.keys()] };
}

describe('cells typed into a record’s row', () => {
  test('are taken over together where that is allowed', () => {
    const door = openProgramme();
    register(door);
    const cells = { status: 'active', salesOwner: SAM, note: 'Met at the fair' };
    expect(rowOf(door.typeRow(ANA, 'leads', 'L-0001', cells))).toEqual({
      accepted: ['status', 'salesOwner', 'note'],
      refused: [],
    });
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      status: 'Active',
      note: 'Met at the fair',
      approval: { salesOwner: SAM },
    });
  });

  test('are taken over one by one where one of them is refused', () => {
    const door = openProgramme();
    registerActive(door);
    const cells = { website: 'x'.repeat(2001), country: 'Germany' };
    expect(rowOf(door.typeRow(ANA, 'leads', 'L-0001', cells))).toEqual({
      accepted: ['country'],
      refused: ['website'],
    });
    expect(door.get('leads', 'L-0001').registration).toMatchObject({
      country: 'Germany',
      website: 'globex.example',
    });
  });

  test('of a refused row leave nothing behind, not even mail', () => {
    const door = openProgramme();
    register(door);
    const mails = door.records.list('outbox').length;
    const outcome = door.typeRow(ANA, 'leads', 'L-0001', { status: 'Rejected' });
    expect(outcome.refused.get('status')).toContain('needs a reason');
    expect(door.records.list('outbox')).toHaveLength(mails);
    expect(door.get('leads', 'L-0001').registration.status).toBe('Submitted');
  });

  test('are refused to whom the command is refused', () => {
    const door = openProgramme();
    register(door);
    for (const person of [BO, FAY, SAM, STRANGER]) {
      expect(rowOf(door.typeRow(person, 'leads', 'L-0001', { country: 'Germany' }))).toEqual({
        accepted: [],
        refused: ['country'],
      });
    }
  });

  test('of several rows are decided one after the other, each seeing the ones before', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Northwind', website: '' });
    registerActive(door, { partner: 'P-002', customer: 'Contoso', website: '' });
    const row = (id: string, customer: string) => ({
      kind: 'leads' as const,
      id,
      row: 2,
      typed: new Map([['customer', customer]]),
    });
    const outcomes = door.type(HEAD, [
      row('L-0001', 'Initech'),
      row('L-0002', 'Initech'),
      row('L-0002', 'Hooli'),
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([['customer'], [], ['customer']]);
    expect(door.get('leads', 'L-0002').registration.customer).toBe('Hooli');
  });

  test('that deactivate all heads in one block leave one of them', () => {
    const door = openProgramme();
    door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'head', active: true });
    const outcomes = door.type(
      HEAD,
      [ANA, HEAD].map((person) => ({
        kind: 'team' as const,
        id: person,
        row: 2,
        typed: new Map([['active', 'no']]),
      })),
    );
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([['active'], []]);
    expect(door.get('team', HEAD).member.active).toBe(true);
  });

  test('can name somebody typed into the row above', () => {
    const door = openProgramme();
    const outcomes = door.type(HEAD, [
      {
        kind: 'team',
        id: null,
        row: 9,
        typed: new Map(Object.entries({ person: 'eve@one.example', name: 'Eve', role: 'manager' })),
      },
      {
        kind: 'team',
        id: ANA,
        row: 3,
        typed: new Map(
          Object.entries({ awayFrom: '2026-02-01', awayUntil: '2026-02-07', cover: 'eve@one.example' }),
        ),
      },
    ]);
    expect(outcomes.map(({ refused }) => refused.size)).toEqual([0, 0]);
    expect(door.get('team', ANA).member.away?.cover).toBe('eve@one.example');
  });

  test('end with the last right of whoever takes it from themselves', () => {
    const door = openProgramme();
    door.must(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'head', active: true });
    const outcomes = door.type(ANA, [
      { kind: 'team', id: ANA, row: 2, typed: new Map([['role', 'manager']]) },
      { kind: 'team', id: BO, row: 3, typed: new Map([['role', 'head']]) },
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([['role'], []]);
  });
});

describe('a typed status', () => {
  const cases: readonly {
    readonly name: string;
    readonly given: (door: TestDoor) => void;
    readonly typed: string;
    readonly becomes: string;
  }[] = [
    { name: 'Withdrawn', given: (door) => void register(door), typed: 'Withdrawn', becomes: 'Withdrawn' },
    { name: 'Released', given: (door) => void registerActive(door), typed: 'released', becomes: 'Released' },
    {
      name: 'Submitted, completing a returned request',
      given: (door) => {
        register(door);
        door.must(HEAD, 'returnLead', { lead: 'L-0001', reason: 'not-a-fit', fields: ['website'] });
      },
      typed: 'Submitted',
      becomes: 'Submitted',
    },
    {
      name: 'Active without a sales owner, refused',
      given: (door) => void register(door),
      typed: 'Active',
      becomes: 'Submitted',
    },
    {
      name: 'Returned, refused',
      given: (door) => void register(door),
      typed: 'Returned',
      becomes: 'Submitted',
    },
    {
      name: 'Converted, refused',
      given: (door) => void registerActive(door),
      typed: 'Converted',
      becomes: 'Active',
    },
    {
      name: 'Expired, refused',
      given: (door) => void registerActive(door),
      typed: 'Expired',
      becomes: 'Active',
    },
    {
      name: 'a word that is none, refused',
      given: (door) => void register(door),
      typed: 'Done',
      becomes: 'Submitted',
    },
    { name: 'emptied, refused', given: (door) => void register(door), typed: '', becomes: 'Submitted' },
  ];

  test.each(cases)('$name', ({ given, typed, becomes }) => {
    const door = openProgramme();
    given(door);
    const before: string = door.get('leads', 'L-0001').registration.status;
    const outcome = door.typeRow(HEAD, 'leads', 'L-0001', { status: typed });
    expect(door.get('leads', 'L-0001').registration.status).toBe(becomes);
    expect(rowOf(outcome)).toEqual(
      before === becomes ? { accepted: [], refused: ['status'] } : { accepted: ['status'], refused: [] },
    );
  });
});

describe('typed cells that change nothing', () => {
  test('are put back: the record says what it said', () => {
    const door = openProgramme();
    introduce(door, registerActive(door));
    expect(rowOf(door.typeRow(ANA, 'introductions', 'I-0001', { decisionMaker: 'YES' }))).toEqual({
      accepted: [],
      refused: ['decisionMaker'],
    });
  });

  test('are put back where they would empty what is needed', () => {
    const door = openProgramme();
    sign(door, registerActive(door));
    for (const key of ['kind', 'status', 'currency', 'gross', 'signedOn', 'lead']) {
      expect(rowOf(door.typeRow(HEAD, 'deals', 'D-0001', { [key]: '' })), key).toEqual({
        accepted: [],
        refused: [key],
      });
    }
  });
});

describe('cells of other tabs', () => {
  test('of a partner change it and its manager', () => {
    const door = openProgramme();
    const cells = { name: 'Acme & Co', contacts: 'kim@acme.example, jo@acme.example', manager: BO };
    expect(rowOf(door.typeRow(HEAD, 'partners', 'P-001', cells)).refused).toEqual([]);
    expect(door.get('partners', 'P-001').partner).toMatchObject({
      name: 'Acme & Co',
      contacts: ['kim@acme.example', 'jo@acme.example'],
      manager: BO,
    });
  });

  test('of a partner typed by its manager change all but the manager', () => {
    const door = openProgramme();
    const outcome = door.typeRow(ANA, 'partners', 'P-001', {
      country: ' Germany ',
      contacts: LEE,
      manager: BO,
    });
    expect(rowOf(outcome)).toEqual({ accepted: ['country'], refused: ['contacts', 'manager'] });
    expect(door.get('partners', 'P-001').partner.country).toBe('Germany');
  });

  test('of an introduction confirm it, but never refuse it without a reason', () => {
    const door = openProgramme();
    registerActive(door);
    door.must(ANA, 'recordIntroduction', {
      lead: 'L-0001',
      name: 'Hanna',
      title: 'CIO',
      email: 'hanna@globex.example',
      relation: 'other',
      decisionMaker: 'no',
      introducedOn: '2026-01-05',
      introducedTo: 'Sam',
    });
    const together = door.typeRow(SAM, 'introductions', 'I-0001', { relation: 'employed', confirmed: 'yes' });
    expect(rowOf(together).refused).toEqual([]);
    expect(door.get('introductions', 'I-0001').introduction).toMatchObject({
      relation: 'employed',
      confirmation: { state: 'confirmed', by: SAM },
    });
    expect(
      rowOf(door.typeRow(SAM, 'introductions', 'I-0001', { confirmed: 'no', introducedTo: '' })),
    ).toEqual({
      accepted: ['introducedTo'],
      refused: ['confirmed'],
    });
  });

  test('of a deal change it for its sales owner, not for another', () => {
    const door = openProgramme();
    sign(door, registerActive(door));
    expect(rowOf(door.typeRow(SUE, 'deals', 'D-0001', { gross: '5' })).accepted).toEqual([]);
    expect(rowOf(door.typeRow(SAM, 'deals', 'D-0001', { gross: '123456.75', name: 'Main' })).refused).toEqual(
      [],
    );
    expect(door.get('deals', 'D-0001').deal).toMatchObject({
      name: 'Main',
      revenue: { gross: { minor: 12_345_675 } },
    });
  });

  test('of settings and team are the head’s', () => {
    const door = openProgramme();
    expect(rowOf(door.typeRow(ANA, 'settings', 'Commission rate', { value: '0.2' })).accepted).toEqual([]);
    expect(rowOf(door.typeRow(HEAD, 'settings', 'Commission rate', { value: '0.2' })).accepted).toEqual([
      'value',
    ]);
    expect(rowOf(door.typeRow(HEAD, 'settings', 'Commission rate', { value: 'a lot' })).accepted).toEqual([]);
    expect(door.get('settings', 'Commission rate').value).toBe('0.2');
    expect(rowOf(door.typeRow(HEAD, 'team', SAM, { role: 'manager', active: 'no' })).refused).toEqual([]);
    expect(door.get('team', SAM).member).toMatchObject({ role: 'manager', active: false, name: SAM });
  });

  test.each([
    'receipts',
    'commissions',
    'snapshots',
    'judgements',
    'aside',
    'outbox',
  ] as const)('of %s are never typed', (kind) => {
    const outcome = openProgramme().typeRow(HEAD, kind, 'X-0001', { status: 'Paid' });
    expect(outcome.accepted).toEqual([]);
  });
});

describe('a row typed without an ID', () => {
  test('of Accounts becomes an account', () => {
    const door = openProgramme();
    const cells = {
      name: 'Globex',
      website: 'globex.example',
      standing: 'customer',
      lastActivity: '2026-01-02',
    };
    expect(door.typeRow(ANA, 'accounts', null, cells).newId).toBe('A-0001');
    expect(door.get('accounts', 'A-0001').account).toMatchObject({
      standing: 'Customer',
      lastActivity: '2026-01-02',
    });
  });

  test('of Accounts without a standing is no account yet, and says why', () => {
    const door = openProgramme();
    const outcome = door.typeRow(ANA, 'accounts', null, { name: 'Globex' });
    expect(outcome).toMatchObject({ newId: null, accepted: [] });
    expect(outcome.refused.get('')).toContain('standing');
    expect(door.records.list('accounts')).toEqual([]);
  });

  test('of Accounts with a computed column filled in is refused', () => {
    const outcome = openProgramme().typeRow(ANA, 'accounts', null, {
      name: 'X',
      standing: 'Former',
      sources: 'L-0001',
    });
    expect(outcome.newId).toBeNull();
  });

  test('of Team becomes a member, active unless it says otherwise', () => {
    const door = openProgramme();
    const outcome = door.typeRow(HEAD, 'team', null, {
      person: 'Eve@One.example',
      name: 'Eve',
      role: 'sales',
    });
    expect(outcome.newId).toBe('eve@one.example');
    expect(door.get('team', 'eve@one.example').member).toMatchObject({ role: 'sales', active: true });
    expect(door.effects.at(-1)).toEqual({ do: 'let-edit', person: 'eve@one.example', head: false });
  });

  test.each([
    'leads',
    'deals',
    'partners',
    'introductions',
    'commissions',
  ] as const)('of %s becomes none', (kind) => {
    const outcome = openProgramme().typeRow(HEAD, kind, null, { name: 'Globex' });
    expect(outcome.newId).toBeNull();
    expect(outcome.refused.size).toBe(1);
  });
});
