import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isCovered, scopeOf } from '../../../scripts/google/client/areas.ts';
import { COMMANDS } from '../../../scripts/google/commands/table.ts';

test('docs/going-live.md names for every command what it asks Google for, and no more', () => {
  const text = readFileSync(join(resolve(import.meta.dirname, '../../..'), 'docs/going-live.md'), 'utf8');
  const section = text.split('### What the commands ask Google for')[1]?.split('\n### ')[0] ?? '';
  const told = [...section.matchAll(/^\| `([\w.]+)` *\| ([^|]+)\|/gm)].flatMap(
    ([, scope = '', commands = '']) =>
      [...commands.matchAll(/`(\w+)`/g)].map(([, command = '']) => `${command}: ${scope}`),
  );
  const asked = COMMANDS.flatMap(({ name, areas }) => areas.map((area) => `${name}: ${area}`));
  expect(told.sort()).toEqual(asked.sort());
});

test('A sign-in that may write is good for reading, and none for more than it was given', () => {
  const granted = (['spreadsheets', 'drive.file', 'forms.body.readonly'] as const).map(scopeOf);
  expect(isCovered(scopeOf('spreadsheets.readonly'), granted)).toBe(true);
  expect(isCovered(scopeOf('drive.file'), granted)).toBe(true);
  expect(isCovered(scopeOf('forms.body'), granted)).toBe(false);
  expect(isCovered(scopeOf('drive.metadata.readonly'), granted)).toBe(false);
  expect(isCovered(scopeOf('drive.metadata.readonly'), [scopeOf('drive')])).toBe(true);
});
