import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { serialOfDate } from '../../../scripts/google/workbook/serial-dates.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { CHECKS } from '../../../src/registry/audit/checks.ts';
import { forkWorld } from '../../support/open-filled-world.ts';
import { changeSheet, openAuditedWorld, overwrite, placeOf, verifyWorld } from './support/audited-world.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let world: World;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openAuditedWorld(root);
}, 120_000);

/** A day as the sheet keeps it. */
function serial(date: string): { readonly d: number } {
  return { d: serialOfDate(new Date(parseLocalTime(`${date}T00:00`, world.timeZone) ?? ''), world.timeZone) };
}

/** The lines in which checks found no difference. */
function soundChecks(checks: readonly { readonly check: string; readonly differ: number }[]) {
  return checks.filter(({ differ }) => differ === 0).map(({ check }) => check);
}

describe('An audit of a registry that nobody has meddled with', () => {
  test('finds nothing, says what it has looked at, and ends with 0', async () => {
    const { exit, told, report } = await verifyWorld(world);
    expect(told).toEqual([]);
    expect(exit).toBe(0);
    expect(report).toMatchObject({ on: '2026-01-14', unaudited: [], sound: true });
    expect(soundChecks(report.checks)).toEqual(Object.keys(CHECKS));
    const looked = Object.fromEntries(report.checks.map(({ check, looked }) => [check, looked]));
    expect(looked).toMatchObject({
      holders: 3,
      windows: 3,
      eligibility: 4,
      commissions: 3,
      // One paid line and two receipts.
      payments: 3,
      // One month of USD 9,749.95 paid and still owed of Acme, one of EUR 5,000.00 of Beta.
      statements: 2,
      // Tables, totals and the three books.
      protections: 18,
    });
    expect(report.checks.every(({ looked }) => looked > 0)).toBe(true);
  });

  test('changes nothing, whatever is asked', async () => {
    const before = JSON.stringify(world.workspace.toJSON());
    await verifyWorld(world, { args: ['--yes'] });
    await verifyWorld(world, { args: ['--dry-run'] });
    expect(JSON.stringify(world.workspace.toJSON())).toBe(before);
  });

  test('asks for all cells in few requests, and for little besides', async () => {
    const calls: string[] = [];
    const faultFor = ({ method }: { readonly method: string }) => {
      calls.push(method);
      return undefined;
    };
    await verifyWorld(world, { faultFor });
    expect(calls).toEqual([
      'sheets.spreadsheets.get',
      // Tabs are a thousand rows long, filled or not: 251,000 cells, 100,000 a request.
      'sheets.spreadsheets.values.batchGet',
      'sheets.spreadsheets.values.batchGet',
      'sheets.spreadsheets.values.batchGet',
      'drive.files.get',
      'sheets.spreadsheets.values.batchGet',
    ]);
  });

  test('is held against an entry that was noted before', async () => {
    const { report } = await verifyWorld(world);
    const known = `${report.last?.entry}:${report.last?.hash}`;
    expect((await verifyWorld(world, { args: ['--known', known] })).exit).toBe(0);
    const other = `${report.last?.entry}:${'0'.repeat(64)}`;
    const { exit, told } = await verifyWorld(world, { args: ['--known', other] });
    expect(exit).toBe(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^Journal {2}entry 52 {2}Hash: found [0-9a-f]{64}, expected 0{64}, as it was noted/,
    );
    expect((await verifyWorld(world, { args: ['--known', '12'] }).catch(() => null))?.exit ?? 2).toBe(2);
  });
});

describe('A cell that was changed behind the registry’s back', () => {
  const cases = [
    {
      name: 'an amount',
      at: { tab: 'Commissions', id: 'C-0002', header: 'Amount' },
      value: 6000,
      told: 'C-0002  Amount: found EUR 6,000.00, expected EUR 5,000.00 (section 5.2)',
    },
    {
      name: 'a day on which something is due',
      at: { tab: 'Commissions', id: 'C-0002', header: 'Due on' },
      value: () => serial('2026-01-15'),
      told: 'C-0002  Due on: found 2026-01-15, expected 2026-01-18 (section 5.3)',
    },
    {
      name: 'a status',
      at: { tab: 'Commissions', id: 'C-0001', header: 'Status' },
      value: 'Due',
      told: 'C-0001  Status: found Due, expected Paid (section 5.4)',
    },
    {
      name: 'a rate',
      at: { tab: 'Commissions', id: 'C-0002', header: 'Rate' },
      value: 0.2,
      told: 'C-0002  Rate: found 0.2, expected 0.1 (section 2)',
    },
    {
      name: 'a condition',
      at: { tab: 'Commissions', id: 'C-0002', header: 'C2' },
      value: 'no',
      told: 'C-0002  C2: found no, expected yes (section 4)',
    },
    {
      name: 'a window',
      at: { tab: 'Leads', id: 'L-0003', header: 'Active until' },
      value: () => serial('2027-12-31'),
      told: 'L-0003  Active until: found 2027-12-31, expected 2027-01-12 (section 2.4)',
    },
    {
      name: 'a state',
      at: { tab: 'Leads', id: 'L-0003', header: 'Lead status' },
      value: 'Expired',
      told: 'L-0003  Lead status: found Expired, expected Active (section 2)',
    },
    {
      name: 'a customer',
      at: { tab: 'Leads', id: 'L-0003', header: 'Customer' },
      value: 'Globex',
      told: 'L-0003  Customer: found Globex, expected Umbrella',
    },
    {
      name: 'the evidence of a lead, which is long',
      at: { tab: 'Leads', id: 'L-0003', header: 'Eligibility evidence' },
      value: 'C1 yes',
      told: /L-0003 {2}Eligibility evidence: found C1 yes, expected C1 not yet: .+… \(section 4\)$/,
    },
    {
      name: 'a receipt',
      at: { tab: 'Receipts', id: 'R-0002', header: 'Received on' },
      value: () => serial('2026-01-08'),
      told: 'R-0002  Received on: found 2026-01-08, expected 2026-01-13 (section 5.3)',
    },
    {
      name: 'a contract',
      at: { tab: 'Deals', id: 'D-0002', header: 'Gross' },
      value: 60000,
      told: 'D-0002  Gross: found EUR 60,000.00, expected EUR 50,000.00',
    },
    {
      name: 'an amount that became text',
      at: { tab: 'Deals', id: 'D-0002', header: 'Net first-year SaaS revenue' },
      value: 'fifty',
      told: 'D-0002  Net first-year SaaS revenue: found fifty, expected EUR 50,000.00 (section 5.1)',
    },
    {
      name: 'a setting',
      at: { tab: 'Settings', id: 'Commission rate', header: 'Value' },
      value: 0.15,
      told: 'Commission rate  Value: found 0.15, expected 0.1',
    },
    {
      name: 'a role',
      at: { tab: 'Team', id: 'fay@one.example', header: 'Role' },
      value: 'head',
      told: 'fay@one.example  Role: found head, expected finance',
    },
    {
      name: 'a total',
      at: { tab: 'Finance', id: 'EUR', header: 'Open' },
      value: 1,
      told: 'EUR, All partners, All months  Open: found EUR 1.00, expected EUR 5,000.00 (section 5.7)',
    },
    {
      name: 'the time of a journal entry as people see it',
      at: { tab: 'Journal', id: 20, header: 'At' },
      value: () => serial('2026-01-01'),
      told: /entry 20 {2}At: found 2026-01-01 00:00:00, expected 2026-01-0\d \d\d:\d\d:\d\d$/,
    },
    {
      name: 'a reason in the journal',
      at: { tab: 'Journal', id: 20, header: 'Actor' },
      value: 'nobody@one.example',
      told: 'entry 20  Hash: found an entry that was changed after it was written, expected what its hash was taken of, behind the entry before',
      cell: 'Hash',
    },
    {
      name: 'what a journal entry changed, past reading',
      at: { tab: 'Journal', id: 52, header: 'Changes' },
      value: '{"changes":[',
      told: /Changes: found changes that nobody can read, expected every entry in all of its parts$/,
    },
    {
      name: 'the moment that a hash covers, past reading',
      at: { tab: 'Journal', id: 20, header: 'UTC' },
      value: 'some time',
      told: 'entry 20  Entry: found a row that is no row of an entry any more, expected every entry in all of its parts',
      cell: 'Entry',
    },
    {
      name: 'a record of the hidden book',
      at: { tab: '_state', id: 'leads/L-0003', header: 'Data' },
      value: '{"id":"L-0003"}',
      told: 'leads/L-0003  Data: found another registration, view, responses, expected what the journal says',
    },
    {
      name: 'a record of the hidden book, past reading',
      at: { tab: '_state', id: 'leads/L-0003', header: 'Data' },
      value: 'gone',
      told: 'leads/L-0003  Data: found text that is no record, expected the record that the journal makes',
    },
  ] as const;

  test.each(cases)('is told with its cell and nothing else: $name', async ({ at, value, told, ...rest }) => {
    const place = placeLast(world, at);
    const meddled = overwrite(world, at.tab, place, typeof value === 'function' ? value() : value);
    const found = await verifyWorld(meddled);
    expect(found.told).toHaveLength(1);
    const column = 'cell' in rest ? placeLast(world, { ...at, header: rest.cell }).column : place.column;
    const cell = `${at.tab}!${letters(column)}${place.row}  `;
    expect(found.told[0]?.slice(0, cell.length)).toBe(cell);
    const what = found.told[0]?.slice(cell.length);
    if (typeof told === 'string') expect(what).toBe(told);
    else expect(what).toMatch(told);
    expect(found.exit).toBe(1);
  });
});

/** Of several rows with the ID the last, which in `_state` is the one that counts. */
function placeLast(
  { workspace, spreadsheetId }: World,
  at: { readonly tab: string; readonly id: string | number; readonly header: string },
) {
  const first = placeOf(world, at);
  if (at.tab !== '_state') return first;
  const ids = workspace.table(spreadsheetId, at.tab).map(([id]) => id);
  return { ...first, row: ids.lastIndexOf(at.id) + 1 };
}

function letters(column: number): string {
  const [tens, ones] = [Math.floor((column - 1) / 26), (column - 1) % 26];
  return `${tens === 0 ? '' : String.fromCharCode(64 + tens)}${String.fromCharCode(65 + ones)}`;
}

describe('Rows that were meddled with', () => {
  const rowOf = (tab: string, id: string | number) => placeLast(world, { tab, id, header: headerOf(tab) });
  const headerOf = (tab: string) => String(world.workspace.table(world.spreadsheetId, tab)[0]?.[0]);

  const cases = [
    {
      name: 'a row that was emptied',
      tab: 'Commissions',
      change: (rows: unknown[], row: number) => rows.splice(row - 1, 1, []),
      id: 'C-0003',
      told: 'Commissions  C-0003  found no row, expected the row of the record',
    },
    {
      name: 'a row that stands twice',
      tab: 'Commissions',
      change: (rows: unknown[], row: number) => rows.push(rows[row - 1]),
      id: 'C-0003',
      told: 'Commissions!A5  C-0003  found a second row of it, expected one row',
    },
    {
      name: 'a row that is no record’s',
      tab: 'Commissions',
      change: (rows: unknown[]) => rows.push(['C-0099', 'Acme', 'Globex', 99]),
      id: 'C-0003',
      told: 'Commissions!A5  found C-0099, Acme, Globex, expected a row of a record, or none',
    },
    {
      name: 'an entry of the journal that was deleted',
      tab: 'Journal',
      change: (rows: unknown[], row: number) => rows.splice(row - 1, 1),
      id: 20,
      told: 'Journal  entry 20  Entry: found nothing, expected every entry in all of its parts',
    },
    {
      name: 'the last entry of the journal that was deleted',
      tab: 'Journal',
      change: (rows: unknown[], row: number) => rows.splice(row - 1, 1),
      id: 52,
      told: 'Journal  entry 52  Entry: found nothing, expected every entry in all of its parts',
    },
    {
      name: 'a record of the hidden book that was deleted',
      tab: '_state',
      change: (rows: unknown[], row: number) => rows.splice(row - 1, 1),
      id: 'accounts/A-0001',
      told: '_state  accounts/A-0001  Data: found nothing, expected the record that the journal makes',
    },
    {
      name: 'totals below the totals',
      tab: 'Finance',
      change: (rows: unknown[]) => rows.push(['USD', 'All partners', 'All months', 5]),
      id: 'EUR',
      told: /^Finance!A\d+ {2}found USD, All partners, All months, expected no such totals, or not a second time \(section 5\.7\)$/,
    },
    {
      name: 'totals that are missing',
      tab: 'Finance',
      change: (rows: unknown[], row: number) => rows.splice(row - 1, 1),
      id: 'EUR',
      told: 'Finance  EUR, All partners, All months  found no row, expected a row of these totals (section 5.7)',
    },
  ] as const;

  test.each(cases)('are told once: $name', async ({ tab, change, id, told }) => {
    const { row } = rowOf(tab, id);
    const meddled = changeSheet(world, tab, ({ rows }) => {
      change(rows as unknown[], row);
    });
    const found = await verifyWorld(meddled);
    expect(found.told).toEqual([typeof told === 'string' ? told : expect.stringMatching(told)]);
    expect(found.exit).toBe(1);
  });

  test('that were only sorted are right', async () => {
    const sorted = changeSheet(world, 'Commissions', (sheet) => {
      const [headers = [], ...rows] = sheet.rows;
      sheet.rows = [headers, ...rows.reverse()];
    });
    expect((await verifyWorld(sorted)).exit).toBe(0);
  });

  test.each(['Journal', 'Finance'])('that were only sorted are right on the tab %s too', async (tab) => {
    const sorted = changeSheet(world, tab, (sheet) => {
      const [headers = [], ...rows] = sheet.rows;
      sheet.rows = [headers, ...rows.reverse()];
    });
    expect((await verifyWorld(sorted)).told).toEqual([]);
  });
});

describe('Protections that were changed', () => {
  type Sheet = Parameters<Parameters<typeof changeSheet>[2]>[0];
  const change = (sheet: Sheet, by: object) => {
    sheet.protections = sheet.protections.map((one) => ({ ...one, ...by }));
  };
  const cases = [
    {
      name: 'a closed tab that somebody else may edit',
      tab: 'Settings',
      by: (sheet: Sheet) => change(sheet, { editors: ['head@one.example', 'eve@one.example'] }),
      told: 'Settings  Protection: found eve@one.example may edit it, expected programme heads alone may (section 8)',
    },
    {
      name: 'a closed tab that only warns',
      tab: 'Team',
      by: (sheet: Sheet) => change(sheet, { warningOnly: true }),
      told: 'Team  Protection: found a warning alone, expected programme heads alone may edit it (section 8)',
    },
    {
      name: 'a closed tab that the domain may edit',
      tab: 'Team',
      by: (sheet: Sheet) => change(sheet, { domainEdit: true }),
      told: 'Team  Protection: found everybody of the domain may edit it, expected programme heads alone may (section 8)',
    },
    {
      name: 'a tab without its protection',
      tab: 'Commissions',
      by: (sheet: Sheet) => {
        sheet.protections = [];
      },
      told: 'Commissions  Protection: found none, expected a warning to whoever types into it (section 8)',
    },
    {
      name: 'a closed tab with a column that is open',
      tab: 'Settings',
      by: (sheet: Sheet) => change(sheet, { unprotected: [{ row: 2, col: 2, rows: 50, cols: 1 }] }),
      told: 'Settings!B:B  Value: found open to everybody, expected closed (section 8)',
    },
    {
      name: 'cells that were closed besides',
      tab: 'Journal',
      by: (sheet: Sheet) => {
        const box = { row: 2, col: 1, rows: 9, cols: 2 };
        const own = { warningOnly: false, editors: ['eve@one.example'], domainEdit: false, unprotected: [] };
        sheet.protections = [
          ...sheet.protections,
          { uid: 'more', type: 'RANGE', description: '', box, ...own },
        ];
      },
      told: 'Journal!A2:B10  Protection: found closed to those who are not named, expected no other protection: commands of others cannot write there (section 8)',
    },
  ] as const;

  test.each(cases)('are told: $name', async ({ tab, by, told }) => {
    const found = await verifyWorld(changeSheet(world, tab, by));
    expect(found.told).toEqual([told]);
    expect(found.exit).toBe(1);
  });

  test('cannot be looked at by those whom Google does not tell, which is said', async () => {
    const { exit, report, told } = await verifyWorld(world, { as: 'fay@one.example' });
    expect(told).toEqual([]);
    expect(report.unaudited).toEqual([
      'Who may edit the tab Team: Google tells it only to those who may. Run this as a programme head.',
      'Who may edit the tab Settings: Google tells it only to those who may. Run this as a programme head.',
    ]);
    expect(exit).toBe(1);
  });
});

describe('When Google does not answer as wished, an audit', () => {
  const cases = [
    { status: 401, says: 'Google does not take the sign-in any more' },
    { status: 403, says: 'Google refuses access to the spreadsheet' },
    { status: 404, says: 'Google does not find the spreadsheet' },
    { status: 429, says: 'Google’s allowance of requests is used up'.replace('’', "'") },
    { status: 503, says: 'Google failed with 503' },
  ];
  test.each(cases)('ends with 3 and says why: $status', async ({ status, says }) => {
    const { exit, err } = await verifyWorld(world, { faultFor: () => ({ status }) });
    expect(exit).toBe(3);
    expect(err).toContain(says);
  });

  test('waits for the allowance of the next minute and goes on', async () => {
    let refused = 0;
    const faultFor = () => {
      refused += 1;
      return refused <= 3 ? { status: 429, retryAfterSeconds: 1 } : undefined;
    };
    expect((await verifyWorld(world, { faultFor })).exit).toBe(0);
  });

  test('reads all again where somebody works meanwhile, and ends with 1 where it never stands still', async () => {
    const busy = forkWorld(world);
    let [reads, notes] = [0, 0];
    const meddle = (times: number) => ({
      faultFor: ({ method }: { readonly method: string }) => {
        if (method === 'drive.files.get' && reads < times) {
          reads += 1;
          notes += 1;
          busy.workspace.edit({
            spreadsheetId: busy.spreadsheetId,
            as: 'ana@one.example',
            tab: 'Leads',
            ...placeOf(busy, { tab: 'Leads', id: 'L-0004', header: 'Request note' }),
            value: `note ${notes}`,
          });
        }
        return undefined;
      },
    });
    const once = await verifyWorld(busy, meddle(1));
    expect(once.err).toContain('Somebody worked in the registry meanwhile: it is read again.');
    expect(once.told).toEqual([]);
    expect(once.exit).toBe(0);
    reads = 0;
    const always = await verifyWorld(busy, meddle(9));
    expect(always.exit).toBe(1);
    expect(always.err).toContain('People are working in the registry');
  });

  test('says that a spreadsheet is no registry', async () => {
    const other = forkWorld(world);
    const spreadsheetId = other.workspace.createSpreadsheet({
      name: 'Book',
      owner: 'head@one.example',
      timeZone: 'Europe/Berlin',
    });
    const { exit, err } = await verifyWorld({ ...other, spreadsheetId });
    expect(exit).toBe(1);
    expect(err).toContain('has no tab Journal');
  });
});
