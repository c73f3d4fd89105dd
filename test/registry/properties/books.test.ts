import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redoEntries, undoEntries } from '../../../src/registry/journal/replay-entries.ts';
import { findBrokenEntry } from '../../../src/registry/journal/verify-chain.ts';
import { Draft } from '../../../src/registry/state/draft.ts';
import { RecordsAsOf } from '../../../src/registry/state/records-as-of.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';
import { State } from '../../../src/registry/state/state.ts';
import { KINDS } from '../support/kinds.ts';
import { moves, play } from '../support/play-moves.ts';
import { digest, type TestDoor } from '../support/test-door.ts';

const course = fc.array(moves(), { maxLength: 40, size: 'max' });
const OPTIONS = { numRuns: 20, endOnFailure: true };

/** All records as plain data. */
function everything(records: RecordsView): { readonly [kind: string]: readonly unknown[] } {
  return Object.fromEntries(KINDS.map((kind) => [kind, structuredClone(records.list(kind))]));
}

/** What a draft holds once these changes are in it. */
function withChanges(base: RecordsView, changes: ReturnType<typeof redoEntries>): Draft {
  const draft = new Draft(base);
  for (const { kind, after } of changes) draft.put(kind, after as never);
  return draft;
}

test('the journal alone rebuilds every table', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const door = play(steps);
      const empty = State.parse([]);
      expect(everything(withChanges(empty, redoEntries(empty, door.journal)))).toEqual(
        everything(door.records),
      );
    }),
    OPTIONS,
  );
});

test('an entry applied twice is applied once', () => {
  fc.assert(
    fc.property(course, fc.nat(), (steps, n) => {
      const door = play(steps);
      const last = door.journal.slice(-1 - (n % 3));
      expect(redoEntries(door.records, last)).toEqual([]);
    }),
    OPTIONS,
  );
});

test('today with the later entries undone is the registry of that time', () => {
  fc.assert(
    fc.property(course, fc.nat(), (steps, n) => {
      const seen: { entry: number; records: ReturnType<typeof everything> }[] = [];
      const door = play(steps, (now: TestDoor) => {
        seen.push({ entry: now.journal.at(-1)?.entry ?? 0, records: everything(now.records) });
      });
      const then = seen[n % Math.max(seen.length, 1)];
      if (!then) return;
      const later = door.journal.filter(({ entry }) => entry > then.entry);
      const asOf = new RecordsAsOf(door.records, undoEntries(door.records, later));
      expect(everything(asOf)).toEqual(then.records);
    }),
    OPTIONS,
  );
});

test('the chain is whole, and breaks where anything in an entry is changed or an entry is missing', () => {
  fc.assert(
    fc.property(
      course,
      fc.nat(),
      fc.constantFrom('actor', 'command', 'subject', 'reason', 'changes'),
      (steps, n, field) => {
        const { journal } = play(steps);
        expect(findBrokenEntry(journal, digest)).toBeNull();
        const at = n % journal.length;
        const entry = journal[at];
        if (!entry) return;
        const forged =
          field === 'changes'
            ? { ...entry, changes: [...entry.changes, { r: 'leads/L-9999', b: null, a: { id: 'L-9999' } }] }
            : { ...entry, [field]: `${entry[field]} ` };
        expect(
          findBrokenEntry(
            journal.map((other, i) => (i === at ? forged : other)),
            digest,
          )?.entry,
        ).toBe(entry.entry);
        if (at < journal.length - 1) {
          expect(
            findBrokenEntry(
              journal.filter((_, i) => i !== at),
              digest,
            )?.entry,
          ).toBe(entry.entry);
        }
      },
    ),
    OPTIONS,
  );
});
