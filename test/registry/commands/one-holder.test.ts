import { describe, expect, test } from 'vitest';
import { findDoubleHolders } from '../../../src/core/conflict/find-double-holders.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import { HEAD, introduce, openProgramme, register, registerActive, SAM, sign } from '../support/office.ts';
import { codesOf, problemsOf, type TestDoor } from '../support/test-door.ts';

const GERMAN = {
  customer: 'Globex',
  website: '',
  contacts: [{ name: 'Hanna', email: 'hanna@globex-de.example' }],
};
const FRENCH = { partner: 'P-002', customer: 'Globex', website: 'globex-fr.example' };

/** Two customers of one name, told apart by their domains and by a person, each held by a partner of its own. */
function openTwins(): TestDoor {
  const door = openProgramme();
  registerActive(door, GERMAN);
  register(door, FRENCH);
  door.must(HEAD, 'judgeMatch', { lead: 'L-0002', other: 'L-0001', same: false, reason: 'Two companies.' });
  door.must(HEAD, 'approveLead', { lead: 'L-0002', salesOwner: SAM });
  return door;
}

function doubleHolders(door: TestDoor) {
  return findDoubleHolders(new CustomerDesk(door.records, door.today).prepared());
}

describe('the account of a conversion', () => {
  test('does not join two customers of one name that only a contact’s domain tells apart', () => {
    const door = openTwins();
    sign(door, 'L-0001');
    expect(door.get('leads', 'L-0001').registration.status).toBe('Converted');
    expect(door.get('accounts', 'A-0001').account).toMatchObject({ name: 'Globex', standing: 'Customer' });
    expect(doubleHolders(door)).toEqual([]);
  });

  test('does not carry the partner’s own domain, which says nothing of the customer', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Hooli', website: 'acme.example' });
    registerActive(door, { partner: 'P-002', customer: 'Acme Motors', website: 'acme.example' });
    sign(door, 'L-0001');
    expect(door.get('accounts', 'A-0001').account.website).toBe('');
    expect(doubleHolders(door)).toEqual([]);
  });

  test('keeps the website as the registration writes it where that says who the customer is', () => {
    const door = openProgramme();
    registerActive(door, {
      customer: 'Globex GmbH',
      website: 'https://www.globex.example/de',
      country: 'Germany',
    });
    sign(door, 'L-0001');
    expect(door.get('accounts', 'A-0001').account).toMatchObject({
      name: 'Globex GmbH',
      website: 'https://www.globex.example/de',
      country: 'Germany',
    });
  });

  test('follows a correction of its registration', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Globbex', website: 'globbex.example' });
    sign(door, 'L-0001');
    door.must(HEAD, 'updateLead', { lead: 'L-0001', customer: 'Globex', website: 'globex.example' });
    expect(door.get('accounts', 'A-0001').account).toMatchObject({
      name: 'Globex',
      website: 'globex.example',
    });
  });

  test('stays as people wrote it once they changed it', () => {
    const door = openProgramme();
    registerActive(door);
    sign(door, 'L-0001');
    door.must(HEAD, 'updateAccount', {
      account: 'A-0001',
      name: 'Globex Holding',
      website: 'globex.example',
      standing: 'Customer',
    });
    door.must(HEAD, 'updateLead', { lead: 'L-0001', customer: 'Globex Deutschland GmbH' });
    expect(door.get('accounts', 'A-0001').account.name).toBe('Globex Holding');
  });

  test('becomes Former when the conversion is undone, and a customer again with the next', () => {
    const door = openProgramme();
    const lead = registerActive(door);
    introduce(door, lead);
    const deal = sign(door, lead);
    door.must(HEAD, 'updateDeal', { deal, status: 'Lost' });
    expect(door.get('accounts', 'A-0001').account.standing).toBe('Former');
    expect(door.get('leads', lead).registration.status).toBe('Active');
    sign(door, lead);
    expect(door.records.list('accounts').map(({ account }) => account.standing)).toEqual(['Customer']);
  });
});

describe('what would make one customer of two that different partners hold', () => {
  const changes: readonly {
    readonly name: string;
    readonly command: string;
    readonly input: { readonly [field: string]: unknown };
    readonly problem: string;
  }[] = [
    {
      name: 'a judgement',
      command: 'judgeMatch',
      input: { lead: 'L-0001', other: 'L-0002', same: true, reason: 'One group.' },
      problem: 'held other',
    },
    {
      name: 'another website',
      command: 'updateLead',
      input: { lead: 'L-0001', website: 'globex-fr.example' },
      problem: 'held customer',
    },
    {
      name: 'an account with the name of one and the domain of the other',
      command: 'addAccount',
      input: { name: 'Globex', website: '', standing: 'Customer' },
      problem: 'held name',
    },
    {
      name: 'an import of such an account',
      command: 'importRows',
      input: { tab: 'Accounts', rows: [{ Name: 'Globex', Standing: 'Former' }] },
      problem: 'held rows',
    },
  ];

  test.each(changes)('is refused: $name', ({ command, input, problem }) => {
    const door = openTwins();
    expect(problemsOf(door.run(HEAD, command, input))).toEqual([problem]);
    expect(doubleHolders(door)).toEqual([]);
  });

  test('is refused: other addresses of a partner, after which a domain counts', () => {
    const door = openProgramme();
    registerActive(door, { customer: 'Hooli', website: 'acme.example' });
    registerActive(door, { partner: 'P-002', customer: 'Acme Motors', website: 'acme.example' });
    const update = { partner: 'P-001', contacts: ['kim@acme-consulting.example'] };
    expect(codesOf(door.run(HEAD, 'updatePartner', update))).toEqual(['held']);
    door.must(HEAD, 'suspendPartner', { partner: 'P-001', reason: 'Audit' });
    expect(codesOf(door.run(HEAD, 'admitPartner', update))).toEqual(['held']);
    expect(door.get('partners', 'P-001').partner.status).toBe('Suspended');
  });

  test('is allowed on the day after one of them was released', () => {
    const door = openTwins();
    door.must(HEAD, 'releaseLead', { lead: 'L-0001' });
    const judge = { lead: 'L-0001', other: 'L-0002', same: true, reason: 'One group.' };
    expect(codesOf(door.run(HEAD, 'judgeMatch', judge))).toEqual(['held']);
    door.moveTo('2026-01-06T00:00');
    expect(codesOf(door.run(HEAD, 'judgeMatch', judge))).toEqual([]);
  });
});
