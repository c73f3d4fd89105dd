import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeColumns } from '../../scripts/columns/describe-columns.ts';

it('docs/columns.md says what the registry declares: npx tsx scripts/generate-columns.ts writes it anew', () => {
  const written = readFileSync(new URL('../../docs/columns.md', import.meta.url), 'utf8');
  expect(written).toBe(describeColumns());
});
