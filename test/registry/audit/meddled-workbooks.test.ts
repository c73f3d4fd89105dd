import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditRegistry } from '../../../src/registry/audit/audit-registry.ts';
import type { Rows, WorkbookRead } from '../../../src/registry/audit/workbook-read.ts';
import { TAB_ORDER, type TabKind } from '../../../src/registry/schema/schema.ts';
import { FAY, openProgramme, registerActive, registerEarning } from '../support/office.ts';
import { digest } from '../support/test-door.ts';
import { workbookOf } from '../support/workbook-of.ts';

/** A workbook with a line that was paid, one that is not due yet, and a lead without a deal. */
function openWorkbook(): WorkbookRead {
  const door = openProgramme();
  registerEarning(door);
  door.moveTo('2026-02-04T10:00');
  door.runDay();
  const paidOn = door.today;
  door.must(FAY, 'recordPayment', { commission: 'C-0001', paidOn, reference: 'PAY 1' });
  registerEarning(door, { partner: 'P-002', customer: 'Initech', website: 'initech.example' });
  registerActive(door, { customer: 'Umbrella', website: 'umbrella.example' });
  return workbookOf(door);
}

const VALUES = ['', 'x', '{', '{}', 'L-0001', 'leads/L-0001', 'mark', 0, -1, 2, 1e21, true, new Date(0)];

/** What somebody does to the workbook; numbers choose among the places there are. */
const meddling = fc.record({
  tab: fc.constantFrom('journal', 'state', 'finance', ...TAB_ORDER),
  act: fc.constantFrom('overwrite', 'overwrite', 'overwrite', 'delete row', 'copy row', 'delete column'),
  row: fc.nat({ max: 200 }),
  column: fc.nat({ max: 40 }),
  value: fc.constantFrom<unknown>(...VALUES),
});
type Meddling = typeof meddling extends fc.Arbitrary<infer T> ? T : never;

function meddle(rows: Rows, { act, row, column, value }: Meddling): Rows {
  const at = row % Math.max(1, rows.length);
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  switch (act) {
    case 'delete row':
      return rows.filter((_, i) => i !== at);
    case 'copy row':
      return [...rows, rows[at] ?? []];
    case 'delete column':
      return rows.map((cells) => cells.filter((_, j) => j !== column % width));
    default:
      return rows.map((cells, i) =>
        i === at ? cells.map((cell, j) => (j === column % width ? value : cell)) : cells,
      );
  }
}

function meddleWith(read: WorkbookRead, one: Meddling): WorkbookRead {
  const { tab } = one;
  if (tab === 'journal') return { ...read, journal: meddle(read.journal, one) };
  if (tab === 'state') return { ...read, state: meddle(read.state, one) };
  if (tab === 'finance') return { ...read, finance: meddle(read.finance ?? [], one) };
  const table = read.tables.get(tab);
  if (table === undefined) return read;
  const tables = new Map(read.tables).set(tab, { ...table, rows: meddle(table.rows, one) });
  return { ...read, tables };
}

/** A cell that says another thing: an answer may be ticked as well as written. */
function isAnother(was: unknown, value: unknown): boolean {
  return String(was ?? '') !== String(value) && !(was === 'yes' && value === true);
}

test('an audit finds every cell of tables, totals and journal that says another thing', () => {
  const read = openWorkbook();
  const cells = (tab: 'journal' | 'finance' | TabKind): Rows => {
    if (tab === 'journal') return read.journal;
    return tab === 'finance' ? (read.finance ?? []) : (read.tables.get(tab)?.rows ?? []);
  };
  const places = (['journal', 'finance', ...TAB_ORDER] as const).flatMap((tab) =>
    cells(tab).flatMap((row, i) => row.map((was, column) => ({ tab, row: i, column, was }))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...VALUES), ({ was, ...place }, value) => {
      fc.pre(isAnother(was, value));
      const { findings } = auditRegistry(meddleWith(read, { ...place, act: 'overwrite', value }), { digest });
      expect(findings.filter(({ check }) => check !== 'clock')).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('an audit comes to an end, whatever was done to the workbook', () => {
  const read = openWorkbook();
  fc.assert(
    fc.property(fc.array(meddling, { minLength: 1, maxLength: 4 }), (acts) => {
      const { checks, last } = auditRegistry(acts.reduce(meddleWith, read), { digest });
      expect(checks.length).toBeGreaterThan(0);
      expect(last === null || last.entry > 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});
