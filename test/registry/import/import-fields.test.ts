import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IMPORT_FIELDS, IMPORT_KINDS } from '../../../src/registry/import/import-kinds.ts';

const guide = readFileSync(new URL('../../../docs/importing.md', import.meta.url), 'utf8');

describe('the guide to importing', () => {
  test.each(IMPORT_KINDS)('names every field of %s, and which are needed', (kind) => {
    const fields = IMPORT_FIELDS[kind].map(({ key, isRequired }) => (isRequired ? `**${key}**` : key));
    expect(guide).toContain(`- \`${kind}\`: ${fields.join(', ')}\n`);
  });
});
