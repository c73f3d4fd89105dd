import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { diffRecord, redoChange, undoChange } from '../../../src/registry/journal/diff-record.ts';
import { chainEntry, formatEntry } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry, UnchainedEntry } from '../../../src/registry/journal/journal-entry.ts';
import { parseEntries } from '../../../src/registry/journal/parse-entries.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import type { RecordChange } from '../../../src/registry/state/draft.ts';
import { digest } from '../support/test-door.ts';

const AT = parseInstant('2026-01-05T15:00:00Z');
if (AT === null) throw new Error('A moment.');
const at = AT;

const fields = fc.dictionary(
  fc.constantFrom('id', 'name', 'view', 'list', '0'),
  fc.jsonValue({ maxDepth: 2 }),
  {
    noNullPrototype: true,
  },
);
const changes = fc.record({
  r: fc.constantFrom('leads/L-0001', 'memos/due-list'),
  b: fc.option(fields),
  a: fc.oneof(fields, fc.constant({ note: '🙂'.repeat(50_000) })),
});
const plans: fc.Arbitrary<UnchainedEntry> = fc.record({
  at: fc.constant(at),
  actor: fc.constantFrom('ana@one.example', 'the registry'),
  command: fc.constantFrom('approveLead', 'edit'),
  subject: fc.string({ maxLength: 20 }),
  outcome: fc.constantFrom('Done' as const, 'Refused' as const),
  changes: fc.array(changes, { maxLength: 3 }),
  effects: fc.array(fc.constant({ do: 'stop-editing' as const, person: 'bo@one.example' }), { maxLength: 1 }),
  reason: fc.string({ maxLength: 20 }),
  key: fc.string({ maxLength: 10 }),
});

/** The entries of these plans, each chained to the one before. */
function chain(entries: readonly UnchainedEntry[]): readonly JournalEntry[] {
  const chained: JournalEntry[] = [];
  for (const plan of entries) {
    const last = chained.at(-1);
    chained.push(chainEntry(plan, { applied: last?.entry ?? 0, hash: last?.hash ?? '' }, digest));
  }
  return chained;
}

const journals = fc.array(plans, { maxLength: 5 }).map(chain);
/** What JSON keeps of a value: there is no -0 in it. */
const plain = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe('the rows of the journal', () => {
  test('make the entries again, in whatever order they stand and also where some stand twice', () => {
    fc.assert(
      fc.property(journals, fc.infiniteStream(fc.nat()), (entries, shuffle) => {
        const rows = entries.flatMap(formatEntry);
        expect(rows.every(({ changes: text }) => text.length <= 50_000)).toBe(true);
        const shuffled = [...rows, ...rows.slice(1, 3)]
          .map((row) => ({ row, order: shuffle.next().value }))
          .sort((left, right) => left.order - right.order)
          .map(({ row }) => row);
        expect(plain(parseEntries(shuffled))).toEqual(plain(entries));
      }),
      { numRuns: 60 },
    );
  });

  test('of an entry with a part missing make no entry', () => {
    const [entry] = chain([
      { ...EXAMPLE, changes: [{ r: 'memos/a', b: null, a: { note: 'x'.repeat(100_000) } }] },
    ]);
    const rows = entry ? formatEntry(entry) : [];
    expect(rows).toHaveLength(3);
    for (const lost of rows) expect(parseEntries(rows.filter((row) => row !== lost))).toEqual([]);
  });

  test('that people made unreadable make an entry without changes, whose hash does not fit', () => {
    const entries = chain([EXAMPLE, EXAMPLE]);
    const rows = entries.flatMap((entry) => formatEntry(entry));
    for (const text of ['{"changes":[', 'n/a', '7', 'null']) {
      const read = parseEntries(rows.map((row, i) => (i === 0 ? { ...row, changes: text } : row)));
      expect(read.map(({ entry, changes, isUnreadable }) => [entry, changes.length, isUnreadable])).toEqual([
        [1, 0, true],
        [2, 1, undefined],
      ]);
      expect(findBrokenEntry(read, digest)).toMatchObject({
        entry: 1,
        problem: expect.stringContaining('was changed'),
      });
    }
  });

  test('of an entry cut off leave the one that got its number whole, in whatever order they stand', () => {
    const long = { ...EXAMPLE, changes: [{ r: 'memos/a', b: null, a: { note: 'x'.repeat(100_000) } }] };
    const [cut] = chain([long]);
    const [whole] = chain([EXAMPLE]);
    if (!cut || !whole) throw new Error('Two entries.');
    const rows = [...formatEntry(cut).slice(0, 2), ...formatEntry(whole)];
    expect(parseEntries(rows)).toEqual([whole]);
    expect(parseEntries([...rows].reverse())).toEqual([whole]);
  });
});

const EXAMPLE: UnchainedEntry = {
  at,
  actor: 'ana@one.example',
  command: 'approveLead',
  subject: 'L-0001',
  outcome: 'Done',
  changes: [{ r: 'leads/L-0001', b: { x: 1 }, a: { x: 2 } }],
  effects: [{ do: 'stop-editing', person: 'bo@one.example' }],
  reason: 'Asked',
  key: 'k',
};

describe('the chain', () => {
  test('is whole as it was written, from the start and from any entry on', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        expect(findBrokenEntry(entries, digest)).toBeNull();
        const [first, ...rest] = entries;
        if (first)
          expect(findBrokenEntry(rest, digest, { applied: first.entry, hash: first.hash })).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  const tamperings: readonly { readonly name: string; readonly change: Partial<JournalEntry> }[] = [
    { name: 'moment', change: { at: parseInstant('2026-01-05T15:00:01Z') ?? at } },
    { name: 'actor', change: { actor: 'bo@one.example' } },
    { name: 'command', change: { command: 'rejectLead' } },
    { name: 'subject', change: { subject: 'L-0002' } },
    { name: 'outcome', change: { outcome: 'Refused' } },
    { name: 'changes', change: { changes: [{ r: 'leads/L-0001', b: { x: 1 }, a: { x: 3 } }] } },
    { name: 'changes taken out', change: { changes: [] } },
    { name: 'effects', change: { effects: [] } },
    { name: 'reason', change: { reason: 'Not asked' } },
    { name: 'key', change: { key: '' } },
    { name: 'hash', change: { hash: 'x' } },
  ];

  test.each(tamperings)('breaks where the $name of an entry was changed', ({ change }) => {
    const entries = chain([EXAMPLE, { ...EXAMPLE, reason: 'Second' }, EXAMPLE]);
    for (const number of [1, 2, 3]) {
      const tampered = entries.map((entry) => (entry.entry === number ? { ...entry, ...change } : entry));
      expect(findBrokenEntry(tampered, digest)?.entry).toBe(number);
    }
  });

  test('breaks where an entry is gone, or two changed places', () => {
    const entries = chain([EXAMPLE, { ...EXAMPLE, reason: 'Second' }, EXAMPLE]);
    expect(findBrokenEntry(entries.slice(1), digest)?.entry).toBe(1);
    expect(
      findBrokenEntry(
        entries.filter(({ entry }) => entry !== 2),
        digest,
      )?.entry,
    ).toBe(2);
    const swapped = entries.map((entry) => ({
      ...entry,
      entry: entry.entry === 1 ? 2 : entry.entry === 2 ? 1 : 3,
    }));
    expect(
      findBrokenEntry(
        [...swapped].sort((a, b) => a.entry - b.entry),
        digest,
      )?.entry,
    ).toBe(1);
  });
});

describe('a change', () => {
  const records = fields.map((record): { readonly [field: string]: unknown } => ({
    ...(plain(record) as object),
    id: 'a',
  }));
  const asChange = (before: object | null, after: object) =>
    diffRecord({ key: 'memos/a', kind: 'memos', id: 'a', before, after } as unknown as RecordChange);

  test('redone gives what became of the record, twice as once; undone what it was', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const change = plain(asChange(before, after)) as ReturnType<typeof asChange>;
        const redone = redoChange(before, change);
        expect(redone).toEqual(after);
        expect(redoChange(redone, change)).toEqual(after);
        expect(undoChange(after, change)).toEqual(before);
      }),
    );
  });

  test.each(['valueOf', '__proto__'])('tells a field %s from what every object inherits', (name) => {
    const [before, after] = [
      { id: 'a', list: {} },
      { id: 'a', list: JSON.parse(`{"${name}":0}`) as object },
    ];
    const change = plain(asChange(before, after)) as ReturnType<typeof asChange>;
    expect(redoChange(before, change)).toEqual(after);
    expect(undoChange(after, change)).toEqual(before);
    expect(undoChange(before, plain(asChange(after, before)) as typeof change)).toEqual(after);
  });

  test('that makes a record is undone to none', () => {
    fc.assert(
      fc.property(records, (after) => {
        const change = asChange(null, after);
        expect(redoChange(null, change)).toEqual(after);
        expect(redoChange(after, change)).toEqual(after);
        expect(undoChange(after, change)).toBeNull();
      }),
    );
  });

  test('says only what differs, inside objects too', () => {
    const change = asChange({ id: 'a', x: 1, in: { y: 1, z: [1] } }, { id: 'a', x: 1, in: { y: 2, z: [1] } });
    expect(change).toEqual({ r: 'memos/a', b: { in: { y: 1 } }, a: { in: { y: 2 } } });
  });
});
