/**
 * Writes the reference of tabs and columns from the registry's one declaration of them.
 * Run: `npx tsx scripts/generate-columns.ts`; a test says when it has to be run again.
 */
import { writeFileSync } from 'node:fs';
import { describeColumns } from './columns/describe-columns.ts';

writeFileSync(new URL('../docs/columns.md', import.meta.url), describeColumns());
