import { describe, expect, test } from 'vitest';
import { mustAsk } from '../support/ask-question.ts';
import { FAY, HEAD, introduce, openProgramme, registerActive, sign } from '../support/office.ts';
import type { TestDoor } from '../support/test-door.ts';

function find(door: TestDoor, text: string): readonly string[] {
  const { found } = mustAsk<{ found: readonly { id: string }[] }>(door, FAY, 'findRecords', { text });
  return found.map(({ id }) => id);
}

function openExample(): TestDoor {
  const door = openProgramme();
  const lead = registerActive(door, { customer: 'Glöbex Gesellschaft', website: 'globex.example' });
  introduce(door, lead);
  sign(door, lead, { name: 'Platform 2026' });
  // The conversion has made A-0001, the customer's own account.
  door.must(HEAD, 'addAccount', { name: 'Initech', website: 'initech.example', standing: 'Customer' });
  return door;
}

describe('finding records', () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly ids: readonly string[] }[] =
    [
      {
        name: 'by a customer, whatever its accents and case',
        text: 'globex gesell',
        ids: ['L-0001', 'A-0001', 'C-0001'],
      },
      { name: 'by a website', text: 'initech.ex', ids: ['A-0002'] },
      {
        name: 'by a partner, with its leads and commissions',
        text: 'ACME',
        ids: ['L-0001', 'P-001', 'C-0001'],
      },
      { name: 'by words in any order', text: '2026 platform', ids: ['D-0001'] },
      { name: 'by the e-mail address of a contact', text: 'hanna@globex', ids: ['I-0001'] },
      { name: 'by an ID', text: 'a-0002', ids: ['A-0002'] },
      { name: 'not where one of the words is missing', text: 'globex umbrella', ids: [] },
      { name: 'not without words', text: '  ', ids: [] },
    ];
  for (const { name, text, ids } of cases) {
    test(name, () => {
      expect(find(openExample(), text)).toEqual(ids);
    });
  }

  test('lists the latest of each kind and counts the rest', () => {
    const door = openProgramme();
    for (let n = 1; n <= 25; n += 1) {
      door.must(HEAD, 'addAccount', { name: `Branch ${n} of Vandelay`, standing: 'Former' });
    }
    const { found, more } = mustAsk<{ found: readonly { id: string }[]; more: number }>(
      door,
      HEAD,
      'findRecords',
      { text: 'vandelay' },
    );
    expect(found[0]?.id).toBe('A-0025');
    expect([found.length, more]).toEqual([20, 5]);
  });
});
