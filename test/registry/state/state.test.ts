import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../../src/registry/state/format-state.ts';
import { formatId, idNumber, splitRecordKey } from '../../../src/registry/state/record-key.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';
import { sameJson } from '../../../src/registry/state/same-json.ts';
import { type BooksMark, EMPTY_MARK, State } from '../../../src/registry/state/state.ts';

const memo = (id: string, value: string) => ({ id, value });
const mark = (applied: number): BooksMark => ({
  applied,
  hash: `h${applied}`,
  journalRow: applied + 1,
  recent: ['key'],
});

/** The rows that so many writings of memos leave. */
function rowsOf(writings: readonly (readonly [id: string, value: string])[]) {
  return writings.flatMap(([id, value], i) => {
    const draft = new Draft(State.parse([]));
    draft.put('memos', memo(id, value));
    return formatState(draft.changes(), mark(i + 1)).map(spreadStateRow);
  });
}

const writings = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c/d', 'mark'), fc.oneof(fc.string(), fc.constant('🙂'.repeat(40_000)))),
  { maxLength: 8 },
);

describe('the list of states', () => {
  test('gives the last word on every record and the last mark, in whatever order its rows stand', () => {
    fc.assert(
      fc.property(writings, fc.infiniteStream(fc.nat()), (written, shuffle) => {
        const rows = rowsOf(written)
          .map((row) => ({ row, at: shuffle.next().value }))
          .sort((a, b) => a.at - b.at);
        const state = State.parse([['Record', 'Entry', 'Data'], ...rows.map(({ row }) => row), ['', '', '']]);
        for (const [id, value] of new Map(written)) expect(state.get('memos', id)).toEqual(memo(id, value));
        expect(state.list('memos')).toHaveLength(new Map(written).size);
        expect(state.mark).toEqual(written.length === 0 ? EMPTY_MARK : mark(written.length));
      }),
      { numRuns: 60 },
    );
  });

  test('says the same when it is compacted to one row a record', () => {
    fc.assert(
      fc.property(writings, (written) => {
        const state = State.parse(rowsOf(written));
        const compact = state.compact().map(spreadStateRow);
        expect(compact).toHaveLength(new Map(written).size + 1);
        const again = State.parse(compact);
        expect(again.list('memos')).toEqual(state.list('memos'));
        expect(again.mark).toEqual({ ...state.mark, rows: new Map(written).size });
      }),
      { numRuns: 40 },
    );
  });

  describe('packed, many records in a row', () => {
    const numbered = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.oneof(fc.string(), fc.constant('🙂\n\t"'.repeat(15_000)))),
      { maxLength: 40 },
    );

    /** Rows of mails, a writing an entry. */
    function rowsOfMail(written: readonly (readonly [number: number, subject: string])[], from = 1) {
      return written.map(([number, subject], i) => {
        const id = formatId('outbox', number);
        return spreadStateRow([`outbox/${id}`, from + i, JSON.stringify({ id, subject })]);
      });
    }

    test('says the same, whatever is written over it afterwards', () => {
      fc.assert(
        fc.property(numbered, numbered, (before, after) => {
          const first = rowsOfMail(before);
          const packed = State.parse(first).pack().map(spreadStateRow);
          const later = rowsOfMail(after, before.length + 1);
          const loose = State.parse([...first, ...later]);
          const state = State.parse([...packed, ...later]);
          expect(state.list('outbox')).toEqual(loose.list('outbox'));
          expect(state.compact()).toEqual(
            loose.compact().map((row) => (row[0] === 'mark' ? state.compact().at(-1) : row)),
          );
          expect(state.highestNumber('outbox')).toBe(loose.highestNumber('outbox'));
          for (const id of ['M-0001', 'M-0020', 'M-0040', 'M-0041'])
            expect(state.get('outbox', id)).toEqual(loose.get('outbox', id));
        }),
        { numRuns: 60 },
      );
    });

    test('takes few rows, and counts them in its mark', () => {
      const records = Array.from({ length: 5000 }, (_, i) => [i + 1, 'x'.repeat(100)] as const);
      const rows = State.parse(rowsOfMail(records)).pack();
      expect(rows.length).toBeLessThan(20);
      const state = State.parse(rows.map(spreadStateRow));
      expect([state.packed, state.standing, state.mark.rows]).toEqual([
        5000,
        rows.length - 1,
        rows.length - 1,
      ]);
      expect(state.list('outbox')).toHaveLength(5000);
    });

    test('leaves records that have no number, and those too long for a pack, in rows of their own', () => {
      const rows = State.parse([
        ['memos/a', 1, '{"id":"a","value":"1"}'],
        ...rowsOfMail([[7, 'x'.repeat(175_000)]]),
      ]).pack();
      expect(rows.map(([record]) => record).sort()).toEqual(['mark', 'memos/a', 'outbox/M-0007']);
    });

    test('tells what entries after a given one wrote', () => {
      const written = [1, 2, 3, 4].map((number) => [number, 'x'] as const);
      const packed = State.parse(rowsOfMail(written)).pack().map(spreadStateRow);
      const state = State.parse([
        ...packed,
        ...rowsOfMail(
          [
            [2, 'y'],
            [9, 'z'],
          ],
          5,
        ),
      ]);
      expect([...state.changedSince('outbox', 3)].sort()).toEqual(['M-0002', 'M-0004', 'M-0009']);
      expect([...state.changedSince('outbox', 4)].sort()).toEqual(['M-0002', 'M-0009']);
      expect(state.changedSince('outbox', 9)).toEqual([]);
    });

    test('passes over what people left of a pack', () => {
      const rows = [
        ['pack/outbox/1-2/2', 2, 'nonsense'],
        ['pack/nothing/1-2/2', 2, ''],
        ...rowsOfMail([[1, 'x']]),
      ];
      expect(State.parse(rows).list('outbox')).toEqual([{ id: 'M-0001', subject: 'x' }]);
    });
  });

  test('refuses a record that would not fit its cells', () => {
    expect(() => rowsOf([['a', 'x'.repeat(180_001)]])).toThrow('too long');
  });

  test('lists records in order of creation beyond 9999, and counts on from the highest', () => {
    const ids = ['M-10000', 'M-9999', 'M-0002'];
    const state = State.parse(ids.map((id) => [`outbox/${id}`, 1, JSON.stringify({ id })]));
    expect(state.list('outbox').map(({ id }) => id)).toEqual(['M-0002', 'M-9999', 'M-10000']);
    expect(new Draft(state).nextId('outbox')).toBe('M-10001');
  });
});

describe('a draft', () => {
  const base = State.parse([
    ['memos/a', 1, '{"id":"a","value":"1"}'],
    ['memos/b', 1, '{"id":"b","value":"1"}'],
  ]);

  test('never touches what it is laid over', () => {
    const draft = new Draft(base);
    draft.put('memos', memo('a', '2'));
    draft.put('memos', memo('c', '1'));
    expect(draft.list('memos').map(({ id, value }) => id + value)).toEqual(['a2', 'b1', 'c1']);
    expect(base.list('memos').map(({ id, value }) => id + value)).toEqual(['a1', 'b1']);
  });

  test('knows what differs, leaving out what was written back', () => {
    const draft = new Draft(base);
    draft.put('memos', memo('a', '2'));
    draft.put('memos', memo('b', '2'));
    draft.put('memos', { value: '1', id: 'b' });
    draft.put('memos', memo('c', '1'));
    expect(draft.changes().map(({ key, before }) => [key, before])).toEqual([
      ['memos/a', memo('a', '1')],
      ['memos/c', null],
    ]);
  });

  test('looks for the highest number once, however many records are written', () => {
    let looked = 0;
    const view: RecordsView = {
      get: (kind, id) => base.get(kind, id),
      list: (kind) => base.list(kind),
      changedSince: (kind, entry) => base.changedSince(kind, entry),
      highestNumber: (kind) => {
        looked += 1;
        return base.highestNumber(kind);
      },
    };
    const draft = new Draft(view);
    for (let i = 0; i < 100; i++) draft.put('memos', memo(`m${i}`, '1'));
    expect(looked).toBe(1);
  });

  test('takes over a draft laid over it, its IDs too, or drops it with them', () => {
    const draft = new Draft(base);
    const child = new Draft(draft);
    expect(child.nextId('leads')).toBe('L-0001');
    child.put('memos', memo('a', '3'));
    expect(draft.get('memos', 'a')).toEqual(memo('a', '1'));
    expect(draft.highestNumber('leads')).toBe(0);
    draft.absorb(child);
    expect(draft.get('memos', 'a')).toEqual(memo('a', '3'));
    expect(draft.nextId('leads')).toBe('L-0002');
    draft.giveBack('leads');
    expect(draft.nextId('leads')).toBe('L-0002');
  });
});

test('IDs are read as they are written', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('leads', 'partners', 'outbox'),
      fc.integer({ min: 1, max: 999_999 }),
      (kind, number) => {
        expect(idNumber(formatId(kind as 'leads', number))).toBe(number);
      },
    ),
  );
  expect([formatId('partners', 7), formatId('leads', 7), formatId('partners', 1234)]).toEqual([
    'P-007',
    'L-0007',
    'P-1234',
  ]);
  expect(splitRecordKey('memos/due/list')).toEqual({ kind: 'memos', id: 'due/list' });
});

test('plain values are the same as JSON whatever the order of their keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const reversed = (part: unknown): unknown =>
        Array.isArray(part)
          ? part.map(reversed)
          : typeof part === 'object' && part !== null
            ? Object.fromEntries(
                Object.entries(part)
                  .reverse()
                  .map(([key, inner]) => [key, reversed(inner)]),
              )
            : part;
      expect(sameJson(value, reversed(value))).toBe(true);
      expect(sameJson(value, { inside: value })).toBe(false);
    }),
  );
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(sameJson([], {})).toBe(false);
});
