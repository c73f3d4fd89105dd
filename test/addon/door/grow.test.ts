import { beforeAll, describe, expect, test } from 'vitest';
import type { SheetState } from '../../../src/sandbox/store/sheet-state.ts';
import { ANA, HEAD, openRegistry, type Registry } from '../open-registry.ts';
import { sheetOf } from '../world-parts.ts';

const leadsOf = ({ workspace }: Registry) => sheetOf(workspace.toJSON(), 'Leads');

/** Lead IDs in the order of their rows, and how many rows the tab's colours, filter and grid have behind the headers. */
function describeRows(sheet: SheetState) {
  return {
    leads: sheet.rows.slice(1).map(([id]) => id),
    coloured: new Set(sheet.conditionalRules.flatMap(({ boxes }) => boxes.map(({ rows }) => rows))),
    filtered: (sheet.filter?.rows ?? 0) - 1,
    rows: sheet.maxRows - 1,
  };
}

/** A registry whose Leads tab somebody cut down to so many rows, with a filter over them. */
function cutDown(registry: Registry, rows: number): Registry {
  return registry.tamper((world) => {
    const sheet = sheetOf(world, 'Leads');
    sheet.maxRows = rows;
    sheet.filter = { row: 1, col: 1, rows, cols: sheet.maxCols };
    sheet.conditionalRules = sheet.conditionalRules.map((rule) => ({
      ...rule,
      boxes: rule.boxes.map((box) => ({ ...box, rows: rows - 1 })),
    }));
  });
}

function register(registry: Registry, customer: string): void {
  registry.give(ANA, 'registerLead', { partner: 'P-001', customer, website: `${customer}.example` });
}

let filled: Registry;

beforeAll(async () => {
  filled = await openRegistry();
  filled.give(HEAD, 'setTeamMember', { person: ANA, name: 'Ana', role: 'manager', active: true });
  filled.give(HEAD, 'admitPartner', { partner: 'Kimco', contacts: ['kim@kimco.example'], manager: ANA });
  register(filled, 'alpha');
}, 60_000);

/** Lets the clock strike, which looks over every tab. */
function strike({ workspace, scriptId }: Registry): void {
  workspace.run(scriptId, { as: HEAD, function: 'whenClockStrikes', context: 'editor' });
}

describe('A tab that runs out of rows', () => {
  test('gets more of them from the clock, covered by its colours and its filter', () => {
    const registry = cutDown(filled, 4);
    strike(registry);
    const { leads, coloured, filtered, rows } = describeRows(leadsOf(registry));
    expect(leads).toEqual(['L-0001']);
    // A hundred for the day that begins, at least.
    expect(rows).toBeGreaterThan(100);
    expect([...coloured]).toEqual([rows]);
    expect(filtered).toBe(rows);
    const { maxRows } = leadsOf(registry);
    strike(registry);
    expect(leadsOf(registry).maxRows).toBe(maxRows);
  });

  test('takes many records at once into rows that its filter covers', () => {
    const registry = filled.tamper((world) => {
      const sheet = sheetOf(world, 'Accounts');
      sheet.maxRows = 4;
      sheet.filter = { row: 1, col: 1, rows: 4, cols: sheet.maxCols };
    });
    registry.give(HEAD, 'importRows', {
      tab: 'Accounts',
      rows: Array.from({ length: 30 }, (_, i) => ({ Name: `Company ${i}`, Standing: 'Former' })),
    });
    const sheet = sheetOf(registry.workspace.toJSON(), 'Accounts');
    expect(sheet.rows.length).toBe(31);
    expect(sheet.filter?.rows).toBe(sheet.maxRows);
  });

  test('keeps its records where somebody deleted all empty rows, and has its colours again after the next set-up', () => {
    const registry = cutDown(filled, 2);
    register(registry, 'beta');
    expect(describeRows(leadsOf(registry)).leads).toEqual(['L-0001', 'L-0002']);
    registry.setUp();
    const { leads, coloured, rows } = describeRows(leadsOf(registry));
    expect(leads).toEqual(['L-0001', 'L-0002']);
    expect([...coloured]).toEqual([rows]);
  });

  test('leaves the record in its last row alone when that is written again', () => {
    const registry = cutDown(filled, 2);
    registry.give(ANA, 'withdrawLead', { lead: 'L-0001', reason: 'Asked for by the partner' });
    const sheet = leadsOf(registry);
    expect(sheet.maxRows).toBe(2);
    expect(describeRows(sheet).leads).toEqual(['L-0001']);
  });
});
