import type { World } from '../../scripts/replay/world.ts';
import type { JournalRow } from '../../src/registry/journal/format-entry.ts';
import { parseEntries } from '../../src/registry/journal/parse-entries.ts';
import { findBrokenEntry } from '../../src/registry/journal/verify-chain.ts';
import { digest } from '../registry/support/test-door.ts';

const FIELDS: { readonly [header: string]: keyof JournalRow } = {
  Entry: 'entry',
  Actor: 'actor',
  Command: 'command',
  Subject: 'subject',
  Outcome: 'outcome',
  Changes: 'changes',
  Reason: 'reason',
  Hash: 'hash',
  Part: 'part',
  Of: 'of',
  Key: 'key',
  UTC: 'at',
};

/** What is wrong with the journal as it stands, read by its headers: entries that are missing or were changed. */
export function findBroken({ workspace, spreadsheetId }: World): readonly string[] {
  const [headers = [], ...cells] = workspace.table(spreadsheetId, 'Journal');
  const rows = cells
    .map((row) =>
      Object.fromEntries(
        headers.flatMap((header, i) => {
          const field = FIELDS[String(header)];
          return field === undefined ? [] : [[field, row[i] ?? '']];
        }),
      ),
    )
    // A row that was written while columns moved says nothing under its headers; it is there a second time.
    .filter(
      ({ entry, hash }) => typeof entry === 'number' && /^[0-9a-f]{64}$/.test(String(hash)),
    ) as unknown as readonly JournalRow[];
  const broken = findBrokenEntry(parseEntries(rows), digest);
  return broken === null ? [] : [`Journal: ${broken.problem}`];
}
