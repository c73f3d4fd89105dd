import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../src/registry/records.ts';
import {
  assembleWrites,
  type BlockWrite,
  type RowChange,
} from '../../../src/registry/rows/assemble-writes.ts';
import { parseCell } from '../../../src/registry/rows/cell-values.ts';
import { compareRows } from '../../../src/registry/rows/compare-rows.ts';
import { readLayout, type TableLayout } from '../../../src/registry/rows/table-layout.ts';
import { TAB_ORDER, TABS, type TabKind } from '../../../src/registry/schema/schema.ts';
import type { RecordsView } from '../../../src/registry/state/records-view.ts';
import { FakeGrid } from '../support/fake-grid.ts';
import { HEAD, openProgramme, register, SAM } from '../support/office.ts';
import { moves, play } from '../support/play-moves.ts';

const ZONE = 'America/Chicago';

function headersOf(kind: TabKind): readonly string[] {
  return TABS[kind].columns.map(({ header }) => header);
}

/** A tab with the headers given, and what a registry would write into it. */
class Table {
  readonly kind: TabKind;
  readonly grid: FakeGrid;
  readonly layout: TableLayout;

  constructor(kind: TabKind, headers: readonly string[] = headersOf(kind)) {
    this.kind = kind;
    this.grid = new FakeGrid(ZONE, headers);
    this.layout = readLayout(kind, headers);
  }

  column(key: string): number {
    for (const [position, column] of this.layout.columns) if (column.key === key) return position + 1;
    throw new Error(`No column ${key}.`);
  }

  assemble(changes: readonly RowChange[], records: RecordsView): readonly BlockWrite[] {
    const ids = this.grid.readRows().map((cells) => cells[this.layout.idPosition]);
    const { blocks, appended } = assembleWrites(changes, {
      layout: this.layout,
      ids,
      width: this.layout.columns.size,
      timeZone: ZONE,
      recordOf: (id) => records.get(this.kind, id),
    });
    const rows = appended.map(({ cells }) => cells);
    return rows.length === 0 ? blocks : [...blocks, { row: this.grid.lastRow + 1, column: 1, values: rows }];
  }

  write(changes: readonly RowChange[], records: RecordsView): readonly BlockWrite[] {
    const blocks = this.assemble(changes, records);
    for (const block of blocks) this.grid.write(block);
    return blocks;
  }

  compare(records: RecordsView) {
    return compareRows(this.grid.readRows(), 2, this.layout, (id) => records.get(this.kind, id), ZONE);
  }
}

/** Rows for all records of a kind that a programme with so many leads has. */
function openLeads(count: number, headers?: readonly string[]) {
  const door = openProgramme();
  for (let i = 0; i < count; i += 1) register(door, { customer: `Customer ${i}`, website: `c${i}.example` });
  const table = new Table('leads', headers);
  table.write(appended(door.records, 'leads'), door.records);
  return { door, table };
}

function appended(records: RecordsView, kind: Kind): readonly RowChange[] {
  return records.list(kind).map((record) => ({ id: record.id, before: null, after: record }));
}

describe('writing', () => {
  test('puts each change of any course of events where the rows then say what the records say', () => {
    fc.assert(
      fc.property(
        fc.array(moves(), { maxLength: 25, size: 'max' }),
        fc.infiniteStream(fc.nat({ max: 99 })),
        (course, luck) => {
          const shuffle = (list: readonly string[]) =>
            [...list]
              .sort(() => luck.next().value - 50)
              .flatMap((header) => (luck.next().value < 15 ? ['Our own', header] : [header]));
          const tables = new Map(TAB_ORDER.map((kind) => [kind, new Table(kind, shuffle(headersOf(kind)))]));
          let before: RecordsView | null = null;
          play(course, (door) => {
            const { records } = door;
            for (const [kind, table] of tables) {
              const changed = records
                .list(kind)
                .filter((record) => JSON.stringify(record) !== JSON.stringify(before?.get(kind, record.id)));
              table.write(
                changed.map((record) => ({
                  id: record.id,
                  before: before?.get(kind, record.id) ?? null,
                  after: record,
                })),
                records,
              );
              expect(table.compare(records), kind).toMatchObject({
                differences: [],
                repeated: [],
                strangers: [],
              });
              expect(table.compare(records).found.size).toBe(records.list(kind).length);
            }
            before = records;
          });
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 60_000);

  test('touches the changed cells alone, and bridges computed ones between them', () => {
    const { door, table } = openLeads(3);
    const before = door.get('leads', 'L-0002');
    door.must(HEAD, 'updateLead', { lead: 'L-0002', note: 'Call in June' });
    const [block, ...more] = table.assemble(
      [{ id: 'L-0002', before, after: door.get('leads', 'L-0002') }],
      door.records,
    );
    expect(more).toEqual([]);
    expect(block).toEqual({ row: 3, column: table.column('note'), values: [["'Call in June"]] });
  });

  test('never writes over people’s own columns, nor over typed cells that did not change', () => {
    const own = headersOf('leads').flatMap((header) => [header, `Own ${header}`]);
    const { door, table } = openLeads(8, own);
    for (let row = 2; row <= 9; row += 1) {
      for (let column = 2; column <= own.length; column += 2)
        table.grid.typeText(row, column, `own ${row} ${column}`);
      table.grid.typeText(row, table.column('country'), `typed ${row}`);
    }
    const before = door.records;
    for (const { id } of before.list('leads')) {
      door.must(HEAD, 'approveLead', { lead: id, salesOwner: SAM });
    }
    table.write(
      before.list('leads').map((lead) => ({ id: lead.id, before: lead, after: door.get('leads', lead.id) })),
      door.records,
    );
    for (let row = 2; row <= 9; row += 1) {
      for (let column = 2; column <= own.length; column += 2) {
        expect(table.grid.readCell(row, column)).toBe(`own ${row} ${column}`);
      }
      expect(table.grid.readCell(row, table.column('country'))).toBe(`typed ${row}`);
      expect(table.grid.readCell(row, table.column('salesOwner'))).toBe(SAM);
    }
  });

  test('finds rows by ID wherever people moved them, and leaves strangers and copies between them alone', () => {
    const { door, table } = openLeads(7);
    const idColumn = table.layout.idPosition + 1;
    table.grid.insertRowAbove(4, ['', 'a note of ours', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x']);
    const copied = table.grid.readRows()[1]?.map((cell) => (typeof cell === 'string' ? cell : ''));
    table.grid.insertRowAbove(7, copied ?? []);
    table.grid.typeText(2, idColumn, ' L-0001 ');
    const shown = [4, 7].map((row) => table.grid.readRows()[row - 2]);
    const before = door.records;
    door.moveTo('2026-01-06T09:00');
    for (const { id } of before.list('leads')) door.must(HEAD, 'approveLead', { lead: id, salesOwner: SAM });
    const rows = table.grid.lastRow;
    table.write(
      before.list('leads').map((lead) => ({ id: lead.id, before: lead, after: door.get('leads', lead.id) })),
      door.records,
    );
    expect(table.grid.lastRow).toBe(rows);
    expect([4, 7].map((row) => table.grid.readRows()[row - 2])).toEqual(shown);
    const compared = table.compare(door.records);
    expect(compared.differences.map(({ key, typed }) => [key, typed])).toEqual([['id', ' L-0001 ']]);
    expect(compared.repeated).toEqual([{ row: 7, id: 'L-0002' }]);
    expect(compared.strangers.map(({ row }) => row)).toEqual([4]);
  });

  test('takes no more blocks for many rows than for some when computed columns change', () => {
    const blocksFor = (count: number) => {
      const { door, table } = openLeads(count);
      const changes = door.records.list('leads').flatMap((lead, i) => {
        // Every third row, so that none of them are neighbours.
        if (i % 3 > 0) return [];
        const view = {
          ...lead.view,
          eligible: 'yes' as const,
          attention: `look ${i}`,
          commission: '5.00',
          currency: 'USD',
        };
        return [{ id: lead.id, before: lead, after: { ...lead, view } }];
      });
      const blocks = table.write(changes, { ...viewOver(door.records, changes) });
      expect(table.compare(viewOver(door.records, changes)).differences).toEqual([]);
      return blocks.length;
    };
    expect(blocksFor(60)).toBe(blocksFor(18));
    expect(blocksFor(60)).toBeLessThanOrEqual(4);
  });

  test('appends new rows behind everything, in one block where the columns stand together', () => {
    const { door, table } = openLeads(0);
    table.grid.typeText(5, 2, 'somebody’s remark');
    for (let i = 0; i < 5; i += 1) register(door, { customer: `New ${i}`, website: `n${i}.example` });
    const blocks = table.write(appended(door.records, 'leads'), door.records);
    expect(blocks.map(({ row, column, values }) => [row, column, values.length])).toEqual([[6, 1, 5]]);
  });

  test('fills in a row that was typed without its record’s cells', () => {
    const { door, table } = openLeads(0);
    table.grid.typeText(2, 1, 'L-0001');
    register(door);
    table.write(appended(door.records, 'leads'), door.records);
    expect(table.grid.lastRow).toBe(2);
    expect(table.compare(door.records).differences).toEqual([]);
  });

  test('writes nothing where nothing changed', () => {
    const { door, table } = openLeads(2);
    const same = door.records
      .list('leads')
      .map((lead) => ({ id: lead.id, before: lead, after: { ...lead } }));
    expect(table.assemble(same, door.records)).toEqual([]);
  });
});

function viewOver(records: RecordsView, changes: readonly RowChange[]): RecordsView {
  const changed = new Map(changes.map(({ id, after }) => [id, after]));
  return {
    get: (kind, id) => (changed.get(id) as never) ?? records.get(kind, id),
    list: (kind) => records.list(kind),
    highestNumber: (kind) => records.highestNumber(kind),
    changedSince: (kind, entry) => records.changedSince(kind, entry),
  };
}

describe('comparing', () => {
  test('says of a typed cell which one, what it says and what the record says', () => {
    const { door, table } = openLeads(2);
    table.grid.typeText(3, table.column('country'), 'Germany');
    table.grid.typeText(2, table.column('verdict'), 'clear!');
    expect(table.compare(door.records).differences).toEqual([
      expect.objectContaining({
        row: 2,
        id: 'L-0001',
        key: 'verdict',
        writer: 'computed',
        typed: 'clear!',
        text: 'clear',
      }),
      expect.objectContaining({
        row: 3,
        id: 'L-0002',
        key: 'country',
        writer: 'people',
        typed: 'Germany',
        text: '',
      }),
    ]);
  });

  test('counts the rows from the first one given', () => {
    const { door, table } = openLeads(4);
    table.grid.typeText(5, table.column('country'), 'Germany');
    const rows = table.grid.readRows().slice(2);
    const { differences } = compareRows(rows, 4, table.layout, (id) => door.records.get('leads', id), ZONE);
    expect(differences.map(({ row }) => row)).toEqual([5]);
  });

  test('passes over rows without content, whatever stands in people’s own columns', () => {
    const { door, table } = openLeads(1, [...headersOf('leads'), 'Our own']);
    table.grid.typeText(4, headersOf('leads').length + 1, 'remark');
    expect(table.compare(door.records)).toMatchObject({ differences: [], strangers: [] });
  });
});

describe('a header row', () => {
  test.each(TAB_ORDER)('of %s is found as declared, reordered and with columns between', (kind) => {
    const headers = ['Our own', ...[...headersOf(kind)].reverse().map((header) => ` ${header} `)];
    const { columns, missing, idPosition } = readLayout(kind, headers);
    expect(missing).toEqual([]);
    expect(columns.size).toBe(headersOf(kind).length);
    expect(columns.get(idPosition)?.key).toBe(TABS[kind].idKey);
    for (const [position, { header }] of columns) expect(headers[position]?.trim()).toBe(header);
  });

  test('names what is missing, and takes the first of two equal headers', () => {
    const headers = ['Name', 'Name', 'Account ID'];
    const { columns, missing, idPosition } = readLayout('accounts', headers);
    expect([...columns.keys()].sort()).toEqual([0, 2]);
    expect(idPosition).toBe(2);
    expect(missing).toContain('Standing');
    expect(readLayout('accounts', []).idPosition).toBe(-1);
  });
});

test('every value of every tab reads back as it is written', () => {
  const { door } = openLeads(3);
  for (const kind of TAB_ORDER) {
    const table = new Table(kind);
    table.write(appended(door.records, kind), door.records);
    for (const column of TABS[kind].columns) {
      door.records.list(kind).forEach((record, i) => {
        const text = column.value(record as never);
        const read = parseCell(column.type, table.grid.readCell(i + 2, table.column(column.key)), ZONE);
        expect(column.type === 'amount' || column.type === 'rate' ? Number(read) : read).toEqual(
          column.type === 'amount' || column.type === 'rate' ? Number(text) : text,
        );
      });
    }
  }
});
