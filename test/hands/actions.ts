import type { World } from '../../scripts/replay/world.ts';
import { columnAt, rowOf } from './find-cells.ts';
import { HEAD } from './open-hands-world.ts';

/** What a person does to the workbook in between. */
export interface Action {
  readonly name: string;
  readonly act: (world: World) => void;
  /** The lead whose row the person deleted, own cells and all. */
  readonly deletes?: string;
}

const at = ({ spreadsheetId }: World, tab: string) => ({ spreadsheetId, as: HEAD, tab });

function sort(tab: string, header: string, ascending: boolean): Action {
  return {
    name: `sorts ${tab} by ${header}, ${ascending ? 'first' : 'last'} first`,
    act: (world) =>
      void world.workspace.sort({ ...at(world, tab), column: columnAt(world, tab, header), ascending }),
  };
}

function insertRow(tab: string, row: number): Action {
  return {
    name: `inserts a row above row ${row} of ${tab}`,
    act: (world) => void world.workspace.insertRows({ ...at(world, tab), row }),
  };
}

function insertColumn(tab: string, header: string): Action {
  return {
    name: `inserts a column before ${header} of ${tab}`,
    act: (world) =>
      void world.workspace.insertColumns({ ...at(world, tab), column: columnAt(world, tab, header) }),
  };
}

function moveColumn(tab: string, header: string, before: string): Action {
  return {
    name: `drags the column ${header} of ${tab} before ${before}`,
    act: (world) =>
      void world.workspace.moveColumn({
        ...at(world, tab),
        column: columnAt(world, tab, header),
        before: columnAt(world, tab, before),
      }),
  };
}

function deleteLead(id: string): Action {
  return {
    name: `deletes the row of ${id}`,
    deletes: id,
    act: (world) => {
      const row = world.workspace
        .table(world.spreadsheetId, 'Leads')
        .findIndex((cells) => cells.includes(id));
      if (row > 0) world.workspace.deleteRows({ ...at(world, 'Leads'), row: row + 1 });
    },
  };
}

function rename(tab: string): Action {
  return {
    name: `renames ${tab}`,
    act: (world) => void world.workspace.renameTab({ ...at(world, tab), name: `${tab} (mine)` }),
  };
}

/** The header of the column that a person adds while something is written. */
export const ADDED = 'Added';

const addColumn: Action = {
  name: 'adds a column with values to Leads',
  act: (world) => {
    const { workspace, spreadsheetId } = world;
    const first = columnAt(world, 'Leads', 'Customer');
    workspace.insertColumns({ ...at(world, 'Leads'), column: first });
    workspace.edit({ ...at(world, 'Leads'), row: 1, column: first, value: ADDED });
    for (const id of ['L-0001', 'L-0002', 'L-0003']) {
      const column = columnAt(world, 'Leads', ADDED);
      if (workspace.table(spreadsheetId, 'Leads').some((cells) => cells.includes(id)))
        workspace.edit({
          ...at(world, 'Leads'),
          row: rowOf(world, 'Leads', id),
          column,
          value: `Added to ${id}`,
        });
    }
  },
};

/** Everything that people do to tabs, on the tabs that the entries write to and on the registry's own books. */
export const ACTIONS: readonly Action[] = [
  sort('Leads', 'Customer', true),
  sort('Leads', 'Customer', false),
  insertRow('Leads', 2),
  insertRow('Leads', 4),
  deleteLead('L-0007'),
  deleteLead('L-0001'),
  deleteLead('L-0002'),
  insertColumn('Leads', 'Customer'),
  insertColumn('Leads', 'Lead status'),
  insertColumn('Leads', 'Approved on'),
  moveColumn('Leads', 'Our own', 'Customer'),
  moveColumn('Leads', 'Lead ID', 'Website'),
  moveColumn('Leads', 'Lead status', 'Request note'),
  addColumn,
  rename('Leads'),
  rename('Outbox'),
  rename('Journal'),
  {
    name: 'hides Leads',
    act: (world) => void world.workspace.hideTab(at(world, 'Leads')),
  },
  sort('Accounts', 'Account ID', false),
  insertRow('Accounts', 2),
  moveColumn('Accounts', 'Our own', 'Name'),
  insertRow('Deals', 2),
  insertRow('Commissions', 2),
  moveColumn('Commissions', 'Our own', 'Commission ID'),
  sort('Outbox', 'Subject', true),
  insertRow('Outbox', 2),
  insertColumn('Outbox', 'Subject'),
  sort('Journal', 'Subject', true),
  insertRow('Journal', 3),
  insertColumn('Journal', 'Actor'),
  moveColumn('Journal', 'Hash', 'Entry'),
  insertRow('_state', 3),
  sort('_state', 'Record', false),
  insertColumn('_state', 'Entry'),
];
