import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleTabPlans, type TabPlan } from '../../../src/addon/setup/assemble-tab-plans.ts';
import { placeColumns } from '../../../src/addon/setup/place-columns.ts';

const column = (header: string) => ({
  header,
  note: `About ${header}.`,
  width: 100,
  format: null,
  choices: null,
  coloured: [],
});

const PLAN: TabPlan = {
  name: 'Things',
  columns: ['ID', 'Name', 'Day'].map(column),
  frozenColumns: 0,
  hidden: false,
  protection: 'warning',
  openHeaders: [],
  isBook: false,
  ownColumns: 4,
};
const BOOK: TabPlan = { ...PLAN, isBook: true };

const cases = [
  {
    name: 'an empty tab gets all of them',
    headers: [],
    notes: [],
    at: [0, 1, 2],
    added: ['ID', 'Name', 'Day'],
  },
  { name: 'moved columns stay', headers: ['Day', 'ID', 'Name'], at: [1, 2, 0] },
  { name: 'people’s columns count for nothing', headers: ['Mine', 'ID', '', 'Name', 'Day'], at: [1, 3, 4] },
  { name: 'the first of two equal headers counts', headers: ['ID', 'Name', 'Name', 'Day'], at: [0, 1, 3] },
  { name: 'spaces around a header do not matter', headers: [' ID ', 'Name', 'Day'], at: [0, 1, 2] },
  {
    name: 'a missing one goes to the right of everything',
    headers: ['ID', 'Day', '', 'Mine'],
    at: [0, 4, 1],
    added: ['Name'],
  },
  {
    name: 'an emptied one is known by its note',
    headers: ['ID', '', 'Day', 'Mine'],
    notes: ['', 'About Name.', '', ''],
    at: [0, 1, 2],
    restored: ['Name'],
  },
  {
    name: 'a header that people wrote over is theirs',
    headers: ['ID', 'Our name', 'Day'],
    notes: ['', 'About Name.', ''],
    at: [0, 3, 2],
    added: ['Name'],
  },
];

describe('Placing the columns of a table', () => {
  for (const { name, headers, notes = [], at, added = [], restored = [] } of cases) {
    test(name, () => {
      const places = placeColumns(PLAN, headers, notes);
      expect(PLAN.columns.map(({ header }) => places.positions.get(header))).toEqual(at);
      expect(places.added).toEqual(added);
      expect(places.restored).toEqual(restored);
    });
  }

  test('never gives two columns one place, nor one that holds something else', () => {
    const cell = fc.constantFrom('', 'ID', 'Name', 'Day', 'Mine');
    const note = fc.constantFrom('', 'About ID.', 'About Name.', 'Other');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, note), { maxLength: 8 }), (row) => {
        const headers = row.map(([header]) => header);
        const { positions } = placeColumns(
          PLAN,
          headers,
          row.map(([, text]) => text),
        );
        expect(new Set(positions.values()).size).toBe(PLAN.columns.length);
        for (const [header, position] of positions) expect(['', header]).toContain(headers[position] ?? '');
      }),
    );
  });
});

describe('Placing the columns of a book', () => {
  const books = [
    { name: 'an empty book gets all of them', headers: [], at: [0, 1, 2], added: ['ID', 'Name', 'Day'] },
    { name: 'moved and added columns stay', headers: ['Day', 'Mine', 'ID', 'Name'], at: [2, 3, 0] },
    {
      name: 'an emptied one is written again',
      headers: ['ID', '', 'Day'],
      at: [0, 1, 2],
      restored: ['Name'],
    },
    {
      name: 'one written over is written again where its values stand',
      headers: ['ID', 'Our name', 'Day', 'Mine'],
      at: [0, 1, 2],
      restored: ['Name'],
    },
    { name: 'a deleted one goes to the right', headers: ['ID', 'Day'], at: [0, 2, 1], added: ['Name'] },
  ];
  for (const { name, headers, at, added = [], restored = [] } of books) {
    test(name, () => {
      const places = placeColumns(BOOK, headers, []);
      expect(BOOK.columns.map(({ header }) => places.positions.get(header))).toEqual(at);
      expect(places.added).toEqual(added);
      expect(places.restored).toEqual(restored);
    });
  }
});

describe('The plans of the tabs', () => {
  test('give no two columns of a tab the same header or, where they have one, the same note and header', () => {
    for (const { name, columns } of assembleTabPlans()) {
      const headers = columns.map(({ header }) => header);
      expect(new Set(headers).size, name).toBe(headers.length);
    }
  });

  test('never use the plain-text format, which shows the apostrophe of literal text', () => {
    const formats = assembleTabPlans().flatMap(({ columns }) => columns.map(({ format }) => format));
    expect(formats).not.toContain('@');
  });
});
