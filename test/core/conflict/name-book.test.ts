import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkConflicts } from '../../../src/core/conflict/check-conflicts.ts';
import { assembleAccountRecord } from '../../../src/core/conflict/conflict-world.ts';
import { assembleCustomerKeys } from '../../../src/core/conflict/customer-keys.ts';
import { assembleNameBook, NameBook } from '../../../src/core/conflict/name-book.ts';
import { prepareConflicts } from '../../../src/core/conflict/prepare-conflicts.ts';
import type { Account } from '../../../src/core/model/account.ts';
import type { CustomerRecordId } from '../../../src/core/model/judgement.ts';
import { account, submitted, world } from './build-conflict-world.ts';

const MOST_CHARACTERS_OF_A_CELL = 50_000;

function rowsOf(accounts: readonly Account[], upTo = 7): readonly string[] {
  const booked = accounts.map((one) => ({
    id: one.id,
    keys: assembleCustomerKeys(assembleAccountRecord(one)),
    partner: null,
  }));
  return assembleNameBook(booked, upTo);
}

/** The check of a request, all records in memory, and the same with those on file found through a book. */
function checkBoth(
  request: { readonly customer: string; readonly website: string; readonly country: string },
  booked: readonly Account[],
  changed: readonly Account[],
) {
  const lead = submitted({ id: 'L-0001', contacts: [], ...request });
  const book = NameBook.parse(rowsOf(booked));
  if (book === null) throw new Error('The book cannot be read.');
  const now = new Map<CustomerRecordId, Account>([...booked, ...changed].map((one) => [one.id, one]));
  const load = (id: CustomerRecordId) => {
    const found = now.get(id);
    return found === undefined ? undefined : { account: found };
  };
  const whole = prepareConflicts(world({ registrations: [lead], accounts: [...now.values()] }));
  const library = { book, load, registrations: () => [] };
  const lazy = prepareConflicts({ ...world({ registrations: [lead], accounts: changed }), library });
  return [checkConflicts(whole, 'L-0001'), checkConflicts(lazy, 'L-0001')] as const;
}

const words = fc.constantFrom(
  'Globex',
  'Globbex',
  'Initech',
  'Ünitech',
  'Zyklon',
  'Optics',
  'Optik',
  'Bank',
  'of',
  'India',
  'China',
  'International',
  'Business',
  'Machines',
  'IBM',
  '3M',
  'Ромашка',
  'トヨタ',
  '삼성',
  'Toyota',
);
const names = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' GmbH', ', Inc.', ' S.A.'))
  .map(([parts, form]) => parts.join(' ') + form);
const websites = fc.constantFrom(
  '',
  'globex.example',
  'www.initech.example/x',
  'zyklon-optics.example',
  'ibm.example',
);
const customers = fc.record({
  customer: names,
  website: websites,
  country: fc.constantFrom('', 'Germany', 'France'),
});

describe('the book of names', () => {
  test('gives every request the evidence that comparing with all records gives, also after some have changed', () => {
    fc.assert(
      fc.property(
        customers,
        fc.array(customers, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(50), customers), { maxLength: 6 }),
        (request, onFile, later) => {
          const toAccount = ({ customer, website, country }: typeof request, n: number) =>
            account({
              id: `A-${String(n + 1).padStart(4, '0')}` as Account['id'],
              name: customer,
              website,
              country,
            });
          const changed = new Map(later.map(([n, one]) => [n, toAccount(one, n)]));
          const [whole, lazy] = checkBoth(request, onFile.map(toAccount), [...changed.values()]);
          expect(lazy).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('finds a name at the very limit of length, also where it is the shortest of its row', () => {
    const [short, long] = ['International Initech', 'IBM Ünitech International of'];
    const other = account({ id: 'A-0001', name: long, website: '' });
    const [whole, lazy] = checkBoth({ customer: short, website: '', country: '' }, [other], []);
    expect(whole.findings.map(({ record }) => record)).toEqual(['A-0001']);
    expect(lazy).toEqual(whole);
  });

  const accounts = Array.from({ length: 4000 }, (_, n) =>
    account({
      id: `A-${String(n + 1).padStart(4, '0')}` as Account['id'],
      name: `Zq${n.toString(36)}x Holding of ${'Long '.repeat(n % 9)}Names`,
      website: n % 3 === 0 ? 'holding.example' : `n${n}.example`,
    }),
  );
  const rows = rowsOf(accounts);

  test('fits into cells, in several rows', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThan(MOST_CHARACTERS_OF_A_CELL);
  });

  test('finds all records of a domain in the order in which they were put in, however many they are', () => {
    const book = NameBook.parse(rows);
    const sharing = accounts.filter(({ website }) => website === 'holding.example').map(({ id }) => id);
    expect(book?.find('#holding.example')).toEqual(sharing);
    expect(book?.find('#nobody.example')).toEqual([]);
  });

  test('tells what it was made of', () => {
    expect(NameBook.parse(rows)?.facts).toMatchObject({ upTo: 7, names: 4000 });
  });

  test.each([
    ['there is none', () => []],
    ['its head is empty', () => ['', ...rows.slice(1)]],
    ['a row is missing', () => rows.filter((_, n) => n !== 3)],
    ['two rows changed places', () => [rows[0], rows[2], rows[1], ...rows.slice(3)]],
    ['a letter was typed over', () => rows.map((row, n) => (n === 2 ? row.replace('a', 'b') : row))],
    ['a row was added', () => [...rows, 'signs\tx\nx\tAa0\n']],
    [
      'another version of the code made it',
      () => rows.map((row, n) => (n === 0 ? row.replace(/"way":"[^"]*"/, '"way":"old"') : row)),
    ],
    ['it is not of this kind', () => ['Book of customer names']],
  ])('is not relied on where %s', (_why, spoil) => {
    expect(NameBook.parse(spoil() as string[])).toBeNull();
  });
});
