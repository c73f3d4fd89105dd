import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../src/registry/state/draft.ts';
import { formatState, spreadStateRow } from '../../../src/registry/state/format-state.ts';
import { formatId, idNumber, splitRecordKey } from '../../../src/registry/state/record-key.ts';
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
