import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { serialOfDate } from '../../../scripts/google/workbook/serial-dates.ts';
import { buildWhenStale } from '../../../scripts/replay/build-when-stale.ts';
import type { World } from '../../../scripts/replay/world.ts';
import { parseLocalTime } from '../../../src/core/calendar/parse-local-time.ts';
import { columnLetters } from '../../../src/registry/audit/cell-name.ts';
import { changeSheet, openAuditedWorld, overwrite, placeOf, verifyWorld } from './support/audited-world.ts';
import { MEDDLED_CELLS, type MeddledCell } from './support/meddled-cells.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let world: World;

beforeAll(async () => {
  await buildWhenStale(root);
  world = openAuditedWorld(root);
}, 120_000);

/** A value as the sheet keeps it: days are serial numbers. */
function toCell(value: MeddledCell['value']) {
  if (typeof value !== 'object') return value;
  const midnight = new Date(parseLocalTime(`${value.day}T00:00`, world.timeZone) ?? '');
  return { d: serialOfDate(midnight, world.timeZone) };
}

describe('A cell that was changed behind the registry’s back', () => {
  test.each(MEDDLED_CELLS)('is told with its cell and nothing else: $name', async (meddled) => {
    const { at, value, told, named = at.header } = meddled;
    const place = placeLast(world, at);
    const found = await verifyWorld(overwrite(world, at.tab, place, toCell(value)));
    const { column } = placeLast(world, { ...at, header: named });
    const cell = `${at.tab}!${columnLetters(column)}${place.row}  `;
    expect(found.told.map((line) => line.slice(0, cell.length))).toEqual([cell]);
    expect(found.told[0]?.slice(cell.length)).toEqual(
      typeof told === 'string' ? told : expect.stringMatching(told),
    );
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
      name: 'a text below the leads, in a row without an ID',
      tab: 'Leads',
      change: (rows: unknown[]) => rows.push([], ['', '', '', '', 'Ghost Ltd']),
      id: 'L-0001',
      told: /^Leads!E\d+ {2}found Ghost Ltd, expected a row of a record, or none$/,
    },
    {
      name: 'a text below the deals, in a row without an ID',
      tab: 'Deals',
      change: (rows: unknown[]) => rows.push(['', '', 'Ghost Ltd', 'Ghost deal']),
      id: 'D-0001',
      told: /^Deals!C\d+ {2}found Ghost Ltd, Ghost deal, expected a row of a record, or none$/,
    },
    {
      name: 'a text below the totals, in a row without a currency',
      tab: 'Finance',
      change: (rows: unknown[]) => rows.push(['', '', '', 'Ghost Ltd']),
      id: 'EUR',
      told: /^Finance!D\d+ {2}found Ghost Ltd, expected no such totals, or not a second time \(section 5\.7\)$/,
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

describe('Columns and tabs', () => {
  /** The Commissions tab with two columns in each other's place. */
  const swapped = () => {
    const at = (header: string) => placeOf(world, { tab: 'Commissions', id: 'C-0002', header }).column - 1;
    const [left, right] = [at('Amount'), at('Due on')];
    return changeSheet(world, 'Commissions', (sheet) => {
      sheet.rows = sheet.rows.map((row) => {
        const cells = [...row];
        [cells[left], cells[right]] = [row[right] ?? '', row[left] ?? ''];
        return cells;
      });
    });
  };

  test('that people moved are found where they stand', async () => {
    expect((await verifyWorld(swapped())).told).toEqual([]);
    const place = placeOf(swapped(), { tab: 'Commissions', id: 'C-0002', header: 'Amount' });
    expect((await verifyWorld(overwrite(swapped(), 'Commissions', place, 1))).told).toEqual([
      'Commissions!G3  C-0002  Amount: found EUR 1.00, expected EUR 5,000.00 (section 5.2)',
    ]);
  });

  test('of people’s own are nobody’s concern', async () => {
    const { column } = placeOf(world, { tab: 'Commissions', id: 'C-0002', header: 'Recorded at' });
    const own = overwrite(world, 'Commissions', { row: 1, column: column + 1 }, 'My column');
    const filled = overwrite(own, 'Commissions', { row: 3, column: column + 1 }, 'My words');
    expect((await verifyWorld(filled)).told).toEqual([]);
  });

  test('that are missing are told', async () => {
    const { column } = placeOf(world, { tab: 'Deals', id: 'D-0001', header: 'Credits' });
    const renamed = overwrite(world, 'Deals', { row: 1, column }, 'Abatements');
    const lacking = changeSheet(renamed, 'Rates', (sheet) => {
      sheet.name = 'Kurse';
    });
    expect((await verifyWorld(lacking)).told).toEqual([
      'Deals  Credits: found no such column, expected a column',
      'Rates  found no such tab, expected a tab of this name',
    ]);
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

  test('are told with a proviso where nobody knows who owns the file', async () => {
    const meddled = changeSheet(world, 'Settings', (sheet) =>
      change(sheet, { editors: ['head@one.example', 'eve@one.example'] }),
    );
    const faultFor = ({ method }: { readonly method: string }) =>
      method === 'drive.files.get' ? { status: 403 } : undefined;
    expect((await verifyWorld(meddled, { faultFor })).told).toEqual([
      'Settings  Protection: found eve@one.example may edit it, expected programme heads alone may (or the owner of the file, who is not known here) (section 8)',
    ]);
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
