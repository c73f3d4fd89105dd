/** Imports an existing registry of 50,000 rows, or as many as told, and prints what it took. */
import { fileURLToPath } from 'node:url';
import { makeLocalClient } from '../../../scripts/google/client/local-client.ts';
import { applyImport } from '../../../scripts/google/import/apply-import.ts';
import { readLiveBooks } from '../../../scripts/google/import/live-books.ts';
import { openLiveWorkbook } from '../../../scripts/google/workbook/live-workbook.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import { callCommand } from '../../../scripts/replay/call-command.ts';
import { mintInstant } from '../../../src/core/calendar/mint-dates.ts';
import { decideImport } from '../../../src/registry/import/decide-import.ts';
import { serveRest } from '../../../src/sandbox/rest/serve-rest.ts';
import { rowsOf } from '../../registry/import/support/import-files.ts';
import { writeOldRegistry } from '../../registry/import/support/old-registry.ts';
import { address } from '../../registry/support/test-door.ts';
import { openFilledWorld } from '../../support/open-filled-world.ts';

const HEAD = 'head@one.example';
const NOW = '2026-06-01T15:00:00Z';

/** Rows that the files have for each lead: accounts, introductions, deals, receipts and payments with it. */
const ROWS_A_LEAD = 1.9;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const wanted = Number(process.argv[2] ?? 50_000);

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

await buildWhenStale(root);
const world = openFilledWorld(root, [{ at: '2026-06-01T10:00' }]);
let virtual = 0;
const counts = { reads: 0, writes: 0 };
const server = await serveRest(world.workspace, {
  clock: () => virtual,
  faultFor: ({ method }) => {
    if (method.endsWith('batchUpdate')) counts.writes += 1;
    else counts.reads += 1;
    return undefined;
  },
});
const client = makeLocalClient(server.rootUrl, HEAD, {
  wait: async (ms) => {
    virtual += ms;
  },
});
const workbook = openLiveWorkbook(client, world.spreadsheetId);
callCommand(world.workspace, world.scriptId, {
  as: HEAD,
  command: 'beginImport',
  input: {},
  requestId: 'begin',
});

const files = writeOldRegistry(Math.round(wanted / ROWS_A_LEAD), '2026-06-01');
let since = performance.now();
const rows = rowsOf(files);
const count = Object.values(rows).reduce((sum, { length }) => sum + length, 0);
console.log(`${count} rows are read in ${seconds(since)}.`);
since = performance.now();
const books = await readLiveBooks(workbook);
const decision = decideImport(books.state, rows, { now: mintInstant(NOW), importer: address(HEAD) });
const refused = decision.rows.filter((row) => row.isRefused);
console.log(`They are decided in ${seconds(since)}; ${refused.length} are refused.`);
for (const { name, problems } of refused.slice(0, 5)) console.log(name, problems);
since = performance.now();
const { chunks } = await applyImport(workbook, books, decision.units, {
  now: () => mintInstant(NOW),
  importer: HEAD,
  reason: 'Imported from a measurement',
  progress: () => undefined,
});
console.log(`They are written in ${seconds(since)}, in ${chunks} chunks.`);
console.log(
  `Requests: ${counts.reads} reads, ${counts.writes} writes; ${(virtual / 60_000).toFixed(1)} minutes of waiting for quotas.`,
);
since = performance.now();
const after = await readLiveBooks(workbook);
const again = decideImport(after.state, rows, { now: mintInstant(NOW), importer: address(HEAD) });
console.log(`Once more: ${again.units.length} units to add, decided in ${seconds(since)}.`);
await server.close();
