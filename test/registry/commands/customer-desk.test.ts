import { describe, expect, test } from 'vitest';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import { NameBook } from '../../../src/core/conflict/name-book.ts';
import { CustomerDesk } from '../../../src/registry/commands/customer-desk.ts';
import { isNameBookDue, makeNameBook, needsNameBook } from '../../../src/registry/commands/make-name-book.ts';
import { ANA, HEAD, openProgramme, register, registerActive } from '../support/office.ts';
import type { TestDoor } from '../support/test-door.ts';

function makeBook(door: TestDoor): NameBook {
  const upTo = Math.max(...door.journal.map(({ entry }) => entry));
  const book = NameBook.parse(makeNameBook(door.records, upTo));
  if (book === null) throw new Error('A book that was just made cannot be read.');
  return book;
}

/** The evidence of every lead, found through the book and by comparing with all records. */
function expectSameEvidence(door: TestDoor, book: NameBook): void {
  const through = new CustomerDesk(door.records, door.today, () => book).prepared();
  const whole = new CustomerDesk(door.records, door.today).prepared();
  for (const { id } of door.records.list('leads'))
    expect(checkConflicts(through, id as never), id).toEqual(checkConflicts(whole, id as never));
}

function openFilled(): TestDoor {
  const door = openProgramme();
  registerActive(door, { customer: 'Globex GmbH', website: 'globex.example' });
  register(door, {
    partner: 'P-002',
    customer: 'Globbex',
    website: '',
    contacts: [{ name: 'Lee', email: 'lee@initech.example' }],
  });
  door.must(ANA, 'addAccount', { name: 'Initech', website: 'initech.example', standing: 'Customer' });
  door.must(ANA, 'addAccount', { name: 'Umbra Kreativ', standing: 'Former' });
  return door;
}

describe('customers found through a book of names', () => {
  test('are those that comparing with all records finds', () => {
    const door = openFilled();
    expectSameEvidence(door, makeBook(door));
  });

  test('are those of today, whatever was added, renamed or judged since the book was made', () => {
    const door = openFilled();
    const book = makeBook(door);
    register(door, { partner: 'P-002', customer: 'Umbra Creativ', website: '' });
    door.must(ANA, 'updateAccount', {
      account: 'A-0001',
      name: 'Globex Holding',
      website: '',
      standing: 'Customer',
    });
    door.must(ANA, 'updateLead', { lead: 'L-0001', customer: 'Zyklon', website: 'zyklon.example' });
    door.must(HEAD, 'judgeMatch', { lead: 'L-0003', other: 'A-0002', same: true, reason: 'One house.' });
    expectSameEvidence(door, book);
  });

  test('are those of today after a partner’s own mail domains have changed', () => {
    const door = openFilled();
    const book = makeBook(door);
    const verdictOf = (lead: 'L-0002') =>
      checkConflicts(new CustomerDesk(door.records, door.today, () => book).prepared(), lead).findings.map(
        ({ record }) => record,
      );
    expect(verdictOf('L-0002')).toContain('A-0001');
    door.must(HEAD, 'updatePartner', {
      partner: 'P-002',
      contacts: ['lee@borealis.example', 'lee@initech.example'],
    });
    expect(verdictOf('L-0002')).not.toContain('A-0001');
    expectSameEvidence(door, book);
  });
});

describe('a book of names', () => {
  test('is not worth having for a few records', () => {
    expect(needsNameBook(openFilled().records)).toBe(false);
  });

  test('is due where there is none, and not at once after it was made', () => {
    const door = openFilled();
    expect(isNameBookDue(door.records, null)).toBe(true);
    expect(isNameBookDue(door.records, makeBook(door))).toBe(false);
  });

  test('is due again once more than 300 records are not as it knows them', () => {
    const door = openFilled();
    const book = makeBook(door);
    const rows = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({ Name: `Zq${from + n} Works`, Standing: 'Former' }));
    door.must(HEAD, 'importRows', { tab: 'Accounts', rows: rows(0, 300) });
    expect(isNameBookDue(door.records, book)).toBe(false);
    door.must(HEAD, 'importRows', { tab: 'Accounts', rows: rows(300, 1) });
    expect(isNameBookDue(door.records, book)).toBe(true);
  });
});
