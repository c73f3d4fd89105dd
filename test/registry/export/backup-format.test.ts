import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../src/core/calendar/parse-instant.ts';
import { formatBackup, parseBackup } from '../../../src/registry/export/backup-format.ts';
import { chainEntry } from '../../../src/registry/journal/format-entry.ts';
import type { JournalEntry } from '../../../src/registry/journal/journal-entry.ts';
import { digest } from '../support/test-door.ts';

const at = parseInstant('2026-01-05T15:00:00Z');
if (at === null) throw new Error('A moment.');
const plan = {
  at,
  actor: 'ana@one.example',
  command: 'seedRegistry',
  subject: '',
  outcome: 'Done' as const,
  changes: [{ r: 'settings/rate', b: null, a: { id: 'rate', value: '=1+1' } }],
  effects: [],
  reason: '',
  key: 'k',
  answer: { ok: true },
};
const first = chainEntry(plan, { applied: 0, hash: '' }, digest);
const second = chainEntry(plan, { applied: 1, hash: first.hash }, digest);
const written = (journal: readonly JournalEntry[]) =>
  formatBackup({ schemaVersion: 1, timeZone: 'America/Chicago', journal }, digest);

describe('A backup', () => {
  test('is read as it was written', () => {
    const read = parseBackup(written([first, second]), digest);
    expect(read).toMatchObject({
      ok: true,
      backup: { timeZone: 'America/Chicago', journal: [first, second] },
    });
  });

  test.each([
    ['was changed', written([first, second]).replace('=1+1', '=1+2'), /changed or cut off/],
    ['was cut off', written([first]).slice(0, -20), /^The backup is cut off.* Take another copy/],
    ['was cut off within its first words', written([first]).slice(0, 40), /^The backup is cut off/],
    ['lacks an entry of its journal', written([second]), /Entry 1 is missing/],
    ['is something else', '{"format":"other"}', /^This is no backup\. A backup is the JSON file that/],
    ['is empty', '', /^This is no backup/],
    ['is a list', '[]', /^This is no backup/],
    ['is a CSV file', 'Partner,E-mail\nAcme,kim@acme.example\n', /imported with a mapping, without --backup/],
    [
      'is of a later version',
      written([first]).replace('"version":1', '"version":2'),
      /of a later version than/,
    ],
    [
      'was laid out otherwise',
      written([first]).replace('"timeZone"', '"zone"'),
      /not laid out as one any more \((timeZone|zone)\), so it was changed/,
    ],
  ])('that %s is refused', (_, text, problem) => {
    const read = parseBackup(text, digest);
    expect(read.ok ? '' : read.problem).toMatch(problem);
  });
});
